import type { Compared, Difference, DesignId, DifferenceKind, GroupDebrief, SessionId, VersionView } from "$lib/api";
import { asProblem, type Workshop } from "$lib/workshop";
import type { StudyState } from "../study/study.svelte";

/** The kinds of difference, in the order of their filters. */
export const KINDS: readonly DifferenceKind[] = ["added", "dropped", "reworded", "retimed", "moved", "changed"];
export type Show = DifferenceKind | "all";

/** Two versions, what differs between them, why, and which of it is looked at. */
export class CompareState {
  readonly #workshop: Workshop;
  readonly study: StudyState;

  from: DesignId | null = $state(null);
  to: DesignId | null = $state(null);
  compared: Compared | null = $state.raw(null);
  show: Show = $state("all");
  /** The place of the difference that is looked at, among those shown. */
  at: number | null = $state(null);

  readonly differences: readonly Difference[] = $derived(this.compared?.differences ?? []);
  readonly shown: readonly Difference[] = $derived(
    this.differences.filter((d) => this.show === "all" || d.kind === this.show),
  );
  /** The difference that is looked at. */
  readonly marked: Difference | null = $derived(this.at === null ? null : (this.shown[this.at] ?? null));
  readonly old: VersionView | null = $derived(this.compared?.from ?? null);
  readonly new: VersionView | null = $derived(this.compared?.to ?? null);
  /** Debriefs can be named as causes: of a version that no session has used, beside the one it amends. */
  readonly open: boolean = $derived(this.new !== null && !this.new.used && this.new.amends === this.old?.id);
  /** What was said of the newest evenings that ran by the older version. */
  readonly said: readonly GroupDebrief[] = $derived(this.compared?.said ?? []);

  constructor(workshop: Workshop, study: StudyState, to: VersionView | null) {
    this.#workshop = workshop;
    this.study = study;
    this.to = to?.id ?? null;
    this.from = to?.amends ?? null;
  }

  async load() {
    const [from, to] = [this.from, this.to];
    if (!from || !to) return;
    try {
      const compared = await this.#workshop.call("compare_versions", { from, to });
      // What is looked at by now stays so, wherever it stands.
      const field = this.marked?.field;
      this.compared = compared;
      const at = this.shown.findIndex((d) => d.field === field);
      this.at = at < 0 ? null : at;
    } catch (e) {
      this.study.problem = asProblem(e);
    }
  }

  count(kind: DifferenceKind): number {
    return this.differences.filter((d) => d.kind === kind).length;
  }

  filter(show: Show) {
    this.show = show;
    this.at = null;
  }

  /** Goes on to the next difference, or back. */
  step(by: -1 | 1) {
    const last = this.shown.length - 1;
    this.at = this.at === null ? (by === 1 ? 0 : last) : Math.min(last, Math.max(0, this.at + by));
  }

  /** The groups whose debriefs led to a difference, by number. */
  causes(d: Difference): number[] {
    const its = this.compared?.because.filter((one) => one.field === d.field) ?? [];
    return [...new Set(its.map((one) => one.number))].toSorted((a, b) => a - b);
  }

  /** Says whether a debrief led to the difference that is looked at. */
  async say(session: SessionId, is: boolean) {
    if (this.to && this.marked) await this.study.act("say_because", { design: this.to, field: this.marked.field, session, is });
  }

  /** Puts what was said after an evening below the note on why it was amended. */
  async note(text: string) {
    const version = this.new;
    if (version) await this.study.act("change_version", { design: version.id, note: version.note === "" ? text : `${version.note} ${text}` });
  }
}
