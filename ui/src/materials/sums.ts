import type { PackPaper, SheetsOf } from "$lib/api";

/** Pages, and on what they are printed. */
export interface Sum {
  pages: number;
  sheets: readonly SheetsOf[];
}

/** Adds up the pages of papers. None as long as one of them was not counted. */
export function pagesOf(papers: readonly PackPaper[], counted: (mark: string) => readonly SheetsOf[] | undefined): Sum | null {
  const by = new Map<string, number>();
  let pages = 0;
  for (const { mark } of papers) {
    const sheets = counted(mark);
    if (!sheets) return null;
    for (const { paper, count } of sheets) {
      by.set(paper, (by.get(paper) ?? 0) + count);
      pages += count;
    }
  }
  return { pages, sheets: [...by].map(([paper, count]) => ({ paper, count })) };
}

/** Pages of one copy. */
export function ofOne(sheets: readonly SheetsOf[], copies: number): number {
  const all = sheets.reduce((sum, { count }) => sum + count, 0);
  return Math.round(all / Math.max(1, copies));
}

/** Whole seconds as they are said: in steps of five, so that the number does not flicker. */
export function about(seconds: number): number {
  return Math.max(5, Math.round(seconds / 5) * 5);
}

/** Short sides of posters, in millimetres. */
const SHORT: Record<string, number> = { A4: 210, A3: 297, A2: 420, A1: 594, Letter: 215.9, Tabloid: 279.4, "ANSI C": 431.8, "ANSI D": 558.8 };

/** How much smaller a name is that shares its poster with another language. */
const SHARED = 0.7;

/** Metres from which the name on a poster is read: 5 at A2, and in proportion, rounded down. */
export function readFrom(paper: string, isShared = false): number {
  return Math.floor(((SHORT[paper] ?? 420) / 420) * (isShared ? SHARED : 1) * 10) / 2;
}
