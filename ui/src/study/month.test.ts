import { describe, expect, it } from "vitest";
import { mondayOf, monthOf, plusDays, plusMinutes, plusMonths, weeksOf } from "./month";

describe("weeks of a month", () => {
  it.each([
    ["2026-03-12", 6],
    ["2027-02-01", 4],
    ["2026-06-30", 5],
    ["2024-02-29", 5],
  ])("of %s are %i, from Monday to Sunday, each day once", (day, count) => {
    const weeks = weeksOf(day);
    const days = weeks.flat();
    expect(weeks).toHaveLength(count);
    expect(new Set(days).size).toBe(days.length);
    for (const [i, one] of days.entries()) expect(one).toBe(plusDays(days[0] ?? "", i));
    expect(mondayOf(days[0] ?? "")).toBe(days[0]);
    expect(days).toContain(monthOf(day));
    expect(days).toContain(plusDays(plusMonths(day, 1), -1));
  });

  it("go on from month to month over the year", () => {
    expect(plusMonths("2026-12-31", 1)).toBe("2027-01-01");
    expect(plusMonths("2026-01-31", -1)).toBe("2025-12-01");
  });
});

it("an end past midnight is a time of the next day", () => {
  expect(plusMinutes("19:00", 105)).toBe("20:45");
  expect(plusMinutes("23:30", 120)).toBe("01:30");
});
