import { expect, it } from "vitest";
import type { Numbers } from "$lib/api";
import { each, groups } from "./groups";

it("numbers are written as people write them", () => {
  expect(groups([])).toBe("");
  expect(groups([each([3, 1, 2, 4])])).toBe("1–4");
  expect(groups([each([1, 2, 5, 9, 8, 7])])).toBe("1, 2, 5, 7–9");
});

it("runs of groups that stand differently are one where they meet", () => {
  const done: Numbers = { count: 480, runs: [[1, 480]] };
  const planned: Numbers = { count: 3, runs: [[482, 483], [490, 490]] };
  expect(groups([done, each([481]), planned])).toBe("1–483, 490");
});

it("of too many runs to tell it is said how many more groups there are", () => {
  expect(groups([{ count: 250, runs: [[1, 1], [3, 3]] }])).toBe("1, 3 and 248 more");
});
