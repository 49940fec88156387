import { describe, expect, it } from "vitest";
import type { Attribute, Observer, Participant } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { aboutConsent, nextAnswer } from "./consent";
import { around } from "./room";
import { aged, ageOf, attributesOf, complete, keyOf, quick, read, told } from "./row";

const blank = { name: "", sex: "", age_band: "", place: "" };
const asked: Attribute[] = [
  { id: "grade", name: "Social grade", values: ["ABC1", "C2DE"], shown: "always" },
  { id: "ethnicity", name: "Ethnicity", values: ["Indian", "White British"], shown: "when_recruited_by" },
  { id: "heavy-user", name: "Heavy user", values: ["yes", "no"], shown: "never" },
  { id: "parent", name: "Parent", values: ["yes", "no"], shown: "never" },
];
const nobody = { take_part: null, recorded: null, quoted: null, observers: null };

function person(name: string, more: Partial<Participant> = {}): Participant {
  return {
    ...blank,
    id: name,
    session: "tonight",
    seat: 1,
    name,
    attributes: {},
    came: "2026-03-12T18:41:00Z",
    left: null,
    absence: null,
    coarse: false,
    consent: { take_part: true, recorded: true, quoted: true, observers: true },
    withdrew: null,
    replaces: null,
    ...more,
  };
}

const council: Observer = { name: "", organisation: "the council", announced: true };

const evening = (seated: Participant[], observers: Observer[] = []) =>
  ({ seated, session: { plan: { observers } } }) as unknown as EveningState;

describe("a row as it is typed", () => {
  it("fills the row from commas in the name", () => {
    const typed = read({ ...blank, name: "Hannah, f, 25-39, Stow, near Oxford" });
    expect(typed).toEqual({ name: "Hannah", sex: "Female", age_band: "25–39", place: "Stow, near Oxford" });
  });

  it("knows one letter for the sex, and keeps any other word", () => {
    expect(read({ ...blank, name: "Tom", sex: "m" }).sex).toBe("Male");
    expect(read({ ...blank, name: "Sky", sex: "Non-binary" }).sex).toBe("Non-binary");
  });

  it("leaves a name alone that has no commas", () => {
    expect(read({ ...blank, name: " Zoë-Anne ", age_band: "75+" })).toEqual({ ...blank, name: "Zoë-Anne", age_band: "75+" });
  });

  it("knows the values of what people are asked, wherever they stand", () => {
    const typed = quick("Hannah, f, abc1, 25-39, heavy user, Indian, Stow, near Oxford", asked);
    expect(typed.attributes).toEqual({ grade: "ABC1", "heavy-user": "yes", ethnicity: "Indian" });
    expect(typed.name).toBe("Hannah, f, 25-39, Stow, near Oxford");
    // Yes says nothing by itself, and a town is no value.
    expect(quick("Tom, m, 30, yes", asked)).toEqual({ name: "Tom, m, 30, yes", attributes: {} });
    expect(quick("Sky", asked)).toEqual({ name: "Sky", attributes: {} });
  });

  it("takes an age at its place, however finely it is asked for, and one that stands where the sex would", () => {
    const ages = { id: "age-group", name: "Age", values: ["16 to 17", "25 to 29"], shown: "never" as const };
    expect(quick("Hannah, f, abc1, 25 to 29, Oxford", [...asked, ages]).name).toBe("Hannah, f, 25 to 29, Oxford");
    const said = quick("Hannah, 25-29", [...asked, ages]);
    expect(read({ ...blank, name: said.name })).toEqual({ ...blank, name: "Hannah", age_band: "25–29" });

    expect(aged(null, "25–29", [...asked, ages])).toEqual({ age_band: "25–29", typed: { [keyOf("age-group")]: "25 to 29" } });
    // A wider age on paper stays as it is; one that is none of those asked for is all that is known.
    const before = person("Hannah", { age_band: "16–24", attributes: { "age-group": "16 to 17" } });
    expect(ageOf(before, [...asked, ages])).toBe("16–17");
    expect(aged(before, "16-17", [...asked, ages]).age_band).toBe("16–24");
    expect(aged(before, "18–24", [...asked, ages])).toEqual({ age_band: "18–24", typed: { [keyOf("age-group")]: "" } });
    expect(aged(before, "18–24", asked)).toEqual({ age_band: "18–24", typed: {} });
  });

  it("completes a value from its first letters, where only one begins so", () => {
    expect(complete("c2", ["ABC1", "C2DE"])).toBe("C2DE");
    expect(complete("y", ["yes", "no"])).toBe("yes");
    expect(complete("B", ["Bangladeshi", "Black"])).toBe("B");
    expect(complete("bla", ["Bangladeshi", "Black", "Black British"])).toBe("bla");
    expect(complete("black", ["Bangladeshi", "Black", "Black British"])).toBe("Black");
    expect(complete("none, really", ["none"])).toBe("none, really");
  });

  it("changes the attributes that were typed, and none where all is as before", () => {
    const before = person("Hannah", { attributes: { grade: "ABC1", children: "none" } });
    expect(attributesOf(before, { [keyOf("grade")]: " C2DE ", name: "Hanna" })).toEqual({ grade: "C2DE", children: "none" });
    expect(attributesOf(before, { [keyOf("children")]: "" })).toEqual({ grade: "ABC1" });
    expect(attributesOf(before, { [keyOf("grade")]: "ABC1" })).toBe(before.attributes);
  });
});

