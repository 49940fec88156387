import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

const files = import.meta.glob<string>("../../../assets/locales/en/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

const bundle = new FluentBundle("en-GB", { useIsolating: false });
for (const file of Object.values(files)) bundle.addResource(new FluentResource(file));

/** The words of a message. */
export function t(id: string, args: Record<string, FluentVariable> = {}): string {
  const message = bundle.getMessage(id);
  // A name that has no words is a fault that a test finds; the name itself says most.
  return message?.value ? bundle.formatPattern(message.value, args) : id;
}

/** Whether there are words of that name. */
export function hasText(id: string): boolean {
  return bundle.hasMessage(id);
}
