import type { EveningState } from "$lib/evening.svelte";
import type { Activity, Line, ParticipantId } from "$lib/api";

/** The seats in a field, and who sits there: “4, 7”. None where a number has nobody in it. */
export function speakersAt(evening: EveningState, typed: string): ParticipantId[] | null {
  const numbers = typed.split(/[\s,]+/).filter((part) => part !== "");
  const people = numbers.map((part) => evening.atSeat(Number(part)));
  return people.includes(null) ? null : [...new Set(people.flatMap((p) => (p ? [p.id] : [])))];
}

/** The seats of those who said a line, for a field. */
export function seatsOf(evening: EveningState, line: Line): string {
  return line.speakers.map((id) => evening.seatOf(id) ?? "?").join(", ");
}

/** Codes as typed: with or without their signs, and spaces or commas between. */
export function codesIn(typed: string): string[] {
  const codes = typed.split(/[\s,]+/).map((part) => part.replace(/^#+/, ""));
  return [...new Set(codes.filter((code) => code !== ""))];
}

/** The time on a field, on the day of the line's own time. None where it is no time. */
export function momentOf(line: Line, typed: string, offset: number): string | null {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(typed.trim()) ?? [];
  if (hours === undefined || minutes === undefined || +hours > 23 || +minutes > 59) return null;
  const there = new Date(Date.parse(line.at) + offset * 60_000);
  // The seconds stay where the minute does: the line keeps its place among its neighbours.
  const same = there.getUTCHours() === +hours && there.getUTCMinutes() === +minutes;
  if (same) return line.at;
  there.setUTCHours(+hours, +minutes, 0, 0);
  return new Date(there.getTime() - offset * 60_000).toISOString();
}

/** The line under another activity: its idea and lens go with it. */
export function movedTo(evening: EveningState, line: Line, activity: Activity | null): Line {
  const idea = evening.ideaOf(activity)?.id ?? null;
  return { ...line, activity: activity?.id ?? null, idea, lens: idea ? line.lens : null };
}
