import { describe, expect, it } from "vitest";
import { apart, drawn, WIDE } from "./clocks";

const at = (second: number) => new Date(Date.UTC(2026, 2, 12, 20, 13, second)).toISOString();

describe("two clocks", () => {
  it("says how far apart they are, whichever is ahead", () => {
    expect(apart(134_000)).toBe("2 min 14 s");
    expect(apart(-134_400)).toBe("2 min 14 s");
    expect(apart(900)).toBe("1 s");
  });

  it("draws a line that both have further right on the clock that is ahead", () => {
    const points = [
      { here: at(0), there: at(134) },
      { here: null, there: at(200) },
      { here: at(100), there: null },
    ];
    const picture = drawn({ ahead: 134_000, within: 0, lines: 1, activities: 0, points });
    const [both, there, here] = picture?.pairs ?? [];
    expect(both?.here).toBeLessThan(both?.there ?? 0);
    expect(there?.here).toBeNull();
    expect(here?.there).toBeNull();
    expect(there?.there).toBeLessThanOrEqual(WIDE - 40);
    expect(picture?.hours.length).toBeGreaterThan(3);
  });

  it("draws the minutes round the first line that both have, and no hours", () => {
    const points = [
      { here: at(0), there: at(134) },
      { here: at(9000), there: null },
    ];
    expect(drawn({ ahead: 134_000, within: 0, lines: 1, activities: 0, points })?.pairs).toHaveLength(1);
  });

  it("draws nothing where no line is on both", () => {
    expect(drawn({ ahead: 0, within: 0, lines: 0, activities: 3, points: [{ here: at(0), there: null }] })).toBeNull();
  });
});
