import { expect, test } from "vitest";
import { offsetsOf, rowAt } from "./heights";

test("the row at a height, among five thousand", () => {
  const keys = Array.from({ length: 5000 }, (_, i) => String(i));
  const offsets = offsetsOf(keys, new Map([["0", 100]]), 60);
  expect(offsets[5000]).toBe(100 + 4999 * 60);
  expect(rowAt(offsets, 0)).toBe(0);
  expect(rowAt(offsets, 99)).toBe(0);
  expect(rowAt(offsets, 100)).toBe(1);
  expect(rowAt(offsets, 1e9)).toBe(4999);
  expect(rowAt(offsetsOf([], new Map(), 60), 0)).toBe(0);
});
