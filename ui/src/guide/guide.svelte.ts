import { createContext } from "svelte";
import type { Activity, Commands, Design, DesignId, DesignVersion, Difference, GroupDebrief, Lens, LensId, StudyView, VersionView } from "$lib/api";
import { asProblem, newId, type Req, type Workshop } from "$lib/workshop";
import type { StudyState } from "../study/study.svelte";
import { inEach } from "./plan";

export const [getGuide, setGuide] = createContext<GuideState>();

/** What the Guide place shows: the guide, two versions side by side, or the guide as text. */
export type GuideView = "edit" | "compare" | "text";

/** A short id for something new in a design. */
export const shortId = (of: string) => `${of}-${newId().slice(-8)}`;

/** The guide of one version, what is open in it, and what differs from the version before. */
export class GuideState {
  readonly #workshop: Workshop;
  readonly study: StudyState;

  at: GuideView = $state("edit");
  versions: readonly VersionView[] = $state.raw([]);
  /** The version that is shown. */
  version: DesignVersion | null = $state.raw(null);
  /** What differs from the version it amends. */
  differences: readonly Difference[] = $state.raw([]);
  /** What the staff said after the newest groups. */
  said: readonly GroupDebrief[] = $state.raw([]);
  #chosen: DesignId | null = null;
  /** What was read last, or is being read. */
  #read: { of: StudyView | null; chosen: DesignId | null; done: Promise<void> } | null = null;
  /** The activity that is open, and the lens in it. */
  open: string | null = $state(null);
  openLens: LensId | null = $state(null);

  readonly design: Design | null = $derived(this.version?.design ?? null);
  /** What stands beside the outline. */
  panel: "activity" | "kinds" = $state("activity");
  /** A change to one discussion is made in all of them. */
  alike = $state(true);
  readonly activities: readonly Activity[] = $derived(this.design?.stages.flatMap((stage) => stage.activities) ?? []);
  readonly activity: Activity | null = $derived(this.activities.find((a) => a.id === this.open) ?? this.activities[0] ?? null);
  /** The activities that talk an idea through. */
  readonly talks: readonly Activity[] = $derived(this.activities.filter((a) => a.tool.type === "discussion"));
  readonly lens: Lens | null = $derived(
    this.design?.lenses.find((lens) => lens.id === this.openLens) ?? this.design?.lenses[0] ?? null,
  );
  readonly newest: VersionView | null = $derived(this.versions.at(-1) ?? null);
  /** The version that is shown, as the list of versions tells of it. */
  readonly card: VersionView | null = $derived(this.versions.find((v) => v.id === this.version?.id) ?? null);
  /** The version that the one shown amends. */
  readonly amended: VersionView | null = $derived(this.versions.find((v) => v.id === this.card?.amends) ?? null);
  /** A session has run by it, so it is to be read only. */
  readonly locked: boolean = $derived(this.card?.used ?? true);

  constructor(workshop: Workshop, study: StudyState) {
    this.#workshop = workshop;
    this.study = study;
  }

  /** Reads the versions, and the one that is shown; once for each state of the study. */
  load(): Promise<void> {
    const of = this.study.view;
    if (this.#read?.of !== of || this.#read?.chosen !== this.#chosen) this.#read = { of, chosen: this.#chosen, done: this.#load() };
    return this.#read?.done ?? Promise.resolve();
  }

  async #load() {
    const newest = this.study.view?.design;
    if (!newest) return;
    try {
      const versions = await this.#workshop.call("versions", {});
      const chosen = versions.some((v) => v.id === this.#chosen) ? this.#chosen : null;
      const version = chosen && chosen !== newest.id ? await this.#workshop.call("version", { design: chosen }) : newest;
      const from = version.amends;
      const compared = from ? await this.#workshop.call("compare_versions", { from, to: version.id }) : null;
      const said = await this.#workshop.call("debriefs", {});
      this.versions = versions;
      this.version = version;
      this.differences = compared?.differences ?? [];
      this.said = said;
    } catch (e) {
      this.study.problem = asProblem(e);
    }
  }

  /** Shows another version. */
  async choose(design: DesignId) {
    this.#chosen = design;
    await this.load();
  }

  /** Asks for an act on the version that is shown. */
  async edit<K extends keyof Commands>(name: K, req: Omit<Req<K>, "design">): Promise<boolean> {
    const done = await this.study.actOn(this.version?.id, name, req);
    // What was added is on the screen before anybody looks for it there.
    if (done) await this.load();
    return done;
  }

  /** Changes the activity that is open. */
  async change(change: Partial<Activity>): Promise<boolean> {
    const open = this.activity;
    if (!open) return false;
    if (!this.isOpen(open, true)) return this.edit("change_activity", { activity: { ...open, ...change } });
    return this.edit("change_activities", { activities: inEach(this.talks, open, change, () => shortId("q")) });
  }

  /** Whether an activity is open, by itself or, as one of several discussions, along with another. */
  isOpen(activity: Activity, along = false): boolean {
    const together = this.alike && !this.locked && this.talks.length > 1;
    const talk = (a: Activity | null) => a?.tool.type === "discussion";
    if (together && talk(activity) && talk(this.activity)) return true;
    return !along && activity.id === this.activity?.id;
  }

  /** Changes the lens that is open. */
  async changeLens(change: Partial<Lens>): Promise<boolean> {
    const [design, open] = [this.design, this.lens];
    if (!design || !open) return false;
    const lenses = design.lenses.map((lens) => (lens.id === open.id ? { ...lens, ...change } : lens));
    return this.edit("change_settings", { lenses });
  }

  /** Takes an activity out, and opens the one after it. */
  async remove(id: string): Promise<boolean> {
    const at = this.activities.findIndex((activity) => activity.id === id);
    const next = this.activities[at + 1] ?? this.activities[at - 1];
    const done = await this.edit("remove_activity", { activity: id });
    if (done && next) this.open = next.id;
    return done;
  }

  /** Shows what a difference is about. */
  show(difference: Difference) {
    // A lens is edited in any activity that talks an idea through.
    const talk = this.activities.find((a) => a.tool.type === "discussion");
    const activity = difference.activity ?? (difference.lens ? talk?.id : undefined);
    if (!activity) return;
    this.open = activity;
    if (difference.lens) this.openLens = difference.lens;
    this.at = "edit";
  }

  /** Begins the next version and shows it. */
  async amend() {
    const id = newId();
    if (await this.study.act("amend_design", { id, note: "", phase: "main" })) {
      this.at = "edit";
      await this.choose(id);
    }
  }

  /** What has become of a line of the activity or lens that is open, since the version before. */
  mark(of: { activity?: string; lens?: string }): (text: string) => "new" | "reworded" | null {
    const here = this.differences.filter((d) => (of.activity ? d.activity === of.activity : d.lens === of.lens));
    return (text) => {
      const found = here.find(
        (d) => d.after?.is === "words" && d.after.runs.map((run) => run.text).join("") === text,
      );
      return found?.kind === "added" ? "new" : found?.kind === "reworded" ? "reworded" : null;
    };
  }
}
