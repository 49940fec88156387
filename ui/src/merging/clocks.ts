import type { Clocks } from "$lib/api";

/** How wide the picture of the two clocks is, in its own units. */
export const WIDE = 928;
/** Lines that are drawn at the most: the first that both have, and what stands between them. */
const MOST = 16;
const MINUTE = 60_000;
/** The stretch that is drawn at the least. */
const LEAST = 12 * MINUTE;

/** A stretch of time in words, whichever way it goes: "2 min 14 s", "1 h 5 min". */
export function apart(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export interface Drawn {
  hours: { x: number; at: string }[];
  pairs: { here: number | null; there: number | null }[];
}

/** Where lines stand on the two clocks. Null where no line is on both. */
export function drawn(clocks: Clocks): Drawn | null {
  const moment = (at: string | null) => (at === null ? [] : [Date.parse(at)]);
  const first = clocks.points.findIndex((point) => point.here !== null && point.there !== null);
  const pair = clocks.points[first];
  if (!pair) return null;
  const from = Math.min(...moment(pair.here), ...moment(pair.there)) - MINUTE;
  const to = from + Math.max(LEAST, 3 * Math.abs(clocks.ahead));
  const inside = (at: string | null) => moment(at).every((time) => time >= from && time <= to);
  const near = clocks.points.slice(Math.max(0, first - 2)).filter((point) => inside(point.here) && inside(point.there));
  const x = (at: number) => 140 + ((at - from) / (to - from)) * (WIDE - 220);
  const place = (at: string | null) => (at === null ? null : x(Date.parse(at)));
  const step = Math.max(MINUTE, Math.ceil((to - from) / 6 / MINUTE) * MINUTE);
  const hours = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) hours.push({ x: x(at), at: new Date(at).toISOString() });
  return { hours, pairs: near.slice(0, MOST).map((point) => ({ here: place(point.here), there: place(point.there) })) };
}
