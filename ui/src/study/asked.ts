import type { Attribute } from "$lib/api";

/** What a person's age stands under: the band that is printed beside their words. */
export const AGE = "age-band";

/** What people are asked by the method, and beside it by the study. Of what both name, the values are the study's. */
export function askedBy(method: readonly Attribute[], own: readonly Attribute[]): Attribute[] {
  const inStudy = (one: Attribute) => ({ ...one, values: own.find((other) => other.id === one.id)?.values ?? one.values });
  return [...method.map(inStudy), ...own.filter((one) => !method.some((other) => other.id === one.id))];
}

type Years = readonly [from: number, to: number];

/** Years of age as people write them: "25–39", "25 to 29", "65+", "75 and over". */
function years(text: string): Years | null {
  const found = /^\s*(\d+)\s*(?:(?:[-–—]|to\b)\s*(\d+)|\+|(?:and|or) over|plus)\s*$/i.exec(text);
  return found ? [Number(found[1]), found[2] === undefined ? Infinity : Number(found[2])] : null;
}

/** An age as short as it can be written: "25–29", "75+". */
export function shortAge(text: string): string {
  const [from, to] = years(text) ?? [];
  return from === undefined ? text : to === Infinity ? `${from}+` : `${from}–${to}`;
}

/** What asks for the age more finely than it is printed: everything that it offers is an age. */
export function finerAge(asked: readonly Attribute[]): Attribute | undefined {
  return asked.find(({ values }) => values.length > 0 && values.every((value) => years(value)));
}

/** What people are asked, their age aside: that is one thing, however finely it is asked for. */
export function withoutAge(asked: readonly Attribute[]): Attribute[] {
  const finer = finerAge(asked);
  return asked.filter((one) => one !== finer);
}

/** Which of some ages was typed: "25-29" is "25 to 29". */
export function ageAmong(ages: readonly string[], typed: string): string | undefined {
  const meant = years(typed);
  return ages.find((age) => {
    const is = years(age);
    return is && meant ? is[0] === meant[0] && is[1] === meant[1] : age.toLocaleLowerCase() === typed.trim().toLocaleLowerCase();
  });
}

/** Whether one age lies within another. */
export function ageHolds(wide: string, narrow: string): boolean {
  const [all, some] = [years(wide), years(narrow)];
  return all !== null && some !== null && all[0] <= some[0] && some[1] <= all[1];
}
