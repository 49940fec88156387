import { createContext } from "svelte";
import type { Activity, FlipItem, FlipItemId, ValueId, Weight } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";

export type Mode = "collect" | "merge" | "sort" | "weigh";
export const SECTIONS = ["core", "additional", null] as const;

export const [getChart, setChart] = createContext<Chart>();

/** The flip chart as one works on it: which line is in hand, and what is being done with it. */
export class Chart {
  readonly #evening: EveningState;
  readonly #activity: () => Activity;

  mode: Mode = $state("collect");
  /** The line in hand. */
  on: FlipItemId | null = $state(null);
  /** The line that a merge begins with: `on` is the one it goes into. */
  from: FlipItemId | null = $state(null);
  /** A sheet chosen by hand; else the last. */
  #sheet: number | null = $state(null);
  /** Where a dragged line would land: above this one, or at the foot of a section. */
  drop: { section: Weight | null; before: FlipItemId | null } | null = $state.raw(null);

  constructor(evening: EveningState, activity: () => Activity) {
    this.#evening = evening;
    this.#activity = activity;
  }

  /** Every line of this activity's chart, merged ones too. */
  readonly all = $derived.by(() =>
    this.#evening.flipItems.all.filter((i) => i.activity === this.#activity().id),
  );
  readonly sheets = $derived([...new Set(this.all.map((i) => i.sheet))]);
  readonly sheet = $derived(this.#sheet ?? this.sheets.at(-1) ?? null);
  readonly items = $derived(this.all.filter((i) => i.merged_into === null && i.sheet === this.sheet));
  readonly unsorted = $derived(this.items.filter((i) => i.weight === null).length);
  readonly fromItem = $derived(this.items.find((i) => i.id === this.from) ?? null);
  /** The lines as they stand on the sheet, section after section. */
  readonly standing = $derived(SECTIONS.flatMap((weight) => this.of(weight)));

  of(weight: Weight | null): FlipItem[] {
    return this.items.filter((i) => i.weight === weight);
  }

  /** What was merged into a line. */
  within(item: FlipItem): FlipItem[] {
    return this.all.filter((i) => i.merged_into === item.id);
  }

  /** How many lines a value was heard in. */
  heard(value: ValueId): number {
    return this.items.filter((i) => i.value === value).length;
  }

  turnTo(sheet: number) {
    this.#sheet = sheet === this.sheets.at(-1) ? null : sheet;
    this.on = this.from = null;
  }

  /** Turns to a clean sheet: the next line goes on it. */
  newSheet() {
    const used = this.#evening.flipItems.all.map((i) => i.sheet);
    this.#sheet = Math.max(0, ...used) + 1;
    this.on = this.from = null;
  }

  /** The sheet that a new line must be put on, where it is not the one in use anyway. */
  get writeOn(): number | undefined {
    return this.#sheet ?? undefined;
  }

  setMode(mode: Mode) {
    this.mode = mode;
    this.from = null;
  }

  /** Takes a line in hand. While merging, the first is merged into the second, pressed twice. */
  press(id: FlipItemId) {
    if (this.mode === "merge" && this.from === null) this.from = this.on = id;
    else if (this.from !== null && this.on === id && id !== this.from) void this.merge();
    else this.on = id;
  }

  /** Goes up or down the sheet; the line that is now in hand. */
  step(by: number): FlipItemId | null {
    const at = this.standing.findIndex((i) => i.id === this.on);
    const next = this.standing[at < 0 ? 0 : Math.min(this.standing.length - 1, Math.max(0, at + by))];
    this.on = next?.id ?? null;
    return this.on;
  }

  beginMerge() {
    this.from = this.from === this.on ? null : this.on;
  }

  async merge() {
    if (!this.from || !this.on || this.from === this.on) return;
    if (await this.#evening.act("merge_flip_items", { item: this.from, into: this.on })) {
      this.from = null;
    }
  }

  change(item: FlipItem, to: Partial<Pick<FlipItem, "text" | "speakers" | "weight" | "hands" | "value">>) {
    const { text, speakers, weight, hands, value } = { ...item, ...to };
    return this.#evening.act("change_flip_item", { item: item.id, text, speakers, weight, hands, value });
  }

  /** Sorts the line in hand; a second time takes it back. */
  sort(weight: Weight) {
    const item = this.items.find((i) => i.id === this.on);
    if (!item) return;
    // One key a line: the next that is not sorted yet comes to hand by itself.
    if (item.weight === null) this.on = this.#nextUnsorted(item) ?? item.id;
    void this.change(item, { weight: item.weight === weight ? null : weight });
  }

  #nextUnsorted(item: FlipItem): FlipItemId | undefined {
    const unsorted = this.of(null);
    const at = unsorted.findIndex((i) => i.id === item.id);
    return (unsorted[at + 1] ?? unsorted[at - 1])?.id;
  }

  /** Moves a line one up or down within its section. */
  move(item: FlipItem, by: -1 | 1) {
    const section = this.of(item.weight);
    const at = section.findIndex((i) => i.id === item.id);
    if (at + by < 0 || at + by >= section.length) return;
    const before = section[by < 0 ? at - 1 : at + 2]?.id ?? null;
    void this.#evening.act("place_flip_item", { item: item.id, before });
  }

  /** Puts a dragged line where it was let go. */
  async land(item: FlipItem) {
    const drop = this.drop;
    this.drop = null;
    if (!drop || drop.before === item.id) return;
    if (drop.section !== item.weight && !(await this.change(item, { weight: drop.section }))) return;
    await this.#evening.act("place_flip_item", { item: item.id, before: drop.before });
  }

  remove(item: FlipItem) {
    if (this.on === item.id) this.on = null;
    void this.#evening.act("remove_flip_item", { item: item.id });
  }
}
