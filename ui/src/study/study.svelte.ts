import { createContext } from "svelte";
import type { Commands, DesignId, PlanInput, Problem, SampleView, SessionCard, SessionId, StudyView } from "$lib/api";
import { t } from "$lib/text";
import { asProblem, newId, type Req, type Workshop } from "$lib/workshop";
import { daysFrom, shortTime, today } from "$shared/dates";

export const [getStudy, setStudy] = createContext<StudyState>();

/** The places of one session. */
export type SessionTab = "people" | "calls" | "plan" | "debrief";
/** How the sessions are shown. */
export type SessionsAs = "table" | "calendar" | "coverage";

export type StudyPlace = "guide" | "ideas" | "sessions" | "materials";

/** How far a session is. */
export type Standing =
  | { is: "cancelled"; why: string }
  | { is: "done"; noShows: number; debriefed: boolean }
  | { is: "running" }
  | { is: "tonight" }
  | { is: "today" }
  | { is: "to-find"; n: number }
  | { is: "no-moderator" }
  | { is: "no-note-taker" }
  | { is: "no-venue" }
  | { is: "ready" };

/** The open study, as the workshop last said it is. */
export class StudyState {
  readonly #workshop: Workshop;

  view: StudyView | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  place: StudyPlace = $state("sessions");
  /** What the place of the sessions shows. */
  sessionsAs: SessionsAs = $state("table");
  /** Two versions are being compared, in whichever place; while the newer is written, causes are named. */
  comparing: "reading" | "writing" | null = $state(null);
  /** The version that is shown, of the guide or of the ideas, is to be read only. */
  readOnly = $state(false);
  /** The guide is shown as text. */
  asText = $state(false);
  /** What was typed there and has not been taken as the guide: it waits until somebody comes back. */
  typed: { design: DesignId; text: string } | null = $state.raw(null);
  /** How far recruiting is; read once somebody looks at the sessions. */
  sample: SampleView | null = $state.raw(null);

