import { createContext } from "svelte";
import type { Attribute, Call, Participant, ParticipantId, PersonAttribution, Progress, Receipt, SeatPerson } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";
import { newId } from "$lib/workshop";
import { NumberKeys } from "../keys/number.svelte";
import { askedBy, finerAge, withoutAge } from "../study/asked";
import { aged, ageOf, attributesOf, completed, factsOf, FACTS, keyed, quick, read, told, type Fact, type Told, type Typed } from "./row";

export const [getPeople, setPeople] = createContext<PeopleState>();

/** So many attributes have a column in the table; the panel has them all. */
const COLUMNS = 2;

/** What is asked for the person in the panel. */
export type Asking = "absent" | "came" | "left" | "replace" | "erase";

/** The seat map of one session: who is chosen, and what a reader will see. */
export class PeopleState {
  readonly evening: EveningState;

  /** The seat that the panel shows. */
  seat: number = $state(1);
  /** Somebody who has no seat, when they are shown instead. */
  unseated: ParticipantId | null = $state(null);
  asking: Asking | null = $state(null);
  attributions: ReadonlyMap<ParticipantId, PersonAttribution> = $state.raw(new Map());
  /** Who was rung, and what became of it: kept beside the record, not in it. */
  calls: ReadonlyMap<ParticipantId, Call> = $state.raw(new Map());
  /** Of whoever was erased last, until it is put away. */
  receipt: Receipt | null = $state.raw(null);
  /** Whom this table wants. */
  wanted: readonly Progress[] = $state.raw([]);

  readonly seats: readonly number[] = $derived.by(() =>
    Array.from({ length: this.evening.session.plan.seats }, (_, i) => i + 1),
  );
  readonly chosen: Participant | null = $derived.by(
    () => this.evening.participants.get(this.unseated) ?? this.evening.atSeat(this.seat),
  );
  /** Who has no seat: who did not come, who gave it up, who waits for one. */
  readonly unseatedAll: readonly Participant[] = $derived.by(() =>
    this.evening.participants.all.filter((p) => p.seat === null),
  );
  /** Who could take somebody's place at once. */
  readonly waiting: readonly Participant[] = $derived.by(() =>
    this.unseatedAll.filter((p) => p.absence === null && p.left === null),
  );
  /** What people are asked about themselves: by the method, and by this study beside it. */
  readonly asked: readonly Attribute[] = $derived.by(() => {
    return askedBy(this.evening.design.attributes, this.evening.study.sample.attributes);
  });
  /** The age, where it is asked for more finely than it is printed. */
  readonly finerAge: Attribute | undefined = $derived.by(() => finerAge(this.asked));
  /** Those with a column of their own: what this table is recruited by first, then what is known. */
  readonly columns: readonly Attribute[] = $derived.by(() => {
    const wanted = new Set(this.evening.session.plan.quotas.flatMap((quota) => Object.keys(quota.of)));
    const known = (a: Attribute) => this.evening.participants.all.some((p) => p.attributes[a.id]);
    const rank = (a: Attribute) => (wanted.has(a.id) ? 0 : known(a) ? 1 : 2);
    return withoutAge(this.asked).sort((a, b) => rank(a) - rank(b)).slice(0, COLUMNS);
  });
  /** The number of a seat, however many there are. */
  readonly numbers = new NumberKeys(
    () => this.evening.session.plan.seats,
    (n) => this.choose(n),
  );

  constructor(evening: EveningState) {
    this.evening = evening;
  }

  choose(seat: number) {
    if (seat < 1 || seat > this.evening.session.plan.seats) return;
    if (this.seat !== seat || this.unseated !== null) this.asking = null;
    this.seat = seat;
    this.unseated = null;
  }

  chooseUnseated(person: ParticipantId) {
    if (this.unseated !== person) this.asking = null;
    this.unseated = person;
  }

  /** Whether it may stand beside what a person says. */
  isShown(attribute: Attribute): boolean {
    const by = this.evening.session.plan.recruited_by;
    return attribute.shown === "always" || (attribute.shown === "when_recruited_by" && by.includes(attribute.id));
  }

