import { describe, expect, it } from "vitest";
import type { Attribute } from "$lib/api";
import { asked, choosable, grouped, kindHeading, kindOf, kindWords, sameKind } from "./quotas";

const asks: Attribute[] = [
  ...asked(null),
  { id: "grade", name: "Social grade", values: ["ABC1", "C2DE"], shown: "always" },
  { id: "heavy-user", name: "Heavy users", values: ["Yes", "No"], shown: "never" },
];

describe("a quota in words", () => {
  it("names its values in the order in which people are asked", () => {
    expect(kindWords({ grade: "ABC1", "age-band": "65+" }, asks)).toBe("65+, ABC1");
    expect(kindHeading({ grade: "ABC1", "age-band": "65+" }, asks)).toBe("Age, social grade");
  });
  it("says what a plain yes is a yes to", () => {
    expect(kindWords({ "heavy-user": "Yes" }, asks)).toBe("Heavy users");
  });
});

it("an age is one thing to choose, whichever of its values is meant", () => {
  const ages: Attribute = { id: "age-group", name: "Age", values: ["16 to 17", "18 to 24"], shown: "never" };
  const all = [...asks, ages];
  const names = choosable(all).map((one) => one.name);
  expect(names).toEqual(["Sex", "Age", "Place", "Social grade", "Heavy users"]);
  expect(choosable(all)[1]?.values).toEqual(ages.values);
  expect(kindOf([["age-band", "16-17"], ["grade", "ABC1"]], all)).toEqual({ "age-group": "16 to 17", grade: "ABC1" });
  expect(kindOf([["age-band", " 65+ "]], all)).toEqual({ "age-band": "65+" });
});

it("two quotas are for the same people whatever their order", () => {
  expect(sameKind({ a: "1", b: "2" }, { b: "2", a: "1" })).toBe(true);
  expect(sameKind({ a: "1" }, { a: "1", b: "2" })).toBe(false);
});

it("things stand under their heading in the order they came", () => {
  expect(grouped(["b1", "a1", "b2"], (word) => word.charAt(0))).toEqual([
    { heading: "b", of: ["b1", "b2"] },
    { heading: "a", of: ["a1"] },
  ]);
});
