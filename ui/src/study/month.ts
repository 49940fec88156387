/** Months and weeks of the calendar, as days such as "2026-03-12". A week begins on Monday. */

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The day so many days later. */
export function plusDays(day: string, by: number): string {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + by);
  return iso(date);
}

/** The first day of a day's month. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the month so many months later. */
export function plusMonths(day: string, by: number): string {
  const date = at(monthOf(day));
  date.setUTCMonth(date.getUTCMonth() + by);
  return iso(date);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return plusDays(day, -((at(day).getUTCDay() + 6) % 7));
}

/** The weeks that a month touches, each as its seven days. */
export function weeksOf(month: string): string[][] {
  const weeks: string[][] = [];
  const next = plusMonths(month, 1);
  for (let monday = mondayOf(monthOf(month)); monday < next; monday = plusDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, i) => plusDays(monday, i)));
  }
  return weeks;
}

/** "20:45" so many minutes after "19:00"; past midnight it begins anew. */
export function plusMinutes(time: string, by: number): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const sum = (((hours * 60 + minutes + by) % 1440) + 1440) % 1440;
  return `${String(Math.floor(sum / 60)).padStart(2, "0")}:${String(sum % 60).padStart(2, "0")}`;
}
