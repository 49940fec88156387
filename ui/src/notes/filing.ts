import type { Activity, FlipItem, Line } from "$lib/api";
import { hhmm } from "$lib/clock";
import type { EveningState } from "$lib/evening.svelte";
import { t } from "$lib/text";
import type { Head } from "./grammar";

/** Where a line belongs, in words: "User charging, achievable". */
export function placeOf(evening: EveningState, line: Pick<Line, "activity" | "idea" | "lens">): string {
  const activity = evening.activities.find((a) => a.id === line.activity);
  const about = evening.ideaBy(line.idea)?.short ?? activity?.title ?? t("record-nowhere");
  const lens = evening.design.lenses.find((l) => l.id === line.lens);
  return lens ? t("record-place-lens", { about, lens: lens.name.toLowerCase() }) : about;
}

/** The chart that a line for the flip chart goes to: the one in use, or else the last. */
export function chartOf(evening: EveningState): Activity | null {
  const last = evening.spans.all.findLast((span) =>
    evening.activities.some((a) => a.id === span.activity && a.tool.type === "flip_chart"),
  );
  return evening.activities.find((a) => a.id === (last ?? evening.span)?.activity) ?? null;
}

/** Who said it and where the note line will file it. */
export function filedAs(evening: EveningState, head: Head): string {
  const missing = head.seats.find((seat) => !evening.atSeat(seat));
  if (missing !== undefined) return t("note-nobody", { seat: missing });
  if (head.sign === "=") return t("note-to-flip", { activity: chartOf(evening)?.title ?? "" });
  const place = placeOf(evening, {
    activity: evening.activity?.id ?? null,
    idea: evening.idea?.id ?? null,
    lens: evening.span?.lens ?? null,
  });
  const names = head.seats.map((n) => t("note-seat", { n, name: evening.atSeat(n)?.name ?? "" }));
  const group = t(head.sign === "/" ? "note-remark" : "note-group");
  const at = hhmm(new Date(evening.now).toISOString(), evening.session.plan.utc_offset);
  return t("note-filed", { who: names.join(", ") || group, place, at });
}

/** A line of the record, as the list shows it. */
export type Entry =
  | { key: string; type: "heading"; at: string; text: string }
  | { key: string; type: "line"; line: Line }
  | { key: string; type: "flip"; item: FlipItem };

/** The record in order of time, with a heading wherever the talk moves on. */
export function entriesOf(
  evening: EveningState,
  lines: readonly Line[],
  items: readonly FlipItem[],
): Entry[] {
  const kept = [
    ...lines.map((line) => ({ at: Date.parse(line.at), line, item: null })),
    ...items.map((item) => ({ at: Date.parse(item.at), line: null, item })),
  ].sort((a, b) => a.at - b.at);
  const entries: Entry[] = [];
  let place: string | null = null;
  for (const { line, item } of kept) {
    const here = placeOf(evening, line ?? { activity: item.activity, idea: null, lens: null });
    const row = line ?? item;
    if (here !== place) {
      entries.push({ key: `at-${row.id}`, type: "heading", at: row.at, text: here });
      place = here;
    }
    if (line) entries.push({ key: line.id, type: "line", line });
    else entries.push({ key: item.id, type: "flip", item });
  }
  return entries;
}
