import { createContext } from "svelte";
import type {
  Activity,
  ClockView,
  Colour,
  Commands,
  Idea,
  IdeaId,
  Lens,
  Participant,
  ParticipantId,
  Problem,
  Round,
  SessionId,
  Sticker,
  Words,
} from "./api";
import { Tables } from "./tables.svelte";
import { asProblem, newId, type Req, type Res, type Workshop } from "./workshop";

export const [getEvening, setEvening] = createContext<EveningState>();

/** Milliseconds between two looks at the clock when nothing else happens. */
const CLOCK_EVERY = 15_000;
const TICK = 500;

/**
 * A session as every part of the screen sees it. Nothing here changes before the workshop has
 * said so: an act asks, and what it did comes back as events.
 */
export class EveningState extends Tables {
  readonly id: SessionId;
  readonly #workshop: Workshop;
  #cursor: number;
  #catching: Promise<void> | null = null;
  #again = false;
  #stops: (() => void)[] = [];

  undo: Words | null = $state.raw(null);
  redo: Words | null = $state.raw(null);
  clock: ClockView = $state.raw() as ClockView;
  /** What was refused last, for the quiet strip. */
  problem: Problem | null = $state.raw(null);
  /** This moment, in milliseconds; ticks twice a second. */
  now: number = $state(Date.now());

  readonly design = $derived(this.version.design);
  readonly activities: readonly Activity[] = $derived(this.design.stages.flatMap((s) => s.activities));
  readonly span = $derived(this.spans.all.findLast((s) => s.ended === null) ?? null);
  /** The activity that runs. */
  readonly activity: Activity | null = $derived(
    this.activities.find((a) => a.id === this.span?.activity) ?? null,
  );
  /** The idea under discussion. */
  readonly idea: Idea | null = $derived(this.ideaOf(this.activity));
  /** The lenses that make sense for it. */
  readonly lenses: readonly Lens[] = $derived(
    this.design.lenses.filter((l) => this.idea?.other_services !== false || l.id !== "other-services"),
  );
  readonly lens: Lens | null = $derived(
    this.design.lenses.find((l) => l.id === this.span?.lens) ?? null,
  );
  /** The last round of stickers. */
  readonly round: Round | null = $derived(this.rounds.all.at(-1) ?? null);
  /** Who has a seat, by seat. */
  readonly seated: readonly Participant[] = $derived(this.participants.all.filter((p) => p.seat !== null));
  readonly present: readonly Participant[] = $derived(this.seated.filter((p) => this.isPresent(p)));
  /** Seconds left of the activity that runs; negative when over. */
  readonly secondsLeft: number | null = $derived.by(() => {
    const current = this.clock.current;
    if (!current) return null;
    const since = current.running ? Math.max(0, this.now - Date.parse(this.clock.as_of)) / 1000 : 0;
    return current.allowed_sec - current.elapsed_sec - Math.floor(since);
  });

  private constructor(workshop: Workshop, evening: Res<"evening">, clock: ClockView) {
    super(evening);
    this.id = evening.session.id;
    this.#workshop = workshop;
    this.#cursor = evening.cursor;
    this.undo = evening.undo;
    this.redo = evening.redo;
    this.clock = clock;
  }

  /** Reads a session and follows it until it is stopped. */
  static async open(workshop: Workshop, session: SessionId): Promise<EveningState> {
    const evening = await workshop.call("evening", { session });
    const clock = await workshop.call("clock", { session });
    const state = new EveningState(workshop, evening, clock);
    const ticking = setInterval(() => (state.now = Date.now()), TICK);
    const looking = setInterval(() => void state.#lookAtClock(), CLOCK_EVERY);
    const deaf = workshop.onJournal(() => void state.catchUp());
    state.#stops = [() => clearInterval(ticking), () => clearInterval(looking), deaf];
    return state;
  }

  stop() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** Asks for an act. Whether it was done; a refusal goes to the quiet strip. */
  async act<K extends keyof Commands>(name: K, req: Req<K>): Promise<boolean> {
    try {
      await this.#workshop.call(name, req, newId());
      this.problem = null;
      await this.catchUp();
      return true;
    } catch (e) {
      this.problem = asProblem(e);
      return false;
    }
  }

  /** Asks a question. A refusal goes to the quiet strip, and the answer is null. */
  async ask<K extends keyof Commands>(name: K, req: Req<K>): Promise<Res<K> | null> {
    try {
      return await this.#workshop.call(name, req);
    } catch (e) {
      this.problem = asProblem(e);
      return null;
    }
  }

  /** Takes in what has happened since. Calls that come while one is under way share the next. */
  catchUp(): Promise<void> {
    this.#again = true;
    this.#catching ??= this.#catchUp().finally(() => (this.#catching = null));
    return this.#catching;
  }

  async #catchUp() {
    while (this.#again) {
      this.#again = false;
      const caught = await this.ask("events_after", { session: this.id, cursor: this.#cursor });
      if (!caught) return;
      if (caught.anew) await this.refresh();
      else this.#take(caught);
      await this.#lookAtClock();
    }
  }

  #take(caught: Res<"events_after">) {
    for (const event of caught.events) event.changes.forEach((change) => this.follow(change));
    this.#cursor = caught.cursor;
    this.undo = caught.undo;
    this.redo = caught.redo;
  }

  /** Reads everything anew: something hidden may be seen now, or a ballot was cast. */
  async refresh() {
    const evening = await this.ask("evening", { session: this.id });
    if (!evening) return;
    this.fill(evening);
    this.#cursor = evening.cursor;
    this.undo = evening.undo;
    this.redo = evening.redo;
  }

  async #lookAtClock() {
    const clock = await this.ask("clock", { session: this.id });
    if (clock) this.clock = clock;
  }

  isPresent(person: Participant): boolean {
    return person.came !== null && person.left === null && person.absence === null;
  }

  seatOf(person: ParticipantId): number | null {
    return this.participants.get(person)?.seat ?? null;
  }

  atSeat(seat: number): Participant | null {
    return this.seated.find((p) => p.seat === seat) ?? null;
  }

  ideaBy(id: IdeaId | null | undefined): Idea | null {
    return this.design.ideas.find((i) => i.id === id) ?? null;
  }

  /** The idea that an activity is about, once its slot is filled. */
  ideaOf(activity: Activity | null): Idea | null {
    if (activity?.tool.type !== "discussion") return null;
    const slot = activity.tool.slot;
    return this.ideaBy(this.choices.all.find((c) => c.slot === slot)?.idea);
  }

  /** The number on an idea's poster, from 1. */
  numberOf(id: IdeaId): number {
    return this.design.ideas.findIndex((i) => i.id === id) + 1;
  }

  isTicked(activity: string, question: string): boolean {
    return this.ticks.all.some((t) => t.activity === activity && t.question === question);
  }

  stickersOf(round: Round, person: ParticipantId): Sticker[] {
    return this.stickers.all.filter((s) => s.round === round.id && s.participant === person);
  }

  /** How many stickers of a colour are on an idea, as far as this screen may know. */
  count(round: Round, idea: IdeaId, colour: Colour): number {
    const typed = round.naming === "secret" || round.entry === "tally";
    if (typed) return round.counts.find((c) => c.idea === idea)?.[colour] ?? 0;
    return this.stickers.all.filter(
      (s) => s.round === round.id && s.idea === idea && s.colour === colour,
    ).length;
  }
}
