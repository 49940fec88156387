import { createContext } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import type { Language, Material, Materials, PackAsked, PackPaper, PaperKind, PapersProgress, PosterSheets, SessionCard, SessionId, SheetsOf } from "$lib/api";
import { openFile, saveAs } from "$lib/files";
import { t } from "$lib/text";
import { asProblem, type Workshop } from "$lib/workshop";
import type { StudyState } from "../study/study.svelte";
import { faces, type Face } from "./faces";
import { pagesOf, type Sum } from "./sums";

export const [getMaterials, setMaterials] = createContext<MaterialsState>();

/** The papers beside the posters, in the order in which they are used. Large print goes with the handouts. */
export const OTHERS = ["handout", "ballots", "stickers", "seat_cards", "guide", "note_sheets", "consent", "door_sign"] as const;
export type Other = (typeof OTHERS)[number];

export const SIZES = ["A4", "A3", "A2", "A1"] as const;
export const US_SIZES = ["Letter", "Tabloid", "ANSI C", "ANSI D"] as const;

/** Milliseconds between two looks at papers in the making. */
const GLANCE = 150;
/** Pages that are remembered before those of no use now are forgotten. */
const REMEMBERED = 400;

/** For whom the pack is: one group, all that are still to come, or any. */
export type For = SessionId | "all" | "any";

/** A paper that was laid out: its first page, and on what it is printed. */
export interface Seen {
  page: string | null;
  sheets: readonly SheetsOf[];
}

/** The print pack as it is wanted, its pages as they will print, and papers in the making. */
export class MaterialsState {
  readonly #workshop: Workshop;
  readonly study: StudyState;
  #looks = 0;
  /** The pack was asked for, until it is made. */
  #beginning = false;
  #chosen: For | null = $state(null);
  /** What was laid out, by the marks of the papers: what did not change is not asked for again. */
  readonly #seen = new SvelteMap<string, Seen>();
  /** When the job that runs was first seen, and how far it was. */
  #begun: { at: number; pages: number } | null = null;
  #toPrint = false;

  known: Materials | null = $state.raw(null);
  papers: readonly PackPaper[] = $state.raw([]);
  /** None: as planned. */
  people: number | null = $state(null);
  spare = $state(2);
  readers = $state(2);
  large = $state(1);
  size: string = $state("A2");
  portrait = $state(false);
  sheets: PosterSheets = $state("whole");
  sideBySide = $state(false);
  labels: string | null = $state(null);
  zip = $state(false);
  /** Tags of the languages in the pack, the study's own first. */
  languages: readonly string[] = $state.raw([]);
  wanted: ReadonlySet<PaperKind> = $state.raw(new Set<PaperKind>(["posters", ...OTHERS.filter((what) => what !== "note_sheets")]));
  /** The face that is shown, and the poster, from 0. */
  shown: string | null = $state(null);
  at = $state(0);
  job: PapersProgress | null = $state.raw(null);
  /** Seconds until the job ends, at its pace; none before that can be said. */
  left: number | null = $state(null);

