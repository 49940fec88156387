import type { Clocks } from "$lib/api";

/** How wide the picture of the two clocks is, in its own units. */
export const WIDE = 928;
/** Lines that are drawn at the most: the first that both have, and what stands between them. */
const MOST = 16;

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
  const first = clocks.points.findIndex((point) => point.here !== null && point.there !== null);
  if (first < 0) return null;
  const points = clocks.points.slice(Math.max(0, first - 2), first + MOST);
  const times = points.flatMap((point) => [point.here, point.there]).flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  const from = Math.min(...times);
  const to = Math.max(...times, from + 60_000);
  const x = (at: number) => 140 + ((at - from) / (to - from)) * (WIDE - 220);
  const place = (at: string | null) => (at === null ? null : x(Date.parse(at)));
  const step = Math.max(60_000, Math.ceil((to - from) / 6 / 60_000) * 60_000);
  const hours = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) hours.push({ x: x(at), at: new Date(at).toISOString() });
  return { hours, pairs: points.map((point) => ({ here: place(point.here), there: place(point.there) })) };
}
