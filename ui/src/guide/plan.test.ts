import { describe, expect, it } from "vitest";
import type { Activity, Design } from "$lib/api";
import { apart, copyOf, inEach, kindWord, mend, plain, shares, stepped, totals } from "./plan";

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

describe("discussions that are changed together", () => {
  const talk = (id: string, notes: string[]): Activity => ({ ...activity(id, 22, 14, true), ask: "Take this one.", questions: [{ id: `${id}-why`, text: "Why?" }], notes });
  const talks = [talk("popular", ["Listen."]), talk("contentious", ["Listen."]), talk("joker", ["Read it aloud."])];
  let n = 0;
  const change = (part: Partial<Activity>) => inEach(talks, talks[1]!, part, () => `new-${++n}`);

  it("say in which fields they differ", () => {
    expect(apart(talks)).toEqual(["note"]);
    expect(apart(change({ ask: "What of this?" }))).toEqual(["note"]);
    expect(apart([talks[0]!])).toEqual([]);
  });
  it("take a change where they said the same, and keep their own where not", () => {
    expect(change({ ask: "What of this?" }).map((a) => a.ask)).toEqual(["What of this?", "What of this?", "What of this?"]);
    expect(change({ minutes: { full: 20 } }).map((a) => a.minutes.full)).toEqual([20, 20, 20]);
    expect(change({ notes: ["Wait."] }).map((a) => a.notes)).toEqual([["Wait."], ["Wait."], ["Read it aloud."]]);
    expect(change({ title: "Red" }).map((a) => a.title)).toEqual(["popular", "Red", "joker"]);
  });
  it("ask the same under ids of their own", () => {
    const asked = change({ questions: [{ id: "fresh", text: "Who?" }, { id: "contentious-why", text: "Why so?" }] });
    expect(asked.map((a) => a.questions.map((q) => q.text))).toEqual([["Who?", "Why so?"], ["Who?", "Why so?"], ["Who?", "Why so?"]]);
    expect(asked.map((a) => a.questions[1]?.id)).toEqual(["popular-why", "contentious-why", "joker-why"]);
    expect(new Set(asked.map((a) => a.questions[0]?.id)).size).toBe(3);
  });
});

it("a new kind of group goes by the first word of its name", () => {
  expect(kindWord(kinds, "Family group")).toBe("family");
  expect(kindWord(kinds, "Full house")).toBe("full-2");
  expect(kindWord(kinds, "…")).toBe("kind");
});