describe("who comes instead", () => {
  const noor = person("Noor", { seat: null, sex: "Female", age_band: "25–29", place: "Stow", attributes: { grade: "ABC1", parent: "yes" } });
  const waits = (name: string) => (name.toLowerCase() === "noor" ? noor : null);

  it("is known as who waits, with what the line and the fields say over it", () => {
    expect(told({ name: "noor" }, asked, waits)).toEqual({ facts: { ...blank, name: "noor", sex: "Female", age_band: "25–29", place: "Stow" }, attributes: noor.attributes, waiting: noor });
    const said = told({ name: "Noor, f, 30-34, c2de", [keyOf("parent")]: "n", place: "Oxford" }, asked, waits);
    expect(said.facts).toEqual({ name: "Noor", sex: "Female", age_band: "30–34", place: "Oxford" });
    expect(said.attributes).toEqual({ grade: "C2DE", parent: "no" });
  });

  it("says nothing where a field was emptied, whatever was known or stands in the line", () => {
    const said = told({ name: "Noor, f, 30-34, C2DE", sex: "", age_band: "", place: " ", [keyOf("grade")]: "", [keyOf("parent")]: "" }, asked, waits);
    expect(said.facts).toEqual({ ...blank, name: "Noor" });
    expect(said.attributes).toEqual({});
    expect(told({ name: "Ada, f", sex: "m" }, asked, waits).facts.sex).toBe("Male");
  });
});

describe("what people said yes to", () => {
  it("goes round from not asked to yes and no", () => {
    expect([null, true, false].map(nextAnswer)).toEqual([true, false, null]);
  });

  it("is quiet where everybody said yes, and where nobody has been asked", () => {
    expect(aboutConsent(evening([person("Hannah"), person("Tom")], [council]))).toBe("");
    expect(aboutConsent(evening([person("Hannah", { consent: nobody })]))).toBe("");
  });

  it("names who said no, and to what", () => {
    const marcus = person("Marcus", { consent: { take_part: true, recorded: false, quoted: false, observers: false } });
    const arun = person("Arun", { withdrew: "2026-03-12T19:20:00Z" });
    const beth = person("Beth", { consent: nobody });
    const words = aboutConsent(evening([person("Hannah"), marcus, arun, beth]));
    expect(words).toContain("Marcus does not want to be recorded.");
    expect(words).toContain("Marcus and Arun count but are not quoted.");
    expect(words).toContain("Beth has not signed yet.");
    // Nobody is observing.
    expect(words).not.toContain("observ");
    expect(aboutConsent(evening([marcus], [council]))).toContain("Marcus does not want observers in the room.");
  });

  it("says who watches until the group has been told", () => {
    const dana: Observer = { name: "Dana Hill", organisation: "the commission", announced: false };
    expect(aboutConsent(evening([person("Hannah")], [council, dana]))).toBe(
      "Dana Hill (the commission) watches: tell the group at the start.",
    );
    expect(aboutConsent(evening([person("Hannah")], [council, { ...dana, announced: true }]))).toBe("");
  });

  it("leaves out who did not come", () => {
    const gone = person("Kieran", { absence: "ill", consent: { ...nobody, recorded: false } });
    expect(aboutConsent(evening([person("Hannah"), gone]))).toBe("");
  });
});

describe("places round the table", () => {
  it.each([1, 4, 9, 12, 40])("puts %i chairs inside the room, none on another", (n) => {
    const chairs = around(n);
    expect(new Set(chairs.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)).size).toBe(n);
    for (const { x, y } of chairs) {
      expect(x).toBeGreaterThan(5);
      expect(x).toBeLessThan(95);
      expect(y).toBeGreaterThan(15);
      expect(y).toBeLessThan(95);
    }
  });
});
