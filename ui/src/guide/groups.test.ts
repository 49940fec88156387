import { expect, it } from "vitest";
import { groups } from "./groups";

it("numbers are written as people write them", () => {
  expect(groups([])).toBe("");
  expect(groups([3, 1, 2, 4])).toBe("1–4");
  expect(groups([1, 2, 5, 9, 8, 7])).toBe("1, 2, 5, 7–9");
});
