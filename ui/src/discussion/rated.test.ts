import { expect, test } from "vitest";
import { spreadOf } from "./rated";

test("the middle of an even number lies between the middle two", () => {
  expect(spreadOf([7, 3, 4, 8])).toEqual({ low: 3, middle: 5.5, high: 8 });
  expect(spreadOf([6])).toEqual({ low: 6, middle: 6, high: 6 });
  expect(spreadOf([])).toBeNull();
});
