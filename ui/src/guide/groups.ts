import type { Groups, Numbers } from "$lib/api";
import { t } from "$lib/text";

/** All groups that run by a version, however they stand. */
export const every = (of: Groups): Numbers[] => [of.done, of.now, of.planned];

/** How many groups there are. */
export const count = (of: readonly Numbers[]) => of.reduce((sum, one) => sum + one.count, 0);

/** Numbers one by one, as runs. */
export const each = (numbers: readonly number[]): Numbers => ({ count: numbers.length, runs: numbers.map((n) => [n, n]) });

/** Numbers as people write them: "1–4, 6". Where there are too many runs to tell, how many more there are. */
export function groups(of: readonly Numbers[]): string {
  const runs: [number, number][] = [];
  let told = 0;
  for (const [from, to] of of.flatMap((one) => one.runs).toSorted((a, b) => a[0] - b[0])) {
    const last = runs.at(-1);
    told += to - from + 1;
    if (last && last[1] === from - 1) last[1] = to;
    else runs.push([from, to]);
  }
  const parts = runs.flatMap(([from, to]) => (to === from ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [`${from}–${to}`]));
  const more = count(of) - told;
  return more > 0 ? t("groups-and-more", { groups: parts.join(", "), n: more }) : parts.join(", ");
}
