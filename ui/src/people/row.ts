import type { Attribute, AttributeId, Participant } from "$lib/api";
import { ageAmong, ageHolds, finerAge, shortAge, withoutAge } from "../study/asked";

/** What is typed about a person, beside the attributes. */
export type Fact = "name" | "sex" | "age_band" | "place";
export const FACTS: readonly Fact[] = ["name", "sex", "age_band", "place"];

/** What was typed and is not kept yet: facts under their names, attributes under theirs. */
export type Typed = Partial<Record<Fact, string>> & Record<string, string>;

/** What an attribute is called among what was typed: no fact has such a name. */
export const keyOf = (attribute: AttributeId) => `attribute-${attribute}`;

/** What one letter stands for, so that a person is typed in seconds. */
const SEXES: Record<string, string> = { f: "Female", w: "Female", m: "Male" };

export function factsOf(person: Participant | null): Record<Fact, string> {
  const { name = "", sex = "", age_band = "", place = "" } = person ?? {};
  return { name, sex, age_band, place };
}

/** A person's attributes with what was typed; the very same where nothing is another than before. */
export function attributesOf(person: Participant | null, typed: Typed): Participant["attributes"] {
  const before = person?.attributes ?? {};
  const after = { ...before };
  for (const [key, text] of Object.entries(typed)) {
    const id = key.startsWith(keyOf("")) ? key.slice(keyOf("").length) : "";
    if (id === "") continue;
    if (text.trim() === "") delete after[id];
    else after[id] = text.trim();
  }
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].every((id) => before[id] === after[id]) ? before : after;
}

/** A value from its first letters: as it is offered, where only one begins so; else as typed. */
export function complete(typed: string, values: readonly string[]): string {
  const start = typed.trim().toLocaleLowerCase();
  if (start === "") return "";
  const same = values.find((value) => value.toLocaleLowerCase() === start);
  const begin = values.filter((value) => value.toLocaleLowerCase().startsWith(start));
  return same ?? (begin.length === 1 ? (begin[0] ?? "") : typed.trim());
}

/** Takes the words out of a name that say something people are asked: "Hannah, f, ABC1, heavy user". */
export function quick(name: string, asked: readonly Attribute[]): { name: string; attributes: Participant["attributes"] } {
  const attributes: Participant["attributes"] = {};
  const [first = "", ...more] = name.split(",");
  const rest = more.filter((word) => {
    const said = valueIn(word.trim().toLocaleLowerCase(), withoutAge(asked));
    if (said) attributes[said.id] = said.value;
    return !said;
  });
  // An age that comes first leaves the sex open.
  if (rest[0] !== undefined && ageAmong(finerAge(asked)?.values ?? [], rest[0]) !== undefined) rest.unshift("");
  return { name: [first, ...rest].join(","), attributes };
}

/** What a word says of what people are asked: a value of one thing only, or the name of a yes. */
function valueIn(word: string, asked: readonly Attribute[]): { id: AttributeId; value: string } | null {
  const is = (text: string) => text.toLocaleLowerCase() === word;
  const found = asked.flatMap(({ id, name, values }) => {
    const yes = values.find((value) => value.toLocaleLowerCase() === "yes");
    if (yes !== undefined) return is(name) ? [{ id, value: yes }] : values.filter(is).map((value) => ({ id, value }));
    return values.filter(is).map((value) => ({ id, value }));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Reads a row as it was typed: "Hannah, f, 25-39, Oxford" in the name alone fills the others. */
export function read(typed: Record<Fact, string>): Record<Fact, string> {
  const [name = "", ...more] = typed.name.split(",").map((word) => word.trim());
  const facts: Record<Fact, string> = {
    name,
    sex: more[0] || typed.sex.trim(),
    age_band: (more[1] || typed.age_band.trim()).replace(/(\d)\s*(?:-|\bto\b)\s*(\d)/, "$1–$2"),
    place: more.slice(2).join(", ") || typed.place.trim(),
  };
  return { ...facts, sex: SEXES[facts.sex.toLowerCase()] ?? facts.sex };
}

/** A person's age as it is known: more finely than it is printed, where the study asks for that. */
export function ageOf(person: Pick<Participant, "age_band" | "attributes">, asked: readonly Attribute[]): string {
  return shortAge(person.attributes[finerAge(asked)?.id ?? ""] || person.age_band);
}

/**
 * What an age that was typed means: one of the ages that the study asks for, which leaves a wider one
 * on paper as it is, or what stands on paper alone.
 */
export function aged(before: Participant | null, age: string, asked: readonly Attribute[]): { age_band: string; typed: Typed } {
  const finer = finerAge(asked);
  if (!finer) return { age_band: age, typed: {} };
  const meant = ageAmong(finer.values, age);
  const stays = before !== null && meant !== undefined && ageHolds(before.age_band, meant);
  return { age_band: stays ? before.age_band : age, typed: { [keyOf(finer.id)]: meant ?? "" } };
}

/** Who comes instead, as far as is known: what stands in a field, else in the line, else what was known of who waits. */
export interface Told {
  facts: Record<Fact, string>;
  attributes: Participant["attributes"];
  /** The one of those who wait that is meant. */
  waiting: Participant | null;
}

/** Reads who comes instead. A field that was emptied says nothing, whatever was known before. */
export function told(typed: Typed, asked: readonly Attribute[], waiting: (name: string) => Participant | null): Told {
  const said = quick(typed.name ?? "", asked);
  const line = read({ ...factsOf(null), name: said.name });
  const known = waiting(line.name);
  const { name: _, ...fields } = read({ ...factsOf(null), ...typed, name: "" });
  const facts = { ...factsOf(known), ...filled(line) };
  for (const fact of FACTS) if (fact !== "name" && typed[fact] !== undefined) facts[fact] = fields[fact];
  const isAged = typed.age_band !== undefined || facts.age_band !== (known?.age_band ?? "");
  const age = isAged ? aged(known, facts.age_band, asked) : null;
  const attributes = attributesOf(known, { ...keyed(said.attributes), ...completed(typed, asked), ...age?.typed });
  return { facts: { ...facts, ...(age && { age_band: age.age_band }) }, attributes, waiting: known };
}

/** What was typed of what people are asked, its values completed from their first letters. */
export function completed(typed: Typed, asked: readonly Attribute[]): Typed {
  const chosen = asked.filter(({ id }) => typed[keyOf(id)] !== undefined);
  return Object.fromEntries(chosen.map(({ id, values }) => [keyOf(id), complete(typed[keyOf(id)] ?? "", values)]));
}

/** Attributes under the names that they are typed by. */
export function keyed(attributes: Participant["attributes"]): Typed {
  return Object.fromEntries(Object.entries(attributes).map(([id, value]) => [keyOf(id), value]));
}

/** What is not empty. */
function filled(facts: Record<Fact, string>): Partial<Record<Fact, string>> {
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ""));
}
