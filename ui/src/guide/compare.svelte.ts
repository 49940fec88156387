import type { Compared, Difference, DesignId, DifferenceKind, VersionView } from "$lib/api";
import { asProblem, type Workshop } from "$lib/workshop";
import type { GuideState } from "./guide.svelte";

/** The kinds of difference, in the order of their filters. */
export const KINDS: readonly DifferenceKind[] = ["added", "dropped", "reworded", "retimed", "moved", "changed"];
export type Show = DifferenceKind | "all";

/** Two versions, what differs between them, and which of it is looked at. */
export class CompareState {
  readonly #workshop: Workshop;
  readonly guide: GuideState;

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
  readonly old: VersionView | null = $derived(this.compared?.from ?? null);
  readonly new: VersionView | null = $derived(this.compared?.to ?? null);

  constructor(workshop: Workshop, guide: GuideState) {
    this.#workshop = workshop;
    this.guide = guide;
    this.to = guide.card?.id ?? null;
    this.from = guide.amended?.id ?? null;
  }

  async load() {
    const [from, to] = [this.from, this.to];
    if (!from || !to) return;
    try {
      this.compared = await this.#workshop.call("compare_versions", { from, to });
      this.at = null;
    } catch (e) {
      this.guide.study.problem = asProblem(e);
    }
  }

  count(kind: DifferenceKind): number {
    return this.differences.filter((d) => d.kind === kind).length;
  }

  /** Goes on to the next difference, or back. */
  step(by: -1 | 1) {
    const last = this.shown.length - 1;
    this.at = this.at === null ? (by === 1 ? 0 : last) : Math.min(last, Math.max(0, this.at + by));
  }

  /** Opens what the difference is about in the guide. */
  open() {
    const found = this.at === null ? undefined : this.shown[this.at];
    if (!found) return;
    const design = this.guide.design;
    // A lens is edited in any activity that talks an idea through.
    const talk = this.guide.activities.find((a) => a.tool.type === "discussion");
    const activity = found.activity ?? (found.lens ? talk?.id : undefined);
    if (!design || !activity) return;
    this.guide.open = activity;
    if (found.lens) this.guide.openLens = found.lens;
    this.guide.at = "edit";
  }
}
