import type { GroupDebrief } from "$lib/api";

/** What was said of an evening that a guide can be mended by: first what to change. */
export function points({ debrief }: GroupDebrief): { change: string; more: string } {
  const more = [debrief.surprises, debrief.moments].map((text) => text.trim()).filter((text) => text !== "");
  return { change: debrief.changes.trim(), more: more.join(" ") };
}
