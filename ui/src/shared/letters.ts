/** Code points that a document can print: first and last of each range, in order. */
export type Letters = readonly (readonly [number, number])[];

/** What of a text cannot be printed, each once, as it is seen: a face with its skin is one. */
export function unprintable(letters: Letters, text: string): string[] {
  const prints = (c: string) => {
    const code = c.codePointAt(0) ?? 0;
    return letters.some(([first, last]) => first <= code && code <= last);
  };
  if ([...text].every(prints)) return [];
  const seen = [...new Intl.Segmenter().segment(text)].map((part) => part.segment);
  return [...new Set(seen.filter((part) => ![...part].every(prints)))];
}
