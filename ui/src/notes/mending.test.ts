import { expect, test } from "vitest";
import type { Line } from "$lib/api";
import { codesIn, momentOf } from "./mending";

const line = { at: "2026-03-12T20:27:41Z" } as Line;

test("a time that stays keeps its seconds", () => {
  expect(momentOf(line, "20:27", 0)).toBe(line.at);
  expect(momentOf(line, "20:25", 0)).toBe("2026-03-12T20:25:00.000Z");
  expect(momentOf(line, "21:25", 60)).toBe("2026-03-12T20:25:00.000Z");
});

test("what is no time is none", () => {
  expect(momentOf(line, "25:00", 0)).toBeNull();
  expect(momentOf(line, "half past", 0)).toBeNull();
});

test("codes with and without their sign", () => {
  expect(codesIn("#fair, puts-off-need  #fair")).toEqual(["fair", "puts-off-need"]);
});
