import { createContext } from "svelte";
import type { Attachment } from "svelte/attachments";
import type { Colour, Idea, IdeaId, Slot, SlotId, Suggested, Suggestion } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { drag } from "$shared/drag";
import { colourOf } from "./why";

/** What the moderator takes for a slot, and why where the rules say something else. */
interface Pick {
  /** None: it went to another slot. */
  idea: IdeaId | null;
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
  /** Those that the rules leave to choose from, or chose from. Empty where one stands alone. */
  equals: readonly Idea[];
}

/** Another idea being taken for a slot, until it is kept or dropped. */
interface Overrule {
  slot: SlotId;
  idea: IdeaId;
  reason: string;
}

/** An idea on its way to a slot, by the pointer that carries it. */
interface Carried {
  idea: Idea;
  x: number;
  y: number;
  over: SlotId | null;
}

export const [getSlots, setSlots] = createContext<Slots>();

/** The three slots: what the rules suggest, and what the moderator makes of it. */
export class Slots {
  readonly #evening: EveningState;
  suggested: Suggested | null = $state.raw(null);
  #picks: ReadonlyMap<SlotId, Pick> = $state.raw(new Map());
  overrule: Overrule | null = $state.raw(null);
  carried: Carried | null = $state.raw(null);

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
    const free = suggestion.equals.includes(there?.idea ?? "");
    return {
      slot,
      suggestion,
      idea: this.#evening.ideaBy(there?.idea),
      reason: there?.reason ?? "",
      overruled: there !== null && there.idea !== null && there.idea !== suggestion.idea && !free,
      equals: (suggestion.moderator_decides ? suggestion.equals : suggestion.tied).flatMap((id) => this.#evening.ideaBy(id) ?? []),
    };
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

  /** The runners-up of a colour, after the idea that has the slot. */
  after(idea: IdeaId, colour: Colour): { ideas: Idea[]; n: number } {
    const others = this.#evening.design.ideas.filter(
      (i) => i.id !== idea && this.count(i.id, colour) <= this.count(idea, colour),
    );
    const n = Math.max(0, ...others.map((i) => this.count(i.id, colour)));
    return { ideas: n === 0 ? [] : others.filter((i) => this.count(i.id, colour) === n), n };
  }

  /**
   * Takes an idea for a slot; where another slot has it, the two swap. What the rules lead to is
   * taken at once, anything else waits for its reason.
   */
  take(slot: SlotId, idea: IdeaId) {
    if (this.slotOf(idea)?.slot.id === slot) return;
    const other = { slot, idea, reason: "" };
    if (this.allowed(other)) this.#pick(other);
    else this.overrule = other;
  }

  /** Lets an idea be dragged onto a slot. */
  carry(idea: () => Idea): Attachment<HTMLElement> {
    return drag({
      take: ({ clientX: x, clientY: y }) => {
        this.carried = { idea: idea(), x, y, over: null };
        return true;
      },
      carry: ({ clientX: x, clientY: y }, under) => {
        const over = under?.closest<HTMLElement>("[data-slot]")?.dataset["slot"] ?? null;
        if (this.carried) this.carried = { ...this.carried, x, y, over };
      },
      land: () => {
        const { carried } = this;
        this.carried = null;
        if (carried?.over) this.take(carried.over, carried.idea.id);
      },
      leave: () => (this.carried = null),
    });
  }

  /** Opens a slot to take another idea. */
  open(slot: SlotId) {
    const there = this.#in(slot);
    const colour = there ? colourOf(there.slot.rule) : null;
    const others = this.#evening.design.ideas.filter((idea) => !this.slotOf(idea.id));
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
    this.#pick({ ...overrule, reason });
    this.overrule = null;
  }

  #pick({ slot, idea, reason }: Overrule) {
    const picks = new Map(this.#picks).set(slot, { idea, reason });
    const swapped = this.swapped({ slot, idea });
    if (swapped) {
      const given = this.#in(slot)?.idea?.id ?? null;
      picks.set(swapped.slot.id, { idea: given, reason: this.#led(swapped.slot.id, given) ? "" : reason });
    }
    this.#picks = picks;
  }

  #in(slot: SlotId): Filled | undefined {
    return this.filled.find((f) => f.slot.id === slot);
  }

  /** The slot that has the idea now, and gets what the other had. */
  swapped({ slot, idea }: { slot: SlotId; idea: IdeaId }): Filled | null {
    const there = this.slotOf(idea);
    return there?.slot.id === slot ? null : there;
  }

  /** Whether the rules lead to all that would change, so that it needs no reason. */
  allowed(overrule: { slot: SlotId; idea: IdeaId }): boolean {
    const swapped = this.swapped(overrule);
    const given = this.#in(overrule.slot)?.idea?.id ?? null;
    return this.#led(overrule.slot, overrule.idea) && (!swapped || this.#led(swapped.slot.id, given));
  }

  /** Whether the rules lead to an idea, or to none. */
  #led(slot: SlotId, idea: IdeaId | null): boolean {
    const suggestion = this.#in(slot)?.suggestion;
    if (!suggestion || idea === null) return idea === null;
    return suggestion.idea === idea || suggestion.equals.includes(idea);
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
