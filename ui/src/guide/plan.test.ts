import { describe, expect, it } from "vitest";
import type { Activity, Design } from "$lib/api";
import { copyOf, mend, plain, shares, stepped, totals } from "./plan";

const kinds = [{ id: "full", name: "full group", minutes: 60, fewest: 8, most: 10 }];
const base = { kinds, lenses: [] as unknown[], stages: [] as unknown[] } as unknown as Design;
const activity = (id: string, minutes: number, least: number, idea = false): Activity => ({
  ...plain(base, id, id, "Why?", minutes),
  least: { full: least },
  tool: idea ? { type: "discussion", slot: id } : { type: "none" },
});
const design = (...stages: Activity[][]): Design => ({ ...base, stages: stages.map((activities, at) => ({ title: `${at}`, activities })) });

describe("a guide that is too long", () => {
  it("takes the same from each idea where that comes out even", () => {
    const d = design([activity("welcome", 20, 6)], [activity("one", 22, 14, true), activity("two", 22, 14, true)]);
    const total = totals(d)[0]!;
    expect([total.planned, total.least, total.over]).toEqual([64, 34, 4]);
    const way = mend(d, total)!;
    expect(way.activities.map((a) => a.minutes.full)).toEqual([20, 20]);
    expect([way.each, way.from]).toEqual([2, null]);
  });
  it("takes it from the activity with most to spare where the ideas cannot give it", () => {
    const d = design([activity("welcome", 20, 6)], [activity("one", 21, 21, true), activity("two", 22, 22, true)]);
    expect(mend(d, totals(d)[0]!)).toMatchObject({ each: 3, from: "welcome" });
  });
  it("offers nothing that would go below what is least, and nothing where it fits", () => {
    const tight = design([activity("welcome", 70, 65)]);
    expect(mend(tight, totals(tight)[0]!)).toBeNull();
    const fits = design([activity("welcome", 60, 5)]);
    expect(mend(fits, totals(fits)[0]!)).toBeNull();
  });
});

describe("moving by one", () => {
  const d = design([activity("a", 1, 1), activity("b", 1, 1)], [activity("c", 1, 1)]);
  it("stays in the stage, then goes on to the next", () => {
    expect(stepped(d, "a", 1)).toEqual({ stage: 0, before: null });
    expect(stepped(d, "b", 1)).toEqual({ stage: 1, before: "c" });
    expect(stepped(d, "b", -1)).toEqual({ stage: 0, before: "a" });
    expect(stepped(d, "c", -1)).toEqual({ stage: 0, before: null });
  });
  it("ends at the ends", () => {
    expect(stepped(d, "a", -1)).toBeNull();
    expect(stepped(d, "c", 1)).toBeNull();
  });
});

it("shares of an idea add up to its minutes", () => {
  const lenses = [5, 6, 4, 2, 3, 1, 1].map((share) => ({ share })) as Design["lenses"];
  for (const minutes of [0, 1, 17, 20, 22, 25]) {
    const parts = shares({ ...base, lenses }, minutes);
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(minutes);
  }
  expect(shares({ ...base, lenses }, 22)).toEqual([5, 6, 4, 2, 3, 1, 1]);
});

it("a copy has names of its own", () => {
  let n = 0;
  const copy = copyOf({ ...activity("one", 5, 5, true), questions: [{ id: "why", text: "Why?" }] }, (of) => `${of}-${++n}`);
  expect([copy.id, copy.questions[0]?.id, copy.questions[0]?.text]).toEqual(["a-1", "q-2", "Why?"]);
  expect(copy.tool).toEqual({ type: "discussion", slot: "s-3" });
});
