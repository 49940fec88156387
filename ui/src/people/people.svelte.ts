import { createContext } from "svelte";
import type { Attribution, Participant, ParticipantId, SeatPerson } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { newId } from "$lib/workshop";

export const [getPeople, setPeople] = createContext<PeopleState>();

/** What is typed about a person, beside the attributes. */
export type Fact = "name" | "sex" | "age_band" | "place";
export const FACTS: readonly Fact[] = ["name", "sex", "age_band", "place"];

/** What one letter stands for, so that a person is typed in seconds. */
const SEXES: Record<string, string> = { f: "Female", w: "Female", m: "Male" };

/** The seat map of one session: who is chosen, and what a reader will see. */
export class PeopleState {
  readonly evening: EveningState;

  /** The seat that the panel shows. */
  seat: number = $state(1);
  /** Somebody who gave the seat up, when they are shown instead. */
  unseated: ParticipantId | null = $state(null);
  attributions: ReadonlyMap<ParticipantId, Attribution> = $state.raw(new Map());

  readonly seats: readonly number[] = $derived.by(() =>
    Array.from({ length: this.evening.session.plan.seats }, (_, i) => i + 1),
  );
  readonly chosen: Participant | null = $derived.by(
    () => this.evening.participants.get(this.unseated) ?? this.evening.atSeat(this.seat),
  );
  /** Who has no seat any more. */
  readonly gone: readonly Participant[] = $derived.by(() =>
    this.evening.participants.all.filter((p) => p.seat === null),
  );

  constructor(evening: EveningState) {
    this.evening = evening;
  }

  choose(seat: number) {
    if (seat < 1 || seat > this.evening.session.plan.seats) return;
    this.seat = seat;
    this.unseated = null;
  }

  /** Words that were typed before, to complete what is typed now. */
  known(fact: Fact): string[] {
    if (fact === "name") return [];
    const before = this.evening.participants.all.map((p) => p[fact]).filter((word) => word !== "");
    const first = fact === "sex" ? ["Female", "Male"] : fact === "place" ? [this.evening.session.plan.place] : [];
    return [...new Set([...first.filter((word) => word !== ""), ...before])];
  }

  /** Keeps what was typed for a seat. A seat whose name was taken out is free again. */
  async keep(seat: number | null, before: Participant | null, typed: Partial<Record<Fact, string>>): Promise<boolean> {
    const facts = read({ ...factsOf(before), ...typed });
    if (facts.name === "") {
      return before ? this.evening.act("remove_person", { participant: before.id }) : false;
    }
    if (before && FACTS.every((fact) => before[fact] === facts[fact])) return true;
    return this.evening.act("seat_person", {
      ...facts,
      id: before?.id ?? newId(),
      session: this.evening.id,
      seat,
      attributes: before?.attributes ?? {},
    });
  }

  /** Changes one thing that is known of a person. */
  change(person: Participant, to: Partial<SeatPerson>): Promise<boolean> {
    const { id, session, seat, name, sex, age_band, place, attributes } = person;
    return this.evening.act("seat_person", { id, session, seat, name, sex, age_band, place, attributes, ...to });
  }

  async readAttributions() {
    const all = await this.evening.ask("attributions", { session: this.evening.id });
    if (all) this.attributions = new Map(all.map((a) => [a.participant, a.attribution]));
  }
}

function factsOf(person: Participant | null): Record<Fact, string> {
  const { name = "", sex = "", age_band = "", place = "" } = person ?? {};
  return { name, sex, age_band, place };
}

/** Reads a row as it was typed: "Hannah, f, 25-39, Oxford" in the name alone fills the others. */
export function read(typed: Record<Fact, string>): Record<Fact, string> {
  const [name = "", ...more] = typed.name.split(",").map((word) => word.trim());
  const facts: Record<Fact, string> = {
    name,
    sex: more[0] || typed.sex.trim(),
    age_band: (more[1] || typed.age_band.trim()).replace(/(\d)\s*-\s*(\d)/, "$1–$2"),
    place: more.slice(2).join(", ") || typed.place.trim(),
  };
  return { ...facts, sex: SEXES[facts.sex.toLowerCase()] ?? facts.sex };
}
