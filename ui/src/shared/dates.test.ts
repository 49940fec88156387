import { describe, expect, it } from "vitest";
import { daysFrom, isDay, isTime, longDay, momentAt, readDay, readTime, shortDay, timeAt } from "./dates";

describe("days as they are typed", () => {
  it.each([
    ["2026-03-12", "2026-03-12"],
    ["12/3/2026", "2026-03-12"],
    ["12.03.2026", "2026-03-12"],
    ["12 March 2026", "2026-03-12"],
    ["Thursday 12th March 2026", "2026-03-12"],
    ["12 March", "2026-03-12"],
    ["2 January", "2027-01-02"],
  ])("reads %s", (typed, day) => expect(readDay(typed, "2026-03-09")).toBe(day));

  it("leaves what is no day for the workshop to refuse", () => {
    expect(readDay("next week", "2026-03-09")).toBe("next week");
    expect(readDay("30 February 2026", "2026-03-09")).toBe("2026-02-30");
    expect(isDay("2026-02-30")).toBe(false);
    expect(isDay("2028-02-29")).toBe(true);
  });
});

describe("times as they are typed", () => {
  it.each([
    ["19:00", "19:00"],
    ["7pm", "19:00"],
    ["7.30 pm", "19:30"],
    ["1930", "19:30"],
    ["9", "09:00"],
    ["12am", "00:00"],
    ["noon", "noon"],
  ])("reads %s", (typed, time) => expect(readTime(typed)).toBe(time));

  it("knows what is on the clock", () => {
    expect(isTime(readTime("7.30 pm"))).toBe(true);
    expect(isTime(readTime("25:10"))).toBe(false);
    expect(isTime(readTime("noon"))).toBe(false);
  });
});

describe("days and times in words", () => {
  it("says the year only when it is another one", () => {
    expect(longDay("2026-03-12", "2026-03-09")).toBe("Thursday 12 March");
    expect(longDay("2025-03-12", "2026-03-09")).toBe("12 March 2025");
    expect(shortDay("2026-03-12", "2026-03-09")).toBe("Thu 12 Mar");
  });

  it("counts whole days over a change of clocks", () => expect(daysFrom("2026-03-28", "2026-03-30")).toBe(2));

  it("turns a time of the place into a moment and back", () => {
    const moment = momentAt("2026-07-01", "19:05", 60);
    expect(moment).toBe("2026-07-01T18:05:00.000Z");
    expect(timeAt(moment, 60)).toBe("19:05");
  });
});