  /** The sessions after the first page that were scrolled to, in order. */
  #further: readonly SessionCard[] = $state.raw([]);
  /** A session that was opened from elsewhere and is on none of those pages. */
  #apart: SessionCard | null = $state.raw(null);
  /** The sessions that have been read so far, in the order of time. */
  readonly cards: readonly SessionCard[] = $derived([...(this.view?.sessions ?? []), ...this.#further]);
  /** The clock that most of their places go by. */
  readonly zone: string | null = $derived(zoneOf(this.cards));
  #reading = false;
  #whole = false;

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  /**
   * Reads the study, and again whenever something was committed; with `whole`, all its sessions and
   * not a page of them. Returns a way to stop.
   */
  follow(whole = false): () => void {
    this.#whole = whole;
    void this.load();
    return this.#workshop.onJournal(() => void this.load());
  }

  async load() {
    try {
      const view = await this.#workshop.call("study", {});
      const wanted = this.#whole ? view.planned : this.cards.length;
      const further: SessionCard[] = [];
      let had = view.sessions.length;
      while (had < wanted && had < view.planned) {
        const { cards } = await this.#workshop.call("sessions", { from: had });
        if (cards.length === 0) break;
        further.push(...cards);
        had += cards.length;
      }
      this.#further = further;
      this.view = view;
      if (this.#apart) await this.find(this.#apart.session.id);
      if (this.sample) await this.recruit();
    } catch (e) {
      this.problem = asProblem(e);
    }
  }

  /** Reads the next page of sessions, where there is one. */
  async more() {
    if (this.#reading || !this.view || this.cards.length >= this.view.planned) return;
    this.#reading = true;
    try {
      const { cards } = await this.#workshop.call("sessions", { from: this.cards.length });
      this.#further = [...this.#further, ...cards];
    } catch (e) {
      this.problem = asProblem(e);
    }
    this.#reading = false;
  }

  /** Reads how far recruiting is. */
  async recruit() {
    try {
      this.sample = await this.#workshop.call("sample", {});
    } catch (e) {
      this.problem = asProblem(e);
    }
  }

  /** Makes sure that a session's card is there, wherever in the study it is. */
  async find(session: SessionId) {
    if (this.cards.some((card) => card.session.id === session)) return;
    const page = await this.#workshop.call("sessions", { around: session }).catch(() => null);
    this.#apart = page?.cards.find((card) => card.session.id === session) ?? null;
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

  /** Asks for an act on a version of the guide and the ideas, where one is shown. */
  async actOn<K extends keyof Commands>(design: DesignId | undefined, name: K, req: Omit<Req<K>, "design">): Promise<boolean> {
    return design ? this.act(name, { ...req, design } as unknown as Req<K>) : false;
  }

  card(session: SessionId): SessionCard | undefined {
    const read = this.cards.find((card) => card.session.id === session);
    return read ?? (this.#apart?.session.id === session ? this.#apart : undefined);
  }

  /** The plan of a session, as it is typed; of a new one, what is most likely. */
  planOf(session: SessionId | null): PlanInput {
    const plan = session ? this.card(session)?.session.plan : undefined;
    if (plan) return { ...plan, time: shortTime(plan.time), zone: plan.zone ?? "", label: plan.label ?? "" };
    const kind = this.view?.design.design.kinds[0];
    const last = this.cards.at(-1)?.session.plan;
    return {
      group: "",
      place: "",
      venue: "",
      date: "",
      time: last ? shortTime(last.time) : "19:00",
      zone: last?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      phase: this.view?.design.phase ?? "main",
      kind: kind?.id ?? "",
      seats: kind ? Math.floor((kind.fewest + kind.most) / 2) : 1,
      quotas: [],
      recruited_as: "",
      recruited_by: [],
      label: "",
      moderator: last?.moderator ?? "",
      note_taker: last?.note_taker ?? "",
      observers: [],
    };
  }
}

/** How far a session is, and what it still lacks: the first of these that is so. */
export function standing({ session, expected, absent }: SessionCard): Standing {
  if (session.cancelled !== null) return { is: "cancelled", why: session.cancelled };
  if (session.ended) return { is: "done", noShows: absent, debriefed: Object.values(session.debrief).some((words) => words !== "") };
  if (session.started) return { is: "running" };
  if (daysFrom(today(), session.plan.date) === 0) {
    return { is: shortTime(session.plan.time) >= "17:00" ? "tonight" : "today" };
  }
  const toFind = session.plan.seats - expected;
  if (toFind > 0) return { is: "to-find", n: toFind };
  if (session.plan.venue === "") return { is: "no-venue" };
  if (session.plan.moderator === "") return { is: "no-moderator" };
  if (session.plan.note_taker === "") return { is: "no-note-taker" };
  return { is: "ready" };
}

/** What a session's standing says. */
const STANDING = {
  cancelled: "session-cancelled",
  done: "session-done",
  running: "session-running",
  tonight: "session-tonight",
  today: "session-today",
  "to-find": "session-to-find",
  "no-venue": "session-no-venue",
  "no-moderator": "session-no-moderator",
  "no-note-taker": "session-no-note-taker",
  ready: "session-ready",
} as const satisfies Record<Standing["is"], string>;

/** A standing in words: "3 to find"; "Done, 1 no-show, debrief open". */
export function standingWords(at: Standing): string {
  if (at.is !== "done") return t(STANDING[at.is], "n" in at ? { n: at.n } : {});
  const done = at.noShows > 0 ? t("session-done-no-shows", { n: at.noShows }) : t(STANDING.done);
  return at.debriefed ? done : t("session-debrief-open", { done });
}

/** "London" of "Europe/London": whose clock a place goes by. */
export const townOf = (zone: string) => (zone.split("/").at(-1) ?? "").replaceAll("_", " ");

/** The clock that most sessions go by. None: none of them has said. */
export function zoneOf(cards: readonly SessionCard[]): string | null {
  const zones = cards.map(({ session }) => session.plan.zone).filter((zone) => zone !== null);
  const count = (zone: string) => zones.filter((other) => other === zone).length;
  return zones.reduce<string | null>((most, zone) => (most === null || count(zone) > count(most) ? zone : most), null);
}
