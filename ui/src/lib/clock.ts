import { t } from "./text";

const two = (n: number) => String(n).padStart(2, "0");

/** Seconds as 4:05, or 1:04:05; a negative number loses its sign. */
export function mmss(sec: number): string {
  const s = Math.abs(Math.trunc(sec));
  const h = Math.floor(s / 3600);
  const m = Math.floor(s / 60) % 60;
  return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`;
}

/** The time of day of a moment, at a place whose clock is `offset` minutes ahead of UTC. */
export function hhmm(moment: string, offset: number): string {
  const there = new Date(Date.parse(moment) + offset * 60_000);
  return `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
}

/** Minutes in words: 14 min, 1 h 45. */
export function minutes(n: number): string {
  const h = Math.floor(n / 60);
  if (h === 0) return t("minutes", { n });
  return n % 60 === 0 ? t("hours", { h }) : t("hours-minutes", { h, m: two(n % 60) });
}
