import type { PackPaper } from "$lib/api";

/** The language of posters, or the two that stand side by side on them. */
export interface Face {
  key: string;
  language: string;
  beside: string | null;
}

/** The faces that the posters of a pack have, in their order. */
export function faces(papers: readonly PackPaper[]): Face[] {
  const all: Face[] = [];
  for (const { material } of papers) {
    const { what, language, beside } = material;
    if (what !== "posters" || !language) continue;
    const key = beside ? `${language} ${beside}` : language;
    if (!all.some((face) => face.key === key)) all.push({ key, language, beside: beside ?? null });
  }
  return all;
}
