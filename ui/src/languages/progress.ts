import type { LanguageView, TextProgress, TextView } from "$lib/api";

/** How far some texts are in a language: the first of these that is so. */
export type Standing =
  | { is: "no-face" }
  | { is: "checked"; at: string }
  | { is: "not-begun" }
  | { is: "redo"; n: number; of: number }
  | { is: "part"; n: number; of: number }
  | { is: "unchecked" };

export function standing(language: Pick<LanguageView, "no_face">, progress: TextProgress): Standing {
  const { of, done, redo, checked_at } = progress;
  if (language.no_face) return { is: "no-face" };
  if (checked_at !== null) return { is: "checked", at: checked_at };
  if (redo > 0) return { is: "redo", n: redo, of };
  if (done === 0) return { is: "not-begun" };
  if (done < of) return { is: "part", n: done, of };
  return { is: "unchecked" };
}

/** Which texts are shown. */
export type Shown = "all" | "todo" | "unchecked";

export const isShown = (text: TextView, shown: Shown) =>
  shown === "all" || (shown === "todo" ? text.state === "missing" || text.state === "redo" : text.state === "unchecked");

/** Texts that stand together: of an idea, of the study with its themes, or on the papers. */
export interface Group {
  key: string;
  idea: string | null;
  part: "study" | "idea" | "paper";
  texts: TextView[];
}

export function grouped(texts: readonly TextView[]): Group[] {
  const groups: Group[] = [];
  for (const text of texts) {
    const part = text.idea ? "idea" : text.part === "paper" ? "paper" : "study";
    const key = text.idea ?? part;
    const last = groups.at(-1);
    if (last?.key === key) last.texts.push(text);
    else groups.push({ key, idea: text.idea, part, texts: [text] });
  }
  return groups;
}
