import type { Attribute, Quota, QuotaNotice, StudyView } from "$lib/api";
import { t } from "$lib/text";
import { AGE, ageAmong, askedBy, finerAge, withoutAge } from "./asked";

/** Whom a quota is for, attribute by attribute. */
export type Kind = Quota["of"];

/** What everybody is asked, whatever the method. */
const ALWAYS: readonly (readonly [string, string, readonly string[]])[] = [
  ["sex", "sample-sex", ["Female", "Male"]],
  [AGE, "sample-age", []],
  ["place", "sample-place", []],
];

/** Whether everybody is asked for it, and may answer whatever they like. */
export const isAlways = (id: string) => ALWAYS.some(([always]) => always === id);

/** Everything that people of a study are asked about themselves. */
export function asked(view: Pick<StudyView, "design" | "study"> | null): Attribute[] {
  const always = ALWAYS.map(([id, name, values]): Attribute => ({ id, name: t(name), values: [...values], shown: "always" }));
  return [...always, ...askedBy(view?.design.design.attributes ?? [], view?.study.sample.attributes ?? [])];
}

/** What a quota can be made from. An age is one thing to choose, whichever of its values is meant. */
export function choosable(attributes: readonly Attribute[]): Attribute[] {
  const ages = finerAge(attributes)?.values ?? [];
  return withoutAge(attributes).map((one) => (one.id === AGE ? { ...one, values: ages } : one));
}

/** Whom a quota is for, of what was chosen and typed. */
export function kindOf(chosen: readonly (readonly [id: string, value: string])[], attributes: readonly Attribute[]): Kind {
  const finer = finerAge(attributes);
  const each = chosen.map(([id, value]) => {
    const age = id === AGE && finer ? ageAmong(finer.values, value) : undefined;
    return age !== undefined && finer ? [finer.id, age] : [id, value.trim()];
  });
  return Object.fromEntries(each) as Kind;
}

/** Yes says nothing by itself: the attribute's own name does. */
const isYes = (value: string) => value.toLocaleLowerCase() === "yes";

/** Whom a quota is for, in words: "65+, ABC1"; "Young children". */
export function kindWords(of: Kind, attributes: readonly Attribute[]): string {
  const known = attributes.filter((attribute) => of[attribute.id] !== undefined);
  const words = known.map((attribute) => {
    const value = of[attribute.id] ?? "";
    return isYes(value) ? attribute.name : value;
  });
  return words.join(", ");
}

const and = new Intl.ListFormat("en-GB");

/** What whoever recruits should know, in one line: "No seat left for 65+, ABC1". */
export function noticeWords(notice: QuotaNotice, attributes: readonly Attribute[]): string {
  const words = (quota: Quota) => kindWords(quota.of, attributes);
  switch (notice.type) {
    case "too_few_seats":
      return t("notice-no-seat", { kind: words(notice.quota), n: notice.quota.people - notice.people, seats: notice.seats });
    case "every_seat":
      return t("notice-every-seat", { kind: words(notice.quota), n: notice.to_find });
    case "together":
      return t("notice-together", { kinds: and.format(notice.quotas.map(words)), n: notice.to_find, seats: notice.seats });
  }
}

/** What a quota is about: the heading that it stands under. */
export function kindHeading(of: Kind, attributes: readonly Attribute[]): string {
  const known = attributes.filter((attribute) => of[attribute.id] !== undefined);
  if (known.length === 1 && isYes(of[known[0]?.id ?? ""] ?? "")) return t("sample-life");
  return known.map((attribute, i) => (i === 0 ? attribute.name : attribute.name.toLocaleLowerCase())).join(", ");
}

/** Whether two quotas are for the same people. */
export function sameKind(a: Kind, b: Kind): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Things that are alike by a word, in the order in which the words come first. */
export function grouped<T>(all: readonly T[], by: (one: T) => string): { heading: string; of: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return [...groups].map(([heading, of]) => ({ heading, of }));
}
