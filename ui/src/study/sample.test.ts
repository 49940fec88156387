import { describe, expect, it } from "vitest";
import type { Sample } from "$lib/api";
import { draftOf, newAttribute, renamedIn, sampleOf, valuesIn, withLines } from "./sample";

const sample: Sample = {
  attributes: [{ id: "housing", name: "Housing", values: ["rents", "owns"], shown: "never" }],
  quotas: [
    { of: { housing: "rents", sex: "Male" }, people: 3 },
    { of: { sex: "Male" }, people: 9 },
  ],
};

describe("the sample while it is edited", () => {
  it("is the sample again where nothing was changed", () => {
    expect(sampleOf(draftOf(sample, []))).toEqual(sample);
    expect(renamedIn(draftOf(sample, []))).toEqual([]);
  });

  it("lets a quota follow the value that it asks for, and says what was renamed", () => {
    const draft = draftOf(sample, []);
    const [rents, owns] = draft.own[0]?.lines ?? [];
    if (!rents || !owns) throw new Error("two values");
    const once = withLines(draft, "housing", [owns, { ...rents, text: "lets" }, { id: "new", text: "lodges" }]);
    const after = withLines(once, "housing", (once.own[0]?.lines ?? []).map((line) => (line.text === "lets" ? { ...line, text: "rents a flat" } : line)));
    expect(sampleOf(after).attributes[0]?.values).toEqual(["owns", "rents a flat", "lodges"]);
    expect(after.quotas.map((quota) => quota.of)).toEqual([{ housing: "rents a flat", sex: "Male" }, { sex: "Male" }]);
    // From what it was called when the form was opened, whatever it was called in between.
    expect(renamedIn(after)).toEqual([{ attribute: "housing", from: "rents", to: "rents a flat" }]);
  });

  it("has what the method asks, with the values that the study gives it", () => {
    const grade = { id: "grade", name: "Social grade", values: ["ABC1", "C2DE"], shown: "never" as const };
    const draft = draftOf({ attributes: [...sample.attributes, { ...grade, values: ["AB", "C1"] }], quotas: [] }, [grade]);
    expect(draft.own.map((own) => [own.id, own.ofMethod, own.lines.map((line) => line.text)])).toEqual([
      ["grade", true, ["AB", "C1"]],
      ["housing", false, ["rents", "owns"]],
    ]);
    expect(sampleOf(draft).attributes[0]).toEqual({ ...grade, values: ["AB", "C1"] });
  });

  it("leaves a quota that asks for a value that was taken out: that is to be settled first", () => {
    const after = withLines(draftOf(sample, []), "housing", []);
    expect(after.quotas).toEqual(sample.quotas);
    expect(renamedIn(after)).toEqual([]);
  });
});

it("what is newly asked has a name of its own", () => {
  expect(newAttribute(" Parent of young children ", () => false)).toBe("parent-of-young-children");
  expect(newAttribute("Housing", (id) => id === "housing" || id === "housing-2")).toBe("housing-3");
});

it("values typed in a line are each there once", () => {
  expect(valuesIn(" rents, owns,, Rents ,lodges")).toEqual(["rents", "owns", "lodges"]);
  expect(valuesIn(" , ")).toEqual([]);
});
