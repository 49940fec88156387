import type { VersionSession } from "$lib/api";

/** The groups of which the staff said something right after, in their order. */
export function debriefs(sessions: readonly VersionSession[]): VersionSession[] {
  return sessions.filter((one) => one.debrief !== null).toSorted((a, b) => a.number - b.number);
}

/** What was said of an evening that a guide can be mended by: first what to change. */
export function points(of: VersionSession): { change: string; more: string } {
  const { changes, surprises, moments } = of.debrief ?? { changes: "", surprises: "", moments: "" };
  const more = [surprises, moments].map((text) => text.trim()).filter((text) => text !== "");
  return { change: changes.trim(), more: more.join(" ") };
}
