import { createContext } from "svelte";
import type { Commands, Design, DesignId, DesignVersion, Idea, IdeaFit, IdeaId, IdeaPages, IdeaPoster, StudyView, ThemeId, VersionView } from "$lib/api";
import { asProblem, newId, type Req, type Workshop } from "$lib/workshop";
import type { StudyState } from "../study/study.svelte";
import { within } from "./order";

export const [getIdeas, setIdeas] = createContext<IdeasState>();

/** The papers that posters are looked at on. */
export const PAPERS = ["A4", "A3", "A2", "A1"] as const;
export const US_PAPERS = ["Letter", "Tabloid", "ANSI C", "ANSI D"] as const;
export type PaperName = (typeof PAPERS)[number] | (typeof US_PAPERS)[number];

/** The papers that an idea stands on. */
export const AS = ["poster", "handout", "ballot"] as const;
export type As = (typeof AS)[number];

/** What is being typed and is not kept yet. */
export type Draft = Partial<Pick<Idea, "name" | "description" | "examples">>;

/** The ideas of one version, the one that is open, and how their posters fit the paper. */
export class IdeasState {
  readonly #workshop: Workshop;
  readonly study: StudyState;
  #chosen: DesignId | null = null;
  #looks = 0;
  #read: { of: readonly [StudyView | null, DesignId | null]; done: Promise<void> } | null = null;

  versions: readonly VersionView[] = $state.raw([]);
  /** The version that is shown. */
  version: DesignVersion | null = $state.raw(null);
  fits: readonly IdeaFit[] = $state.raw([]);
  paper: PaperName = $state("A3");
  /** The paper on which the idea is looked at. */
  as: As = $state("poster");
  /** The pages of a handout or a ballot. */
  paperPages: IdeaPages | null = $state.raw(null);
  /** Two versions are being compared. */
  comparing = $state(false);
  /** The idea that is open. */
  open: IdeaId | null = $state(null);
  draft: Draft = $state.raw({});
  /** The poster of the idea that is open, with what is being typed. */
  poster: IdeaPoster | null = $state.raw(null);
  /** The last poster of it that could be laid out: what is typed may not print, and stays on the sheet. */
  sheet: IdeaPoster | null = $state.raw(null);

  readonly design: Design | null = $derived(this.version?.design ?? null);
  readonly ideas: readonly Idea[] = $derived(this.design?.ideas ?? []);
  readonly idea: Idea | null = $derived(this.ideas.find((idea) => idea.id === this.open) ?? this.ideas[0] ?? null);
  readonly card: VersionView | null = $derived(this.versions.find((v) => v.id === this.version?.id) ?? null);
  readonly isNewest: boolean = $derived(this.card?.id === this.versions.at(-1)?.id);
  /** A session has run by it, so it is to be read only. */
  readonly locked: boolean = $derived(this.card?.used ?? true);
  /** Posters that take more than one sheet, or cannot be printed. */
  readonly tooLong: number = $derived(this.ideas.filter((idea) => isTooLong(this.fit(idea.id))).length);

  constructor(workshop: Workshop, study: StudyState) {
    this.#workshop = workshop;
    this.study = study;
  }

  /** How an idea fits: the one that is open, as it is being typed. */
  fit(id: IdeaId): IdeaFit | null {
    if (this.poster?.fit.idea === id) return this.poster.fit;
    return this.fits.find((fit) => fit.idea === id) ?? null;
  }

  number(id: IdeaId): number {
    return this.ideas.findIndex((idea) => idea.id === id) + 1;
  }

