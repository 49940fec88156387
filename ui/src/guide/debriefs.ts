import type { VersionSession } from "$lib/api";

/** The groups of which the staff said something right after, in their order. */
export function debriefs(sessions: readonly VersionSession[]): VersionSession[] {
  return sessions.filter((one) => one.said.length > 0).toSorted((a, b) => a.number - b.number);
}
