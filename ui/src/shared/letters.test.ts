import { expect, test } from "vitest";
import { unprintable } from "./letters";

/** The letters of Latin, with accents, and the curly quotes. */
const LETTERS = [
  [0x20, 0x17f],
  [0x2018, 0x201d],
] as const;

test("what prints is not spoken of", () => {
  expect(unprintable(LETTERS, "“Siân’s café” in Łódź")).toEqual([]);
});

test("what does not print is named once, whole", () => {
  expect(unprintable(LETTERS, "nice 🙂 and 👍🏽 and 🙂 again → 漢")).toEqual(["🙂", "👍🏽", "→", "漢"]);
});
