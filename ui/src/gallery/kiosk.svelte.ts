import type { Colour, IdeaId, Participant, ParticipantId, Round } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { newId } from "$lib/workshop";

/** Turns on this laptop. What a person chose is nowhere but here until they are done. */
export class Turns {
  readonly #evening: EveningState;
  readonly #round: () => Round;

  /** Whose turn it is. */
  #person: ParticipantId | null = $state(null);
  /** Whether that person has the laptop before them, or it is still being passed on. */
  begun = $state(false);
  green: readonly IdeaId[] = $state.raw([]);
  red: readonly IdeaId[] = $state.raw([]);

  constructor(evening: EveningState, round: () => Round) {
    this.#evening = evening;
    this.#round = round;
  }

  readonly waiting: readonly Participant[] = $derived.by(() => this.#evening.present.filter((p) => !this.#had(p)));
  readonly done = $derived.by(() => this.#evening.present.length - this.waiting.length);
  readonly of = $derived.by(() => this.#evening.present.length);
  /** It stays the same person until all that they chose is kept. */
  readonly person: Participant | null = $derived.by(() => {
    const among = this.begun ? this.#evening.present : this.waiting;
    return among.find((p) => p.id === this.#person) ?? this.waiting[0] ?? null;
  });

  #had(person: Participant): boolean {
    const round = this.#round();
    if (round.naming === "secret") {
      return this.#evening.cast.some((c) => c.round === round.id && c.participant === person.id);
    }
    return round.abstained.includes(person.id) || this.#evening.stickersOf(round, person.id).length > 0;
  }

  turn(person: ParticipantId) {
    this.#person = person;
    this.#clear();
  }

  begin() {
    this.#person = this.person?.id ?? null;
    this.begun = true;
  }

  #clear() {
    this.begun = false;
    this.green = this.red = [];
  }

  left(colour: Colour): number {
    return this.#round().budget[colour] - this[colour].length;
  }

  /** Puts a sticker up, or takes it down again. */
  press(idea: IdeaId, colour: Colour) {
    const there = this[colour];
    if (there.includes(idea)) this[colour] = there.filter((i) => i !== idea);
    else if (this.left(colour) > 0) this[colour] = [...there, idea];
  }

  /** Keeps what was chosen, hides it, and passes the laptop on. */
  async finish() {
    const person = this.person;
    if (person && (await this.#keep(person.id))) {
      this.#person = null;
      this.#clear();
    }
  }

  async #keep(participant: ParticipantId): Promise<boolean> {
    const { id: round, naming } = this.#round();
    if (naming === "secret") {
      const ballot = { green: [...this.green], red: [...this.red] };
      const kept = await this.#evening.act("cast_ballot", { round, participant, ballot });
      // A ballot leaves no event: who has cast is read anew.
      if (kept) await this.#evening.refresh();
      return kept;
    }
    const stickers = [
      ...this.green.map((idea) => ({ idea, colour: "green" as const })),
      ...this.red.map((idea) => ({ idea, colour: "red" as const })),
    ];
    if (stickers.length === 0) return this.#evening.act("abstain", { round, participant });
    for (const { idea, colour } of stickers) {
      if (!(await this.#evening.act("place_sticker", { id: newId(), round, participant, idea, colour }))) return false;
      // What is up is not put up again, should a later one be refused.
      this[colour] = this[colour].filter((i) => i !== idea);
    }
    return true;
  }
}
