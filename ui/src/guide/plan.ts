import type { Activity, Design, Kind, Question } from "$lib/api";

/** The minutes of a guide for one kind of group. */
export interface Total {
  kind: Kind;
  planned: number;
  /** What it can be cut down to. */
  least: number;
  /** Above what the evening has; negative when there is time to spare. */
  over: number;
}

export function totals(design: Design): Total[] {
  const all = design.stages.flatMap((stage) => stage.activities);
  return design.kinds.map((kind) => {
    const planned = sum(all.map((a) => a.minutes[kind.id] ?? 0));
    return { kind, planned, least: sum(all.map((a) => a.least[kind.id] ?? 0)), over: planned - kind.minutes };
  });
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

/** One way to bring a guide that is too long back to its time. */
export interface Mend {
  /** The activities as they would be. */
  activities: Activity[];
  /** Minutes that each gives up. */
  each: number;
  /** The one activity that gives them; null: each idea does. */
  from: string | null;
}

/** From each idea alike where that comes out even and leaves each its least, or else from the activity with most to spare. */
export function mend(design: Design, total: Total): Mend | null {
  const { kind, over } = total;
  if (over <= 0) return null;
  const all = design.stages.flatMap((stage) => stage.activities);
  const spare = (a: Activity) => (a.minutes[kind.id] ?? 0) - (a.least[kind.id] ?? 0);
  const shorter = (a: Activity, by: number) => ({ ...a, minutes: { ...a.minutes, [kind.id]: (a.minutes[kind.id] ?? 0) - by } });
  const ideas = all.filter((a) => a.tool.type === "discussion");
  const each = over / ideas.length;
  if (ideas.length > 0 && Number.isInteger(each) && ideas.every((a) => spare(a) >= each)) {
    return { activities: ideas.map((a) => shorter(a, each)), each, from: null };
  }
  const most = all.toSorted((a, b) => spare(b) - spare(a))[0];
  if (!most || spare(most) < over) return null;
  return { activities: [shorter(most, over)], each: over, from: most.title };
}

/** Minutes of each lens when an idea has `minutes`: by its share, whole, and adding up. */
export function shares(design: Design, minutes: number): number[] {
  const all = parts(design);
  let [given, part] = [0, 0];
  return design.lenses.map((lens) => {
    part += lens.share;
    const until = Math.round((minutes * part) / Math.max(1, all));
    const own = until - given;
    given = until;
    return own;
  });
}

/** The parts that the lenses divide an idea's time by. */
export function parts(design: Design): number {
  return sum(design.lenses.map((lens) => lens.share));
}

/** What discussions can have in common. */
const COMMON = ["subtitle", "ask", "hint", "minutes", "least", "questions", "probes", "notes"] as const;
const PARTS = { subtitle: "subtitle", ask: "ask", hint: "hint", minutes: "minutes", least: "least", questions: "question", probes: "probe", notes: "note" } as const;

/** What an activity says in a field, without the ids of questions. */
const says = (activity: Activity, field: (typeof COMMON)[number]) =>
  JSON.stringify(activity[field], (key, value: unknown) => (key === "id" ? undefined : value));

/** The fields in which discussions differ from one another. */
export function apart(talks: readonly Activity[]) {
  const [first, ...others] = talks;
  if (!first) return [];
  return COMMON.filter((field) => others.some((other) => says(other, field) !== says(first, field))).map((field) => PARTS[field]);
}

/** Discussions with a change to one of them, made in each where it said the same before. */
export function inEach(talks: readonly Activity[], of: Activity, change: Partial<Activity>, newId: () => string): Activity[] {
  const common = COMMON.filter((field) => field in change);
  const made = { ...of, ...change };
  return talks.map((talk) => {
    if (talk.id === of.id) return made;
    const part: Partial<Activity> = {};
    for (const field of common) {
      if (field === "minutes" || field === "least") part[field] = minutesIn(talk[field], of[field], made[field]);
      else if (says(talk, field) !== says(of, field)) continue;
      else if (field === "questions" || field === "probes") part[field] = asked(talk[field], of[field], made[field], newId);
      else Object.assign(part, { [field]: made[field] });
    }
    return { ...talk, ...part };
  });
}

/** Minutes by kind of group, changed for a kind where they were the same. */
function minutesIn(talk: Record<string, number>, was: Record<string, number>, is: Record<string, number>) {
  const kinds = Object.keys(is).filter((kind) => talk[kind] === was[kind]);
  return { ...talk, ...Object.fromEntries(kinds.map((kind) => [kind, is[kind] ?? 0])) };
}

/** Questions in other words or another order, under the ids that they have elsewhere. */
function asked(talk: Question[], was: Question[], is: Question[], newId: () => string): Question[] {
  return is.map(({ id, text }) => ({ id: talk[was.findIndex((q) => q.id === id)]?.id ?? newId(), text }));
}

/** Where an activity goes when it is moved by one: its stage, and what it stands before there. */
export function stepped(design: Design, id: string, by: -1 | 1): { stage: number; before: string | null } | null {
  const stage = design.stages.findIndex((s) => s.activities.some((a) => a.id === id));
  const list = design.stages[stage]?.activities;
  if (!list) return null;
  const at = list.findIndex((a) => a.id === id);
  if (by === -1) {
    if (at > 0) return { stage, before: list[at - 1]?.id ?? null };
    return stage > 0 ? { stage: stage - 1, before: null } : null;
  }
  if (at < list.length - 1) return { stage, before: list[at + 2]?.id ?? null };
  const next = design.stages[stage + 1];
  return next ? { stage: stage + 1, before: next.activities[0]?.id ?? null } : null;
}

/** A word for a new kind of group, the first of its name: it stands over columns and in the guide's text. */
export function kindWord(kinds: readonly Kind[], name: string): string {
  const word = name.toLowerCase().match(/[a-z0-9]+/)?.[0] ?? "kind";
  let [id, n] = [word, 2];
  while (kinds.some((kind) => kind.id === id)) id = `${word}-${n++}`;
  return id;
}

/** A copy of an activity under a new name, with new names for what it asks. */
export function copyOf(activity: Activity, newId: (of: string) => string): Activity {
  const anew = <T extends { id: string }>(list: T[]) => list.map((thing) => ({ ...thing, id: newId("q") }));
  return {
    ...activity,
    id: newId("a"),
    questions: anew(activity.questions),
    probes: anew(activity.probes),
    tool: activity.tool.type === "discussion" ? { ...activity.tool, slot: newId("s") } : activity.tool,
  };
}

/** An activity of one length for every kind of group, which asks what it says. */
export function plain(design: Design, id: string, title: string, ask: string, minutes: number): Activity {
  const alike = Object.fromEntries(design.kinds.map((kind) => [kind.id, minutes]));
  return {
    id,
    title,
    subtitle: "",
    ask,
    hint: "",
    minutes: alike,
    least: alike,
    tool: { type: "none" },
    questions: [],
    probes: [],
    notes: [],
  };
}
