import type { LineAfter, Run, Side, Unsettled } from "$lib/api";
import { hasText, t } from "$lib/text";

/** How near to what was written down a line is heard about it. */
const NEAR = 3 * 60_000;

/** A side, and what it says as text where its value is no plain word or number. */
export interface Told {
  side: Side;
  said: string | null;
  /** Its words, with those marked that another side does not have. Empty: nothing is to be marked. */
  runs: readonly Run[];
}

/** The last value that each side put there, this laptop's first; sides that agree are one. */
export function sidesOf(one: Unsettled, known: readonly string[] = []): Told[] {
  const told = one.conflict.sides.map((side, n) => ({ side, said: one.said[n] ?? null, runs: one.runs[n] ?? [] }));
  const each = [...new Map(told.map((one) => [JSON.stringify(one.side.value), one])).values()];
  return each.sort((a, b) => Number(known.includes(b.side.act)) - Number(known.includes(a.side.act)));
}

/** What a side says, in words. */
export function words({ side: { value }, said }: Told, whole: boolean): string {
  if (said) return said;
  if (value === null || value === undefined || value === "") return t("merge-nothing");
  if (typeof value === "boolean") return t(value ? "merge-yes" : "merge-no");
  return whole ? t("merge-kept") : String(value);
}

/** What is asked about it. */
export function question(one: Unsettled): string {
  const { table, path } = one.conflict;
  const part = `part-${one.part}`;
  if (table === "design" && path.length > 0) {
    return t("merge-field-design", { version: one.version ?? 0, part: hasText(part) ? t(part) : one.part });
  }
  const plan = `merge-plan-${one.part}`;
  if (table === "session" && hasText(plan)) return t("merge-field-plan", { part: t(plan) });
  const field = `merge-field-${[table, path[0] ?? "row"].join("-")}`;
  return hasText(field) ? t(field) : t("merge-field-other");
}

/** The line that was said nearest to a moment, if any was. */
export function nearest(lines: readonly LineAfter[], at: string): LineAfter | null {
  const far = (line: LineAfter) => Math.abs(Date.parse(line.at) - Date.parse(at));
  const near = lines.filter((line) => far(line) <= NEAR);
  return near.reduce<LineAfter | null>((best, line) => (best === null || far(line) < far(best) ? line : best), null);
}
