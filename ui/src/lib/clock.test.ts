import { describe, expect, it } from "vitest";
import { hhmm, minutes, mmss } from "./clock";

describe("times on the screen", () => {
  it("count minutes and seconds, and hours when there are any", () => {
    expect([0, 65, 599, 3845, -65].map(mmss)).toEqual(["0:00", "1:05", "9:59", "1:04:05", "1:05"]);
  });

  it("are the place's own, whatever the laptop's zone", () => {
    expect(hhmm("2026-03-12T19:01:00Z", 0)).toBe("19:01");
    expect(hhmm("2026-07-12T23:30:00Z", 60)).toBe("00:30");
  });

  it("say minutes and hours in words", () => {
    expect([14, 60, 105].map(minutes)).toEqual(["14 min", "1 h", "1 h 45"]);
  });
});
