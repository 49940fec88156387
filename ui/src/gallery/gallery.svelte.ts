import { createContext } from "svelte";
import type {
  Budget,
  Colour,
  Entry,
  IdeaId,
  Naming,
  Participant,
  ParticipantId,
  Round,
  RoundState,
  Sticker,
} from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { newId } from "$lib/workshop";
import { choosing } from "../choosing/choosing.svelte";
import { NumberKeys } from "../keys/number.svelte";

const WAY: readonly RoundState[] = ["set", "open", "sealed", "revealed", "final"];
const COLOURS = ["green", "red"] as const;

/** One of the stickers that a person has in a round: on an idea, or still to be placed. */
export interface Hold {
  colour: Colour;
  sticker: Sticker | null;
}

/** A person and their stickers. */
export interface Seat {
  person: Participant;
  here: boolean;
  holds: readonly Hold[];
  left: Budget;
  total: number;
}

/** A sticker on its way to a poster, by the pointer that carries it. */
export interface Carried {
  hold: Hold;
  person: ParticipantId;
  x: number;
  y: number;
  over: IdeaId | null;
}

export const [getGallery, setGallery] = createContext<Gallery>();

/** The gallery as one works in it: the round, who is placing, and what is on its way. */
export class Gallery {
  readonly #evening: EveningState;
  /** What was asked for is done in order, however fast it is typed. */
  #doing: Promise<unknown> = Promise.resolve();

