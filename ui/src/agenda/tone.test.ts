import { expect, test } from "vitest";
import { mmss } from "$lib/clock";
import moments from "../../../src-tauri/crates/domain/tests/rules/tones.json";
import { toneOf } from "./tone";

test("the clock looks as the domain says, moment for moment", () => {
  expect(moments.map(([left, allowed]) => [left, allowed, toneOf(Number(left), Number(allowed))])).toEqual(moments);
});

test("over time counts up", () => {
  expect([-1, -59, -300].map(mmss)).toEqual(["0:01", "0:59", "5:00"]);
});
