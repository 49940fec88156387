import type { Attribute, AttributeId, Quota, Renamed, Sample } from "$lib/api";
import type { Line } from "$shared/lines.svelte";
import { askedBy } from "./asked";

/** What people are asked, while it is edited: each value is a line with a name that stays. */
export interface Own extends Omit<Attribute, "values"> {
  lines: Line[];
  /** The method asks it: only its values are the study's to edit. */
  ofMethod: boolean;
}

/** The sample while it is edited. */
export interface Draft {
  own: Own[];
  quotas: Quota[];
}

/** A line that begins so is a value that was there before, whatever it is called by now. */
const WAS = "was ";

export function draftOf(sample: Sample, method: readonly Attribute[]): Draft {
  const own = askedBy(method, sample.attributes).map(({ values, ...rest }) => ({
    ...rest,
    lines: values.map((value) => ({ id: `${WAS}${value}`, text: value })),
    ofMethod: method.some((one) => one.id === rest.id),
  }));
  return { own, quotas: sample.quotas };
}

export function attributeOf({ lines, ofMethod: _, ...rest }: Own): Attribute {
  return { ...rest, values: lines.map((line) => line.text) };
}

export function sampleOf(draft: Draft): Sample {
  return { attributes: draft.own.map(attributeOf), quotas: draft.quotas };
}

/** The draft with other values of an attribute: a quota follows the value that it asks for. */
export function withLines(draft: Draft, id: AttributeId, lines: Line[]): Draft {
  const before = draft.own.find((own) => own.id === id)?.lines ?? [];
  const follow = (value: string) => {
    const line = before.find((one) => one.text === value);
    return lines.find((one) => one.id === line?.id)?.text ?? value;
  };
  const quotas = draft.quotas.map((quota) => {
    const value = quota.of[id];
    return value === undefined ? quota : { ...quota, of: { ...quota.of, [id]: follow(value) } };
  });
  return { own: draft.own.map((own) => (own.id === id ? { ...own, lines } : own)), quotas };
}

/** The values that are called something else now: who gave them as an answer gave the new one. */
export function renamedIn(draft: Draft): Renamed[] {
  return draft.own.flatMap(({ id, lines }) =>
    lines
      .filter((line) => line.id.startsWith(WAS) && line.id !== `${WAS}${line.text}`)
      .map((line) => ({ attribute: id, from: line.id.slice(WAS.length), to: line.text })),
  );
}

/** A name for something new to ask, of its words and of no other. */
export function newAttribute(name: string, taken: (id: string) => boolean): AttributeId {
  const word = name.trim().toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  let id = word;
  for (let n = 2; taken(id); n++) id = `${word}-${n}`;
  return id;
}

/** Values as they are typed in a line, "rents, owns": each once. */
export function valuesIn(text: string): string[] {
  const all = text.split(",").map((value) => value.trim()).filter((value) => value !== "");
  const same = (value: string) => (other: string) => other.toLocaleLowerCase() === value.toLocaleLowerCase();
  return all.filter((value, at) => all.findIndex(same(value)) === at);
}
