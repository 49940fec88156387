import { expect, test } from "vitest";
import { codeBefore, isToComplete, readHead } from "./grammar";

test("a seat is a number with a space after it", () => {
  expect(readHead("4 it’s like the NHS")).toMatchObject({ seats: [4], length: 2 });
  expect(readHead("4").length).toBe(0);
  expect(readHead("3rd time").length).toBe(0);
  expect(readHead("2010 was").length).toBe(0);
  expect(readHead("10% of it").length).toBe(0);
});

test("several seats, signs, hands and stars", () => {
  expect(readHead("4,7 yes").seats).toEqual([4, 7]);
  expect(readHead("4, 7 yes").seats).toEqual([4, 7]);
  expect(readHead("4, maybe 5").length).toBe(0);
  expect(readHead("=4 rent")).toMatchObject({ sign: "=", seats: [4], length: 3 });
  expect(readHead("4 ~ words")).toMatchObject({ sign: "~", seats: [4], length: 4 });
  expect(readHead("/ 9 of them laughed")).toMatchObject({ sign: "/", seats: [], length: 2 });
  expect(readHead("^9 for rent")).toMatchObject({ hands: 9, length: 3 });
  expect(readHead("* 4 words")).toMatchObject({ starred: true, seats: [4], length: 4 });
});

test("a backslash keeps a figure among the words", () => {
  expect(readHead("\\50 years ago").length).toBe(0);
});

test("dots at the end ask for the rest", () => {
  expect(isToComplete("my nan always...")).toBe(true);
  expect(isToComplete("my nan always… *")).toBe(true);
  expect(isToComplete("my nan always.")).toBe(false);
});

test("the code under the caret", () => {
  expect(codeBefore("a light job #pu", 15)).toEqual({ word: "pu", from: 13 });
  expect(codeBefore("#", 1)).toEqual({ word: "", from: 1 });
  expect(codeBefore("a#b", 3)).toBeNull();
  expect(codeBefore("#pu ", 4)).toBeNull();
});
