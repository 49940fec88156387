import type { Attribute, Note, ShownRow, StudyView } from "$lib/api";
import { t } from "$lib/text";

/** What every study knows of a person. */
const EVERY = ["name", "surname", "session", "seat", "sex", "age", "place"] as const;
const CONTACTS = ["phone", "email"];

/** What people are asked in this study, by its method and by its sample. */
export function attributesOf(view: StudyView | null): Attribute[] {
  if (!view) return [];
  const method = view.design.design.attributes;
  const more = view.study.sample.attributes.filter((one) => !method.some((known) => known.id === one.id));
  return [...method, ...more];
}

/** What a column can be, "left out" first. */
export function targetsOf(attributes: readonly Attribute[]): { value: string; label: string }[] {
  return ["out", ...EVERY, ...attributes.map((one) => `attribute:${one.id}`), ...CONTACTS].map((value) => ({
    value,
    label: nameOf(value, attributes),
  }));
}

/** What a column is, in words. */
export function nameOf(target: string, attributes: readonly Attribute[]): string {
  const id = /^attribute:(.+)$/.exec(target)?.[1];
  return id === undefined ? t(`import-is-${target}`) : (attributes.find((one) => one.id === id)?.name ?? id);
}

/** Whether a column's spellings stand for one of a few values. */
export function hasMeanings(target: string): boolean {
  return target === "session" || target === "sex" || target.startsWith("attribute:");
}

export function contactsAmong(targets: readonly string[]): boolean {
  return targets.some((target) => CONTACTS.includes(target));
}

/** What is to be known of what a column becomes, in few words. */
export function hintOf(target: string, contacts: boolean): string {
  if (CONTACTS.includes(target)) return contacts ? "" : t(`import-hint-${target}-out`);
  return target === "name" || target === "surname" || target === "age" ? t(`import-hint-${target}`) : "";
}

/** The value of a row under a column. */
export function valueOf(row: ShownRow, target: string): string {
  const id = /^attribute:(.+)$/.exec(target)?.[1];
  if (id !== undefined) return row.attributes[id] ?? "";
  return target === "sex" ? row.sex : target === "age" ? row.age_band : target === "place" ? row.place : "";
}

/** What is said of a row. That everybody's surname stays out goes without saying. */
export function whyOf(row: ShownRow, attributes: readonly Attribute[]): string {
  const said = row.notes.filter((note) => note.code !== "first_name_only").map((note) => say(note, attributes));
  return said.length === 0 ? t("import-comes-in") : said.join("; ");
}

function say(note: Note, attributes: readonly Attribute[]): string {
  const what = note.args["what"];
  const args = what === undefined ? note.args : { ...note.args, what: nameOf(what, attributes).toLocaleLowerCase() };
  return t(`import-why-${note.code}`, args as Record<string, string>);
}

/** What in a row stands there otherwise than in the sheet. */
export function mendedIn(row: ShownRow): Set<string> {
  const mended = new Set<string>();
  for (const { code, args } of row.notes) {
    if (["read_as", "not_understood", "formula", "merged"].includes(code)) mended.add(args["what"] ?? "");
    else if (code === "serial" || code === "day_first" || code === "turned") mended.add("age");
    else if (code === "capitals" || code === "initial") mended.add("name");
  }
  return mended;
}

/** What would settle a row that waits. Empty: nothing but leaving it out, or mending the columns. */
export function settledBy(row: ShownRow): string {
  switch (row.notes[0]?.code) {
    case "age_outside":
    case "no_group":
    case "no_group_named":
    case "group_over":
      return "session";
    case "no_such_date":
    case "no_age":
      return "age";
    case "no_name":
      return "name";
    case "seat_taken":
    case "no_such_seat":
      return "seat";
    case "too_long":
      return row.notes[0].args["what"] ?? "";
    default:
      return "";
  }
}