  /** Who came in the place of a person. */
  cameInstead(person: Participant): Participant | null {
    return this.evening.participants.all.find((p) => p.replaces === person.id) ?? null;
  }

  /** A person's age as it is known. */
  age(person: Pick<Participant, "age_band" | "attributes">): string {
    return ageOf(person, this.asked);
  }

  /** Words that were typed before, to complete what is typed now. */
  known(fact: Fact): string[] {
    if (fact === "name") return [];
    const before = this.evening.participants.all.map((p) => p[fact]).filter((word) => word !== "");
    const ages = this.finerAge?.values ?? [];
    const first = fact === "sex" ? ["Female", "Male"] : fact === "place" ? [this.evening.session.plan.place] : ages;
    return [...new Set([...first.filter((word) => word !== ""), ...before])];
  }

  /** Keeps what was typed for a seat. A seat whose name was taken out is free again. */
  async keep(seat: number | null, before: Participant | null, typed: Typed): Promise<boolean> {
    const said = quick(typed.name ?? "", typed.name === undefined ? [] : this.asked);
    const facts = read({ ...factsOf(before), ...typed, ...(typed.name === undefined ? {} : { name: said.name }) });
    if (facts.name === "") {
      return before ? this.evening.act("remove_person", { participant: before.id }) : false;
    }
    const isAged = typed.age_band !== undefined || facts.age_band !== factsOf(before).age_band;
    const age = isAged ? aged(before, facts.age_band, this.asked) : null;
    if (age) facts.age_band = age.age_band;
    const attributes = attributesOf(before, { ...keyed(said.attributes), ...completed(typed, this.asked), ...age?.typed });
    const same = before && FACTS.every((fact) => before[fact] === facts[fact]) && attributes === before.attributes;
    if (same) return true;
    const id = before?.id ?? newId();
    return this.evening.act("seat_person", { ...facts, id, session: this.evening.id, seat, attributes });
  }

  /** Who comes instead, as far as was typed. */
  told(typed: Typed): Told {
    return told(typed, this.asked, (name) => this.waitingAs(name));
  }

  /** Somebody without a seat who goes by a name. */
  waitingAs(name: string): Participant | null {
    const same = (p: Participant) => p.name.toLocaleLowerCase() === name.toLocaleLowerCase();
    return this.waiting.find(same) ?? null;
  }

  /** Puts somebody in the place of a person: somebody new as typed, or one who waits. */
  async replace(person: Participant, typed: Typed, reason: string): Promise<boolean> {
    const { facts, attributes, waiting } = this.told(typed);
    const id = waiting?.id ?? newId();
    const done = await this.evening.act("replace_person", { participant: person.id, with: { ...facts, id, attributes }, reason });
    if (done) this.asking = null;
    return done;
  }

  /** Erases a person, for good. A refusal leaves everything as it was. */
  async erase(person: Participant) {
    const receipt = await this.evening.ask("erase_person", { participant: person.id });
    if (!receipt) return;
    this.asking = null;
    this.receipt = receipt;
    await this.evening.catchUp();
  }

  /** Changes one thing that is known of a person. */
  change(person: Participant, to: Partial<SeatPerson>): Promise<boolean> {
    const { id, session, seat, name, sex, age_band, place, attributes } = person;
    return this.evening.act("seat_person", { id, session, seat, name, sex, age_band, place, attributes, ...to });
  }

  async readAttributions() {
    const all = await this.evening.ask("attributions", { session: this.evening.id });
    if (all) this.attributions = new Map(all.map((a) => [a.participant, a]));
  }

  async readCalls() {
    const all = await this.evening.ask("calls", { session: this.evening.id });
    if (all) this.calls = new Map(all.map((one) => [one.participant, one]));
  }

  async readWanted() {
    this.wanted = (await this.evening.ask("who_is_wanted", { session: this.evening.id })) ?? this.wanted;
  }
}
