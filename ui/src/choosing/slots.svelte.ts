import { createContext } from "svelte";
import type { Colour, Idea, IdeaId, Slot, SlotId, Suggested, Suggestion } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { colourOf } from "./why";

/** What the moderator takes for a slot, and why where the rules say something else. */
interface Pick {
  idea: IdeaId;
  reason: string;
}

/** A slot as it stands now. */
export interface Filled {
  slot: Slot;
  suggestion: Suggestion;
  idea: Idea | null;
  reason: string;
  /** Whether it is not what the rules lead to, so that a reason is kept with it. */
  overruled: boolean;
  /** Those that the rules leave to choose from. Empty where one stands alone. */
  equals: readonly Idea[];
}

/** Another idea being taken for a slot, until it is kept or dropped. */
interface Overrule {
  slot: SlotId;
  idea: IdeaId;
  reason: string;
}

export const [getSlots, setSlots] = createContext<Slots>();

/** The three slots: what the rules suggest, and what the moderator makes of it. */
export class Slots {
  readonly #evening: EveningState;
  suggested: Suggested | null = $state.raw(null);
  #picks: ReadonlyMap<SlotId, Pick> = $state.raw(new Map());
  overrule: Overrule | null = $state.raw(null);

  constructor(evening: EveningState) {
    this.#evening = evening;
  }

  readonly filled: readonly Filled[] = $derived.by(() =>
    this.#evening.design.slots.flatMap((slot) => {
      const suggestion = this.suggested?.suggestions.find((s) => s.slot === slot.id);
      return suggestion ? [this.#fill(slot, suggestion)] : [];
    }),
  );
  /** Whether something was chosen already. */
  readonly confirmed = $derived.by(() => this.#evening.choices.all.length > 0);
  /** Whether what stands here is what was chosen. */
  readonly same = $derived(
    this.filled.every(({ slot, idea, reason }) =>
      this.#evening.choices.all.some((c) => c.slot === slot.id && c.idea === idea?.id && c.reason === reason),
    ),
  );
  readonly complete = $derived(this.filled.length > 0 && this.filled.every((f) => f.idea !== null));

  /** Asks what the rules suggest now. */
  async look() {
    this.suggested = await this.#evening.ask("suggest", { session: this.#evening.id });
  }

  #fill(slot: Slot, suggestion: Suggestion): Filled {
    const choice = this.#evening.choices.all.find((c) => c.slot === slot.id);
    const there: Pick | null =
      this.#picks.get(slot.id) ??
      choice ??
      (suggestion.idea === null ? null : { idea: suggestion.idea, reason: "" });
    const free = suggestion.moderator_decides && suggestion.tied.includes(there?.idea ?? "");
    return {
      slot,
      suggestion,
      idea: this.#evening.ideaBy(there?.idea),
      reason: there?.reason ?? "",
      overruled: there !== null && there.idea !== suggestion.idea && !free,
      equals: this.#equals(suggestion).flatMap((id) => this.#evening.ideaBy(id) ?? []),
    };
  }

  /** Those among which the last step of the order leaves the choice; all, where it leaves one. */
  #equals({ tied, moderator_decides, idea }: Suggestion): readonly IdeaId[] {
    if (!moderator_decides || idea === null) return tied;
    const least = (among: readonly IdeaId[], by: (id: IdeaId) => number) => {
      const fewest = Math.min(...among.map(by));
      return among.filter((id) => by(id) === fewest);
    };
    return least(least(tied, (id) => this.groups(id)), (id) => this.count(id, "red"));
  }

  count(idea: IdeaId, colour: Colour): number {
    return this.suggested?.counts.find((c) => c.idea === idea)?.[colour] ?? 0;
  }

  groups(idea: IdeaId): number {
    return this.suggested?.coverage.find((c) => c.idea === idea)?.groups ?? 0;
  }

  lines(idea: IdeaId): number {
    return this.suggested?.coverage.find((c) => c.idea === idea)?.lines ?? 0;
  }

  /** The slot that an idea fills. */
  slotOf(idea: IdeaId): Filled | null {
    return this.filled.find((f) => f.idea?.id === idea) ?? null;
  }

  /** What may be taken for a slot: every idea that no other slot has. */
  free(slot: SlotId): Idea[] {
    return this.#evening.design.ideas.filter((idea) => (this.slotOf(idea.id)?.slot.id ?? slot) === slot);
  }

  /** The runners-up of a colour, after the idea that has the slot. */
  after(idea: IdeaId, colour: Colour): { ideas: Idea[]; n: number } {
    const others = this.#evening.design.ideas.filter(
      (i) => i.id !== idea && this.count(i.id, colour) <= this.count(idea, colour),
    );
    const n = Math.max(0, ...others.map((i) => this.count(i.id, colour)));
    return { ideas: n === 0 ? [] : others.filter((i) => this.count(i.id, colour) === n), n };
  }

  /** Takes one of equals. */
  take(slot: SlotId, idea: IdeaId) {
    const suggestion = this.filled.find((f) => f.slot.id === slot)?.suggestion;
    const free = suggestion?.moderator_decides || suggestion?.idea === idea;
    if (free) this.#picks = new Map(this.#picks).set(slot, { idea, reason: "" });
    else this.overrule = { slot, idea, reason: "" };
  }

  /** Opens a slot to take another idea. */
  open(slot: SlotId) {
    const there = this.filled.find((f) => f.slot.id === slot);
    const colour = there ? colourOf(there.slot.rule) : null;
    const others = this.free(slot).filter((idea) => idea.id !== there?.idea?.id);
    const most = Math.max(...others.map((idea) => (colour ? this.count(idea.id, colour) : 0)));
    const other = others.find((idea) => !colour || this.count(idea.id, colour) === most);
    const idea = there?.overruled ? there.idea?.id : other?.id;
    if (idea) this.overrule = { slot, idea, reason: there?.overruled ? there.reason : "" };
  }

  /** Keeps the other idea, with its reason. */
  keep() {
    const { overrule } = this;
    const reason = overrule?.reason.trim() ?? "";
    if (!overrule || !(reason || this.allowed(overrule))) return;
    this.#picks = new Map(this.#picks).set(overrule.slot, { idea: overrule.idea, reason });
    this.overrule = null;
  }

  /** Whether the rules lead to that idea too, so that it needs no reason. */
  allowed({ slot, idea }: { slot: SlotId; idea: IdeaId }): boolean {
    const suggestion = this.filled.find((f) => f.slot.id === slot)?.suggestion;
    if (!suggestion) return false;
    return suggestion.idea === idea || (suggestion.moderator_decides && suggestion.tied.includes(idea));
  }

  /** Takes these. Whether they are kept. */
  async confirm(): Promise<boolean> {
    const choices = this.filled.flatMap(({ slot, idea, reason }) =>
      idea ? [{ slot: slot.id, idea: idea.id, reason }] : [],
    );
    const kept = await this.#evening.act("choose", { session: this.#evening.id, choices });
    if (kept) this.#picks = new Map();
    return kept;
  }
}
