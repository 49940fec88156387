import type { Idea, PosterBox } from "$lib/api";
import type { Draft } from "./ideas.svelte";

type Box = Pick<PosterBox, "part" | "n">;

/** The name that a text on the sheet goes by: "name", "description", "example-0". */
export const boxKey = (box: Box) => (box.part === "example" ? `example-${box.n}` : box.part);

/** What an idea says there. */
export function textOf(idea: Idea, box: Box): string {
  return box.part === "example" ? (idea.examples[box.n] ?? "") : idea[box.part];
}

/** An idea with other words there. A short name that was the name follows it; an example without words goes when it is kept. */
export function changed(idea: Idea, box: Box, text: string): Draft & Partial<Idea> {
  if (box.part === "description") return { description: text };
  if (box.part === "name") return { name: text, ...(idea.short === idea.name ? { short: text } : {}) };
  const examples = text.trim() === "" ? idea.examples.filter((_, n) => n !== box.n) : idea.examples.with(box.n, text);
  return { examples };
}
