import { createContext } from "svelte";
import type { Commands, PlanInput, Problem, SessionCard, SessionId, StudyView } from "$lib/api";
import { asProblem, newId, type Req, type Workshop } from "$lib/workshop";
import { daysFrom, shortTime, today } from "$shared/dates";

export const [getStudy, setStudy] = createContext<StudyState>();

export type StudyPlace = "guide" | "ideas" | "sessions";

/** How far a session is. */
export type Standing =
  | { is: "done"; noShows: number }
  | { is: "running" }
  | { is: "tonight" }
  | { is: "today" }
  | { is: "to-find"; n: number }
  | { is: "no-moderator" }
  | { is: "no-venue" }
  | { is: "ready" };

/** The open study, as the workshop last said it is. */
export class StudyState {
  readonly #workshop: Workshop;

  view: StudyView | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  place: StudyPlace = $state("sessions");

  readonly cards: readonly SessionCard[] = $derived(
    [...(this.view?.sessions ?? [])].sort((a, b) => when(a).localeCompare(when(b))),
  );

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  /** Reads the study, and again whenever something was committed. Returns a way to stop. */
  follow(): () => void {
    void this.load();
    return this.#workshop.onJournal(() => void this.load());
  }

  async load() {
    try {
      this.view = await this.#workshop.call("study", {});
    } catch (e) {
      this.problem = asProblem(e);
    }
  }

  /** Asks for an act. Whether it was done; a refusal stays to be read. */
  async act<K extends keyof Commands>(name: K, req: Req<K>): Promise<boolean> {
    try {
      await this.#workshop.call(name, req, newId());
      this.problem = null;
      await this.load();
      return true;
    } catch (e) {
      this.problem = asProblem(e);
      return false;
    }
  }

  card(session: SessionId): SessionCard | undefined {
    return this.cards.find((card) => card.session.id === session);
  }

  /** The number of a session in the study, from 1, in the order of time. */
  numberOf(session: SessionId): number {
    return this.cards.findIndex((card) => card.session.id === session) + 1;
  }

  /** The plan of a session, as it is typed; of a new one, what is most likely. */
  planOf(session: SessionId | null): PlanInput {
    const plan = session ? this.card(session)?.session.plan : undefined;
    if (plan) return { ...plan, time: shortTime(plan.time), label: plan.label ?? "", zone: plan.zone ?? "" };
    const kind = this.view?.design.design.kinds[0];
    const last = this.cards.at(-1)?.session.plan;
    return {
      group: "",
      place: "",
      venue: "",
      date: "",
      time: last ? shortTime(last.time) : "19:00",
      kind: kind?.id ?? "",
      seats: kind ? Math.floor((kind.fewest + kind.most) / 2) : 1,
      quotas: [],
      recruited_as: "",
      recruited_by: [],
      label: "",
      moderator: last?.moderator ?? "",
      note_taker: last?.note_taker ?? "",
      observers: "",
    };
  }
}

const when = (card: SessionCard) => `${card.session.plan.date} ${card.session.plan.time}`;

/** Who is expected or there: everybody with a seat who has not said that they are not coming. */
export function expected(card: SessionCard) {
  return card.people.filter((person) => person.seat !== null && person.absence === null);
}

/** How far a session is, and what it still lacks: the first of these that is so. */
export function standing(card: SessionCard): Standing {
  const { session, people } = card;
  if (session.ended) return { is: "done", noShows: people.filter((person) => person.absence !== null).length };
  if (session.started) return { is: "running" };
  if (daysFrom(today(), session.plan.date) === 0) {
    return { is: shortTime(session.plan.time) >= "17:00" ? "tonight" : "today" };
  }
  const toFind = session.plan.seats - expected(card).length;
  if (toFind > 0) return { is: "to-find", n: toFind };
  if (session.plan.venue === "") return { is: "no-venue" };
  if (session.plan.moderator === "") return { is: "no-moderator" };
  return { is: "ready" };
}
