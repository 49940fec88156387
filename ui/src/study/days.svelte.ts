import type { Clash, DaysPage, OnDay, SessionId } from "$lib/api";
import { asProblem, type Workshop } from "$lib/workshop";
import { today } from "$shared/dates";
import { monthOf, plusDays, plusMonths, weeksOf } from "./month";
import { townOf, zoneOf, type StudyState } from "./study.svelte";

/** A month of the study, with the sessions on its days. */
export class DaysState {
  readonly #workshop: Workshop;
  readonly #study: StudyState;
  /** The look that was asked for last: an earlier one that comes late is not shown. */
  #looks = 0;

  /** The first day of the month that is shown. */
  month = $state(monthOf(today()));
  page: DaysPage | null = $state.raw(null);

  readonly weeks = $derived(weeksOf(this.month));
  readonly sessions: readonly OnDay[] = $derived(this.page?.sessions ?? []);
  readonly clashes: readonly Clash[] = $derived(this.page?.clashes ?? []);
  /** The clock that most of the places go by. */
  readonly zone: string | null = $derived(zoneOf(this.sessions.map(({ card }) => card)));
  readonly zoned = $derived(this.sessions.some(({ card }) => card.session.plan.zone !== this.zone));

  constructor(workshop: Workshop, study: StudyState) {
    this.#workshop = workshop;
    this.#study = study;
    // One begins where the work is: with the next session, or else with the last.
    const cards = study.cards;
    const next = cards.find(({ session }) => session.plan.date >= today() && session.cancelled === null) ?? cards.at(-1);
    if (next) this.month = monthOf(next.session.plan.date);
  }

  async read() {
    const look = ++this.#looks;
    const from = this.weeks[0]?.[0] ?? this.month;
    const to = plusDays(this.weeks.at(-1)?.[6] ?? this.month, 1);
    try {
      const page = await this.#workshop.call("sessions_between", { from, to });
      if (look === this.#looks) this.page = page;
    } catch (e) {
      this.#study.problem = asProblem(e);
    }
  }

  /** The town whose clock a place goes by, where most go by another: “Dublin” of “Europe/Dublin”. */
  clockOf({ card }: OnDay): string {
    const { zone } = card.session.plan;
    return zone === null || zone === this.zone ? "" : townOf(zone);
  }

  go(by: number) {
    this.month = plusMonths(this.month, by);
  }

  goTo(day: string) {
    this.month = monthOf(day);
  }

  on(day: string): OnDay[] {
    return this.sessions.filter(({ card }) => card.session.plan.date === day);
  }

  /** Who of a session's staff is elsewhere at that time. */
  clashOf(session: SessionId): Clash[] {
    return this.clashes.filter((clash) => clash.first === session || clash.second === session);
  }

  find(session: SessionId): OnDay | undefined {
    return this.sessions.find(({ card }) => card.session.id === session);
  }
}
