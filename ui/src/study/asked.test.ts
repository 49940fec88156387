import { describe, expect, it } from "vitest";
import type { Attribute } from "$lib/api";
import { ageAmong, ageHolds, askedBy, finerAge, shortAge, withoutAge } from "./asked";

const one = (id: string, ...values: string[]): Attribute => ({ id, name: id, values, shown: "never" });
const ages = one("age-group", "16 to 17", "18–24", "65+", "75 and over");
const grade = one("grade", "ABC1", "C2DE");

it("what the method asks has the values that the study gives it", () => {
  const own = [{ ...one("grade", "AB", "C1"), shown: "always" as const }, one("housing", "rents")];
  expect(askedBy([grade], own)).toEqual([{ ...grade, values: ["AB", "C1"] }, one("housing", "rents")]);
});

describe("the age of a person", () => {
  it("is what offers nothing but ages", () => {
    expect(finerAge([grade, ages])).toBe(ages);
    expect(finerAge([grade, one("children", "none", "5 and over"), one("place")])).toBeUndefined();
    expect(withoutAge([grade, ages])).toEqual([grade]);
  });
  it("is the same age however it is written", () => {
    expect(["16-17", "18 to 24", "65 and over", "75+", "16–24"].map((typed) => ageAmong(ages.values, typed))).toEqual(["16 to 17", "18–24", "65+", "75 and over", undefined]);
  });
  it("is short in a table", () => {
    expect(["16 to 17", "75 and over", "25-29", "over 50"].map(shortAge)).toEqual(["16–17", "75+", "25–29", "over 50"]);
  });
  it("lies within a wider one or does not", () => {
    expect(ageHolds("16–24", "16 to 17")).toBe(true);
    expect(ageHolds("65+", "75 and over")).toBe(true);
    expect(ageHolds("65–74", "65+")).toBe(false);
    expect(ageHolds("", "16 to 17")).toBe(false);
  });
});