  /** Reads the versions, and the one that is shown; once for each time that the study was read. */
  load(): Promise<void> {
    const of = [this.study.view, this.#chosen] as const;
    if (this.#read?.of[0] !== of[0] || this.#read.of[1] !== of[1]) this.#read = { of, done: this.#load() };
    return this.#read.done;
  }

  async #load() {
    const newest = this.study.view?.design;
    if (!newest) return;
    try {
      const versions = await this.#workshop.call("versions", {});
      const chosen = versions.some((v) => v.id === this.#chosen) ? this.#chosen : null;
      const version = chosen && chosen !== newest.id ? await this.#workshop.call("version", { design: chosen }) : newest;
      this.versions = versions;
      this.version = version;
      // How a poster fits is the same on all of these papers: their sides have one proportion.
      this.fits = await this.#workshop.call("poster_fits", { design: version.id, paper: "A3" });
    } catch (e) {
      this.study.problem = asProblem(e);
    }
  }

  /** Lays out the poster that is open. What was typed since is laid out by the next call. */
  async look() {
    const { version, idea, draft, paper } = this;
    if (!version || !idea) return;
    const look = ++this.#looks;
    try {
      const poster = await this.#workshop.call("idea_poster", { design: version.id, idea: idea.id, paper, ...draft });
      if (look !== this.#looks) return;
      this.poster = poster;
      const typing = Object.keys(draft).length > 0 && this.sheet?.fit.idea === idea.id;
      this.sheet = poster.pages.length > 0 ? poster : typing ? this.sheet : null;
    } catch (e) {
      this.study.problem = asProblem(e);
    }
  }

  /** Lays out the handout or the ballot, as the ideas are kept. */
  async lookAtPaper() {
    const { version, idea, as } = this;
    if (!version || !idea || as === "poster") return;
    try {
      const pages = await this.#workshop.call("idea_paper", { design: version.id, idea: idea.id, what: as });
      if (this.as === as && this.idea?.id === idea.id) this.paperPages = pages;
    } catch (e) {
      this.study.problem = asProblem(e);
    }
  }

  async choose(design: DesignId) {
    this.#chosen = design;
    this.draft = {};
    await this.load();
  }

  show(id: IdeaId | undefined) {
    if (!id) return;
    this.open = id;
    this.draft = {};
  }

  /** Opens an idea that was found in a comparison. */
  showFrom(id: IdeaId | null) {
    this.comparing = false;
    this.show(id ?? undefined);
  }

  /** Asks for an act on the version that is shown. */
  async edit<K extends keyof Commands>(name: K, req: Omit<Req<K>, "design">): Promise<boolean> {
    const done = await this.study.actOn(this.version?.id, name, req);
    if (done) await this.load();
    return done;
  }

  /** Keeps new words of the idea that is open. What is refused stands there no longer. */
  async change(change: Partial<Idea>): Promise<void> {
    if (!this.idea) return;
    await this.edit("change_idea", { idea: { ...this.idea, ...change } });
    this.draft = {};
  }

  /** Adds an idea or a copy, and opens it. */
  async add<K extends "add_idea" | "duplicate_idea">(name: K, req: Omit<Req<K>, "design">): Promise<boolean> {
    const before = new Set(this.ideas.map((idea) => idea.id));
    const done = await this.edit(name, req);
    if (done) this.show(this.ideas.find((idea) => !before.has(idea.id))?.id);
    return done;
  }

  /** Takes an idea out, and opens the one after it. */
  async remove(id: IdeaId) {
    const at = this.ideas.findIndex((idea) => idea.id === id);
    const next = this.ideas[at + 1] ?? this.ideas[at - 1];
    if (await this.edit("remove_idea", { idea: id })) this.show(next?.id);
  }

  /** Begins the next version and shows it. */
  async amend() {
    const id = newId();
    this.comparing = false;
    if (await this.study.act("amend_design", { id, note: "", phase: "main" })) await this.choose(id);
  }

  isEmpty(theme: ThemeId): boolean {
    return this.design !== null && within(this.design, theme).length === 0;
  }
}

/** Whether a poster does not stand on one sheet. */
export const isTooLong = (fit: IdeaFit | null) => fit !== null && (fit.problem !== null || (fit.sheets ?? 0) > 1);
