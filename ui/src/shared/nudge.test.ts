import { expect, test } from "vitest";
import { pull } from "./nudge";

test("inside a list nothing pulls", () => {
  for (const at of [60, 300, 540]) expect(pull(at, 0, 600)).toBe(0);
});

test("near an edge it pulls towards it, more the nearer", () => {
  expect(pull(590, 0, 600)).toBeGreaterThan(pull(560, 0, 600));
  expect(pull(560, 0, 600)).toBeGreaterThan(0);
  expect(pull(10, 0, 600)).toBeLessThan(pull(40, 0, 600));
  expect(pull(40, 0, 600)).toBeLessThan(0);
});

test("beyond an edge it pulls with full pace and no more", () => {
  expect(pull(-400, 0, 600)).toBe(-1);
  expect(pull(4000, 0, 600)).toBe(1);
});

test("a low list keeps a quiet middle, and one without height does not move", () => {
  expect(pull(20, 0, 40)).toBe(0);
  expect(pull(5, 5, 5)).toBe(0);
});
