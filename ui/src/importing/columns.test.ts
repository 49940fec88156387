import { describe, expect, it } from "vitest";
import type { Attribute, ShownRow } from "$lib/api";
import { hintOf, mendedIn, nameOf, settledBy, targetsOf, whyOf } from "./columns";

const attributes: Attribute[] = [{ id: "grade", name: "Social grade", values: ["ABC1", "C2DE"], shown: "never" }];

function row(...notes: ShownRow["notes"][number][]): ShownRow {
  return { row: 5, verdict: "in", notes, session: null, seat: null, name: "Hannah", sex: "", age_band: "", place: "", attributes: {} };
}

describe("what columns are", () => {
  it("is offered by name, left out first", () => {
    const names = targetsOf(attributes).map((one) => one.label);
    expect(names[0]).toBe("Left out");
    expect(names).toContain("Social grade");
    expect(nameOf("attribute:grade", attributes)).toBe("Social grade");
  });

  it("says that phones stay out unless they are asked for", () => {
    expect(hintOf("phone", false)).toBe("phones stay out");
    expect(hintOf("phone", true)).toBe("");
  });
});

describe("what happens to a row", () => {
  it("is said in words", () => {
    expect(whyOf(row(), attributes)).toBe("comes in");
    expect(whyOf(row({ code: "first_name_only", args: {} }), attributes)).toBe("comes in");
    const notes = [{ code: "lacks" as const, args: { what: "attribute:grade" } }];
    expect(whyOf(row(...notes), attributes)).toBe("lacks social grade");
    const twice = { code: "duplicate" as const, args: { row: "5", born: "true" } };
    expect(whyOf(row(twice), attributes)).toBe("same name and birth date as row 5");
  });

  it("marks what was mended", () => {
    const notes: ShownRow["notes"] = [
      { code: "read_as", args: { what: "sex", from: "W", to: "Female" } },
      { code: "serial", args: { from: "34521", date: "6 July 1994" } },
    ];
    expect([...mendedIn(row(...notes))]).toEqual(["sex", "age"]);
  });

  it("says what would settle it", () => {
    expect(settledBy(row({ code: "no_such_date", args: { text: "31/02/1981" } }))).toBe("age");
    expect(settledBy(row({ code: "age_outside", args: {} }))).toBe("session");
    expect(settledBy(row({ code: "duplicate", args: {} }))).toBe("");
  });
});