  /** Groups that have not had their evening. */
  readonly coming: readonly SessionCard[] = $derived.by(() =>
    this.study.cards.filter(({ session }) => session.ended === null && session.cancelled === null),
  );
  readonly for: For = $derived.by(() => {
    const chosen = this.#chosen;
    if (chosen === "any" || (chosen === "all" && this.coming.length > 1)) return chosen;
    return this.coming.find((card) => card.session.id === chosen)?.session.id ?? this.coming[0]?.session.id ?? "any";
  });
  readonly sessions: readonly SessionId[] = $derived(
    this.for === "any" ? [] : this.for === "all" ? this.coming.map((card) => card.session.id) : [this.for],
  );
  readonly faces: readonly Face[] = $derived(faces(this.papers));
  readonly face: Face | null = $derived(this.faces.find((face) => face.key === this.shown) ?? this.faces[0] ?? null);
  readonly making: boolean = $derived(this.job !== null && !this.job.ended);
  /** The pages of the pack as it is ticked; none until all are counted. */
  readonly sum: Sum | null = $derived(pagesOf(this.ticked, (mark) => this.#seen.get(mark)?.sheets));

  constructor(workshop: Workshop, study: StudyState) {
    this.#workshop = workshop;
    this.study = study;
  }

  /** The papers that are ticked, all groups together. */
  get ticked(): readonly PackPaper[] {
    return this.papers.filter(({ material }) => this.wants(material.what));
  }

  wants(what: PaperKind): boolean {
    return this.wanted.has(what === "large_print" ? "handout" : what);
  }

  tick(what: PaperKind, on: boolean) {
    const wanted = new Set(this.wanted);
    if (on) wanted.add(what);
    else wanted.delete(what);
    this.wanted = wanted;
  }

  choose(to: For) {
    this.#chosen = to;
    this.people = null;
  }

  /** Puts a language into the pack or takes it out. One always stays. */
  speak(tag: string, on: boolean) {
    const all = this.known?.languages.map((language) => language.tag) ?? [];
    const now = all.filter((known) => (known === tag ? on : this.languages.includes(known)));
    if (now.length > 0) this.languages = now;
  }

  language(tag: string | null | undefined): Language | undefined {
    return this.known?.languages.find((language) => language.tag === tag);
  }

  /** The papers of a kind for the first of the groups. */
  of(what: PaperKind): readonly PackPaper[] {
    const first = this.sessions[0];
    return this.papers.filter(({ material }) => material.what === what && (material.session ?? undefined) === first);
  }

  /** The posters of the face that is shown. */
  readonly posters: readonly PackPaper[] = $derived(
    this.of("posters").filter(({ material }) => this.face !== null && material.language === this.face.language && (material.beside ?? null) === this.face.beside),
  );

  /** The paper of a kind in the language that is shown, where there is one. */
  page(what: Other): PackPaper | null {
    const all = this.of(what);
    const inIt = (tag: string | null | undefined) => all.find(({ material }) => tag && material.language === tag);
    return inIt(this.face?.beside) ?? inIt(this.face?.language) ?? all[0] ?? null;
  }

  /** What is known of a paper by now. */
  seen(paper: PackPaper | null | undefined): Seen | null {
    return (paper && this.#seen.get(paper.mark)) ?? null;
  }

  /** The picture of its first page. A poster in tiles is shown whole: that is how it will hang. */
  picture(paper: PackPaper | null | undefined): string | null {
    if (!paper) return null;
    return this.#seen.get(pictureKey(paper))?.page ?? null;
  }

  asked(): PackAsked {
    return {
      sessions: [...this.sessions],
      languages: [...this.languages],
      side_by_side: this.sideBySide,
      ...(this.people === null ? {} : { people: this.people }),
      spare: this.spare,
      readers: this.readers,
      large: this.large,
      paper: this.size,
      portrait: this.portrait,
      sheets: this.sheets,
      ...(this.labels === null ? {} : { labels: this.labels }),
    };
  }

  /** Reads what is in the pack, and lays out what is not known yet: first what is looked at. */
  async load() {
    const look = ++this.#looks;
    try {
      if (await this.#read(look)) await this.#layOut(look);
    } catch (e) {
      this.study.problem = asProblem(e);
    }
  }

  /** Reads what is in the pack as it was chosen; whether nothing else was asked for meanwhile. */
  async #read(look: number): Promise<boolean> {
    const { view } = this.study;
    while (view && this.study.view === view && this.study.cards.length < view.planned) {
      const had = this.study.cards.length;
      await this.study.more();
      if (this.study.cards.length === had) break;
    }
    const session = this.sessions[0];
    const known = await this.#workshop.call("materials", session ? { session } : {});
    if (look !== this.#looks) return false;
    this.known = known;
    const still = this.languages.filter((tag) => known.languages.some((language) => language.tag === tag));
    if (still.length !== this.languages.length || still.length === 0) {
      this.languages = still.length > 0 ? still : known.languages.slice(0, 1).map((language) => language.tag);
    }
    const papers = await this.#workshop.call("pack_papers", this.asked());
    if (look !== this.#looks) return false;
    this.papers = papers;
    this.at = Math.min(this.at, Math.max(0, this.posters.length - 1));
    this.#forget();
    return true;
  }

  async #layOut(look: number) {
    for (let next = this.#next(); next; next = this.#next()) {
      const { material, key, picture } = next;
      const laid = await this.#workshop.call("material_pages", { material, count: picture ? 1 : 0 });
      this.#seen.set(key, { page: laid.pages[0] ?? null, sheets: laid.sheets });
      if (look !== this.#looks) return;
    }
  }

  /** What is to be laid out next: pictures from the one that is looked at, then what is only counted. */
  #next(): { material: Material; key: string; picture: boolean } | null {
    const pictures = [this.posters[this.at], ...this.posters, ...OTHERS.map((what) => this.page(what))];
    for (const paper of pictures) {
      if (paper && !this.#seen.get(pictureKey(paper))?.page) {
        return { material: pictured(paper.material), key: pictureKey(paper), picture: true };
      }
    }
    const left = this.papers.find((paper) => !this.#seen.has(paper.mark));
    return left ? { material: left.material, key: left.mark, picture: false } : null;
  }

  #forget() {
    if (this.#seen.size < REMEMBERED) return;
    const inUse = new Set(this.papers.flatMap((paper) => [paper.mark, pictureKey(paper)]));
    for (const key of [...this.#seen.keys()]) if (!inUse.has(key)) this.#seen.delete(key);
  }

  /** Looks again from where one is; what was laid out is there already. */
  look() {
    void this.#layOut(++this.#looks).catch((e: unknown) => (this.study.problem = asProblem(e)));
  }

  turn(by: number) {
    const count = this.posters.length;
    if (count > 0) this.at = (this.at + by + count) % count;
  }

  /** Makes the pack, all of it as it is ticked, beside the study or where it is wanted. */
  async make(zip = this.zip, path?: string) {
    if (this.making || this.#beginning) return;
    this.#beginning = true;
    this.#toPrint = false;
    try {
      // What was chosen a moment ago is meant, too.
      while (!(await this.#read(++this.#looks)));
      this.look();
      const materials = this.ticked.map((paper) => paper.material);
      await this.#workshop.call("make_papers", { materials, zip, ...(path === undefined ? {} : { path }) });
      this.study.problem = null;
      await this.follow(true);
    } catch (e) {
      this.study.problem = asProblem(e);
    } finally {
      this.#beginning = false;
    }
  }

  /** Lets a person choose where the pack goes, and makes it there. */
  async elsewhere() {
    const { zip } = this;
    const study = this.study.view?.study.name ?? "";
    const kind = { name: t(zip ? "pack-as-zip" : "pack-as-pdf"), endings: [zip ? "zip" : "pdf"] };
    const path = await saveAs(t("pack-where"), t("pack-file", { study, kind: zip ? "zip" : "pdf" }), kind);
    if (path !== null) await this.make(zip, path);
  }

  /** Makes one PDF and opens it where it can be printed. */
  async print() {
    if (this.making) return;
    const made = this.make(false);
    this.#toPrint = true;
    await made;
  }

  async stop() {
    this.#toPrint = false;
    await this.#workshop.call("stop_papers", {}).catch((e: unknown) => (this.study.problem = asProblem(e)));
  }

  /** Looks at papers in the making until they have ended; what became of those before is no news. */
  async follow(isNew = false) {
    this.#begun = null;
    let news = isNew;
    for (;;) {
      const job = await this.#workshop.call("papers_progress", {}).catch(() => null);
      this.job = job;
      if (!job || job.ended) break;
      news = true;
      this.left = this.#secondsLeft(job);
      await new Promise((again) => setTimeout(again, GLANCE));
    }
    this.left = null;
    if (news && this.job?.problem) this.study.problem = this.job.problem;
    if (this.#toPrint && this.job?.written) {
      this.#toPrint = false;
      // The file is there all the same, and named on the screen.
      await openFile(this.job.written.path).catch((e: unknown) => (this.study.problem = asProblem(e)));
    }
  }

  #secondsLeft(job: PapersProgress): number | null {
    const now = performance.now();
    this.#begun ??= { at: now, pages: job.pages };
    const done = job.pages - this.#begun.pages;
    if (job.of === null || done <= 0) return null;
    return ((now - this.#begun.at) / 1000 / done) * (job.of - job.pages);
  }
}

/** What a picture of a paper shows. */
function pictured(material: Material): Material {
  return material.sheets === "tiled" ? { ...material, sheets: "whole" } : material;
}

function pictureKey(paper: PackPaper): string {
  return paper.material.sheets === "tiled" ? `${paper.mark} whole` : paper.mark;
}