  /** How the next round comes in, while none is under way. */
  entry: Entry = $state("seats");
  naming: Naming = $state("named");
  /** Whose stickers are being placed. */
  chosen: ParticipantId | null = $state(null);
  carried: Carried | null = $state.raw(null);
  /** The stickers were revealed just now, on this screen: they land on the posters. */
  landing = $state(false);
  /** The number of a seat where none is in hand, else of an idea. */
  readonly numbers = new NumberKeys(
    () => (this.inHand ? this.#evening.design.ideas.length : Math.max(0, ...this.seats.map((s) => s.person.seat ?? 0))),
    (n, shift) => this.#number(n, shift ? "red" : "green"),
    (what) => this.do(async () => what()),
  );

  constructor(evening: EveningState) {
    this.#evening = evening;
  }

  /** The round on the posters. None: the next one is still to be set. */
  readonly round: Round | null = $derived.by(() => {
    const last = this.#evening.round;
    return last?.id === choosing.beside ? null : last;
  });
  readonly how: Entry = $derived.by(() => this.round?.entry ?? this.entry);
  readonly revealed = $derived(this.round !== null && this.reached("revealed"));
  /** Counts wait for the reveal where choices were made in private. */
  readonly hidden = $derived(this.round?.entry === "kiosk" && !this.revealed);
  /** Whether stickers are placed, or put right, seat by seat. */
  readonly bySeat = $derived(
    this.how === "seats" ? this.round?.state !== "final" : this.revealed && this.#correctable(this.round),
  );
  readonly budget: Budget = $derived.by(() => this.round?.budget ?? this.#evening.design.budget);
  readonly each = $derived(this.budget.green + this.budget.red);
  readonly seats: readonly Seat[] = $derived.by(() => this.#evening.seated.map((person) => this.#seat(person)));
  /** How many people the round rests on. */
  readonly people = $derived.by(() =>
    this.round && this.reached("sealed") ? this.round.people : this.#evening.present.length,
  );
  readonly onPaper = $derived.by(() => {
    const counts = this.round?.counts ?? [];
    return { green: sum(counts.map((c) => c.green)), red: sum(counts.map((c) => c.red)) };
  });
  /** How many stickers are placed, as far as that is known one by one. */
  readonly placed = $derived.by(() => {
    const round = this.round;
    if (!round) return 0;
    if (round.entry === "tally" || round.naming === "secret") return this.onPaper.green + this.onPaper.red;
    return this.#evening.stickers.all.filter((s) => s.round === round.id).length;
  });
  readonly inHand: Seat | null = $derived(this.seats.find((s) => s.person.id === this.chosen) ?? null);

  /** Whether the round has come as far as a state. */
  reached(state: RoundState): boolean {
    return this.round !== null && WAY.indexOf(this.round.state) >= WAY.indexOf(state);
  }

  #correctable(round: Round | null): boolean {
    return round?.naming === "named" && round.entry !== "tally" && round.state !== "final";
  }

  #seat(person: Participant): Seat {
    const placed = this.round ? this.#evening.stickersOf(this.round, person.id) : [];
    const budget = this.budget;
    const holds = COLOURS.flatMap((colour): Hold[] => {
      const there = placed.filter((s) => s.colour === colour);
      return Array.from({ length: Math.max(budget[colour], there.length) }, (_, i) => ({
        colour,
        sticker: there[i] ?? null,
      }));
    });
    const of = (colour: Colour) => holds.filter((h) => h.colour === colour && !h.sticker).length;
    const left = { green: of("green"), red: of("red") };
    return { person, here: this.#evening.isPresent(person), holds, left, total: left.green + left.red };
  }

  /** Stickers on an idea, or null while that is hidden. */
  count(idea: IdeaId, colour: Colour): number | null {
    if (this.hidden) return null;
    return this.round ? this.#evening.count(this.round, idea, colour) : 0;
  }

  /** Whether the person in hand may put this colour on this idea. */
  mayPlace(idea: IdeaId, colour: Colour): boolean {
    const seat = this.inHand;
    if (!seat || !this.bySeat || seat.left[colour] === 0) return false;
    return !seat.holds.some((h) => h.colour === colour && h.sticker?.idea === idea);
  }

  /** Does one thing after the other. */
  do(what: () => Promise<unknown>): Promise<unknown> {
    this.#doing = this.#doing.then(what, what);
    return this.#doing;
  }

  /** How stickers come in. A round that has no sticker yet is taken back for it. */
  setEntry(entry: Entry) {
    void this.do(async () => {
      if (this.round?.naming === "secret") {
        // Undo does not reach a secret round; one that nobody has voted in is set anew.
        await this.#evening.act("set_round", { id: newId(), session: this.#evening.id, naming: "named", entry });
        return;
      }
      if (this.round && !(await this.#takeRoundBack(this.round))) return;
      this.entry = entry;
      this.naming = "named";
      this.chosen = null;
    });
  }

  async #takeRoundBack(round: Round): Promise<boolean> {
    if (this.placed > 0 || this.reached("sealed")) return false;
    for (const words of ["did-open-round", "did-set-round"]) {
      if (this.#evening.undo?.id === words) await this.#evening.act("undo", { session: this.#evening.id });
    }
    return this.#evening.round?.id !== round.id;
  }

  /** Sets and opens the round, if that has not been done. Whether it is open. */
  async open(): Promise<boolean> {
    if (!this.round) {
      const { entry, naming } = this;
      const set = { id: newId(), session: this.#evening.id, naming, entry };
      if (!(await this.#evening.act("set_round", set))) return false;
    }
    if (this.round?.state !== "set") return this.round !== null;
    return this.#evening.act("open_round", { round: this.round.id });
  }

  /** Takes a seat in hand. */
  choose(person: ParticipantId | null) {
    if (!this.bySeat) return;
    this.numbers.drop();
    this.chosen = person;
    if (person && !this.round) void this.do(() => this.open());
  }

  /** Goes to the next seat that has stickers left, or to the one before. */
  step(by: 1 | -1) {
    const at = this.seats.findIndex((s) => s.person.id === this.chosen);
    const from = at < 0 ? (by === 1 ? -1 : 0) : at;
    const n = this.seats.length;
    if (n > 0) this.choose(this.seats[(from + by + n) % n]?.person.id ?? null);
  }

  /** The next seat with stickers left, once the one in hand has none. */
  #goOn() {
    if (this.inHand && this.inHand.total > 0) return;
    const at = this.seats.findIndex((s) => s.person.id === this.chosen);
    const round = [...this.seats.slice(at + 1), ...this.seats.slice(0, at + 1)];
    this.chosen = round.find((s) => s.here && s.total > 0)?.person.id ?? null;
  }

  /** A digit, in its turn: what it means hangs on what those before it did. */
  digit(n: number, shift: boolean) {
    void this.do(() => this.numbers.digit(n, shift));
  }

  async #number(n: number, colour: Colour) {
    if (!this.inHand) {
      this.chosen = this.#evening.atSeat(n)?.id ?? null;
      if (this.chosen && !this.round) await this.open();
      return;
    }
    const idea = this.#evening.design.ideas[n - 1];
    if (idea) await this.#place(this.inHand.person.id, idea.id, colour);
  }

  place(person: ParticipantId, idea: IdeaId, colour: Colour) {
    void this.do(() => this.#place(person, idea, colour));
  }

  async #place(participant: ParticipantId, idea: IdeaId, colour: Colour) {
    if (!(await this.open()) || !this.round) return;
    const sticker = { id: newId(), round: this.round.id, participant, idea, colour };
    if (await this.#evening.act("place_sticker", sticker)) this.#goOn();
  }

  /**
   * The last sticker of the seat in hand comes off; of all seats, where that one has none. A
   * number that is half typed goes first.
   */
  takeBack() {
    void this.do(async () => {
      if (this.numbers.typed !== "") return this.numbers.drop();
      const round = this.round;
      if (!round || !this.#correctable(round)) return;
      const all = this.#evening.stickers.all.filter((s) => s.round === round.id);
      const last = all.findLast((s) => s.participant === this.chosen) ?? all.at(-1);
      if (last && (await this.#evening.act("take_sticker", { sticker: last.id }))) this.chosen = last.participant;
    });
  }

  /** Puts what is carried on the poster under it. */
  land() {
    const carried = this.carried;
    this.carried = null;
    if (!carried?.over || carried.hold.sticker?.idea === carried.over) return;
    const { person, over, hold } = carried;
    this.chosen = person;
    void this.do(async () => {
      if (hold.sticker && !(await this.#evening.act("take_sticker", { sticker: hold.sticker.id }))) return;
      await this.#place(person, over, hold.colour);
    });
  }

  /** Counts typed off the paper. */
  tally(idea: IdeaId, colour: Colour, n: number) {
    void this.do(async () => {
      if (!(await this.open()) || !this.round) return;
      const there = this.round.counts.find((c) => c.idea === idea);
      const green = colour === "green" ? n : (there?.green ?? 0);
      const red = colour === "red" ? n : (there?.red ?? 0);
      await this.#evening.act("set_tally", { round: this.round.id, idea, green, red });
    });
  }

  /** Seals the round if it is open, and lets everybody see. */
  reveal() {
    void this.do(async () => {
      const round = this.round;
      if (!round || this.reached("revealed")) return;
      if (round.state === "open" && !(await this.#evening.act("seal_round", { round: round.id }))) return;
      if (!(await this.#evening.act("reveal_round", { round: round.id }))) return;
      this.chosen = null;
      this.landing = true;
    });
  }

  /** Another round, beside the first. */
  again() {
    choosing.beside = this.round?.id ?? null;
    choosing.open = false;
    this.chosen = null;
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
