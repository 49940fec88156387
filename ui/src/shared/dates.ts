/** Days and times in words. A session's day and time are those of its place. */

const named = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });

const LONG = named({ weekday: "long", day: "numeric", month: "long" });
const SHORT = named({ weekday: "short", day: "numeric", month: "short" });
const WITH_YEAR = named({ day: "numeric", month: "long", year: "numeric" });

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Today on this laptop, as "2026-03-12". */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole days from one day to another; negative when it is past. */
export function daysFrom(from: string, day: string): number {
  return Math.round((noon(day).getTime() - noon(from).getTime()) / 86_400_000);
}

/** "Thursday 12 March", and with the year once it is another one. */
export function longDay(day: string, from = today()): string {
  return day.slice(0, 4) === from.slice(0, 4) ? LONG.format(noon(day)).replace(",", "") : WITH_YEAR.format(noon(day));
}

/** "Thu 12 Mar", and with the year once it is another one. */
export function shortDay(day: string, from = today()): string {
  const words = SHORT.format(noon(day)).replace(",", "");
  return day.slice(0, 4) === from.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

/** "19:00" of "19:00:00". */
export function shortTime(time: string): string {
  return time.slice(0, 5);
}

/** The day of a moment on this laptop, as "2026-03-12". */
export function dayOf(moment: string): string {
  return today(new Date(moment));
}

/** The time of day at a place whose clock is `offset` minutes ahead of UTC, as "19:00". */
export function timeAt(moment: string, offset: number): string {
  return new Date(Date.parse(moment) + offset * 60_000).toISOString().slice(11, 16);
}

/** The moment at which it is `time` on `day` at a place. */
export function momentAt(day: string, time: string, offset: number): string {
  return new Date(Date.parse(`${day}T${time}:00Z`) - offset * 60_000).toISOString();
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A day as people type it, "12/3/2026", "12 March 2026" or "12 March", as "2026-03-12". Anything
 * else stays as it was typed: the workshop says whether it is a day.
 */
export function readDay(typed: string, from = today()): string {
  const text = typed.trim().toLowerCase();
  const iso = (year: string | number, month: string | number, day: string) =>
    `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const figures = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/.exec(text);
  if (figures?.[1] && figures[2] && figures[3]) return iso(figures[3], figures[2], figures[1]);
  const words = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*,?(?:\s+(\d{4}))?$/.exec(text);
  const month = MONTHS.indexOf(words?.[2] ?? "") + 1;
  if (!words?.[1] || month === 0) return typed.trim();
  if (words[3]) return iso(words[3], month, words[1]);
  // Without a year it is the next such day, since nobody plans the past.
  const year = Number(from.slice(0, 4));
  const soon = iso(year, month, words[1]);
  return soon < from ? iso(year + 1, month, words[1]) : soon;
}

/** A time as people type it, "7pm", "19.30" or "1930", as "19:30". Anything else stays as typed. */
export function readTime(typed: string): string {
  const read = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (!read?.[1]) return typed.trim();
  const half = read[3]?.toLowerCase();
  const hour = Number(read[1]);
  const turned = half === "pm" && hour < 12 ? hour + 12 : half === "am" && hour === 12 ? 0 : hour;
  return `${String(turned).padStart(2, "0")}:${read[2] ?? "00"}`;
}

/** Whether a day is written as "2026-03-12" and is in the calendar. */
export function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(noon(day).getTime()) && noon(day).toISOString().startsWith(day);
}

/** Whether a time is written as "19:30" and is on the clock. */
export function isTime(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}
