import { describe, expect, it } from "vitest";
import { hasText, t } from "./text";

const sources = import.meta.glob<string>(["../**/*.svelte", "../**/*.ts", "!../**/*.test.ts", "!./api.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const locales = import.meta.glob<string>("../../../assets/locales/en/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
/** Spoken by the Rust side, or by a code that comes from it; a test there holds them. */
const SPOKEN_BY_RUST = [
  "acts.ftl",
  "calendar.ftl",
  "papers.ftl",
  "problems.ftl",
  "receipt.ftl",
  "recruiting.ftl",
  "summary.ftl",
  "translating.ftl",
];

const code = Object.values(sources).join("\n");

/** Every name in quotes that some words might have. */
function literals(): string[] {
  return [...code.matchAll(/\bt\(\s*"([a-z][\w-]*)"/g), ...code.matchAll(/does: "([a-z][\w-]*)"/g)].map((m) => m[1] ?? "");
}

/** Names put together at run time: what stands before and after the part that varies. */
function patterns(): RegExp[] {
  const made = [...code.matchAll(/`([a-z][\w-]*-)\$\{[^}]*\}([\w-]*)`/g)];
  return made.map((m) => new RegExp(`^${m[1]}[\\w-]+${m[2]}$`));
}

describe("the words", () => {
  it("are there for every name that a screen uses", () => {
    const missing = literals().filter((id) => !hasText(id));
    expect([...new Set(missing)]).toEqual([]);
  });

  it("are all used by some screen", () => {
    const made = patterns();
    const unused: string[] = [];
    for (const [path, text] of Object.entries(locales)) {
      if (SPOKEN_BY_RUST.some((name) => path.endsWith(name))) continue;
      for (const [, id = ""] of text.matchAll(/^([a-z][\w-]*) =/gm)) {
        const quoted = code.includes(`"${id}"`) || code.includes(`\`${id}\``);
        if (!quoted && !made.some((pattern) => pattern.test(id))) unused.push(id);
      }
    }
    expect(unused).toEqual([]);
  });

  it("stand in one file each", () => {
    const ids = Object.values(locales).flatMap((text) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((m) => m[1] ?? ""));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("take what goes into them", () => {
    expect(t("run-next", { title: "Gallery" })).toBe("Next: Gallery");
  });
});
