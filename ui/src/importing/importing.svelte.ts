import type { DateOrder, Importing, Imported, Preview, Problem, QuotaNotice, SessionCard, SessionId, SheetRead, SheetsRead, ShownRow, Verdict } from "$lib/api";
import { chooseFile, saveAs } from "$lib/files";
import { t } from "$lib/text";
import { asProblem, attempt, newId, type Workshop } from "$lib/workshop";
import { contactsAmong } from "./columns";

/** How many rows are drawn before somebody asks for more. */
const PAGE = 200;
/** What a list of people may be saved as. */
export const KINDS = ["xlsx", "xls", "ods", "csv", "txt", "tsv"];

export type Shown = Verdict | "all";

/** A recruiter's sheet on the desk: how it is read, and who comes in. */
export class ImportState {
  readonly #workshop: Workshop;
  /** The look that was asked for last: an earlier one that comes late is not shown. */
  #looks = 0;

  path = $state("");
  read: SheetsRead | null = $state.raw(null);
  /** The place of the sheet in the file. */
  at = $state(0);
  how: Importing | null = $state.raw(null);
  only: Shown = $state("all");
  count = $state(PAGE);
  preview: Preview | null = $state.raw(null);
  /** Whom no seat would be left for, once they are in. */
  weighed: readonly QuotaNotice[] = $state.raw([]);
  problem: Problem | null = $state.raw(null);
  /** What was done last, to be read: people who came in, or that they were taken back. */
  done: Imported | "undone" | null = $state.raw(null);
  template: string | null = $state.raw(null);
  busy = $state(false);
  /** How long the file took to read. */
  seconds = $state(0);

  /** All groups of the study, in the order of time. */
  groups: readonly SessionCard[] = $state.raw([]);
  /** Those that still take people. */
  readonly takers: readonly SessionCard[] = $derived(
    this.groups.filter(({ session }) => session.ended === null && session.cancelled === null),
  );

  readonly sheet: SheetRead | null = $derived(this.read?.sheets[this.at] ?? null);
  readonly name: string = $derived(this.path.split(/[\\/]/).at(-1) ?? "");
  readonly coming: number = $derived((this.preview?.whole ?? 0) + (this.preview?.mended ?? 0));

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  /** Reads which groups there are. A file can be read meanwhile. */
  async readGroups() {
    const groups: SessionCard[] = [];
    try {
      for (;;) {
        const { cards } = await this.#workshop.call("sessions", { from: groups.length });
        if (cards.length === 0) break;
        groups.push(...cards);
      }
      this.groups = groups;
    } catch (e) {
      this.problem = asProblem(e);
    }
  }

  group(session: SessionId | null): SessionCard | undefined {
    return this.groups.find((card) => card.session.id === session);
  }

  /** Lets a file be chosen, and reads it. */
  async choose() {
    const path = await chooseFile(t("import-choose"), { name: t("import-choose-filter"), endings: KINDS });
    if (path !== null) await this.open(path);
  }

  async open(path: string) {
    this.path = path.trim();
    this.#clear();
    await this.#try(async () => {
      const began = performance.now();
      const read = await this.#workshop.call("read_sheet", { path: this.path });
      this.seconds = (performance.now() - began) / 1000;
      this.read = read;
      await this.showSheet(read.likeliest);
    });
  }

  /** Takes one of the file's sheets, with the guesses for it. */
  async showSheet(at: number) {
    const sheet = this.read?.sheets[at];
    if (!this.read || !sheet) return;
    this.at = at;
    this.how = {
      path: this.path,
      mark: this.read.mark,
      sheet: at,
      heading: sheet.heading,
      columns: sheet.columns.map((column) => column.target),
      meanings: [],
      settled: [],
      left_out: [],
      contacts: false,
    };
    await this.#look();
  }

  /** Takes another row for the headings. */
  async headingsIn(row: number) {
    await this.#try(async () => {
      const heading = { sheet: this.at, row };
      this.read = await this.#workshop.call("read_sheet", { path: this.path, heading });
      await this.showSheet(this.at);
    });
  }

  /** Takes a column for something. What was taken for it before is left out. */
  async take(column: number, target: string) {
    const columns = this.how?.columns.map((was, at) => {
      if (at === column) return target;
      return was === target ? "out" : was;
    });
    await this.#change({ columns });
  }

  /** Says what a spelling stands for. */
  async mean(target: string, spelling: string, value: string) {
    const others = this.how?.meanings.filter((m) => m.target !== target || m.spelling !== spelling) ?? [];
    await this.#change({ meanings: [...others, { target, spelling, value }] });
  }

  /** Puts other words in the place of what a row says. */
  async settle(row: number, target: string, text: string) {
    const others = this.how?.settled.filter((s) => s.row !== row || s.target !== target) ?? [];
    await this.#change({ settled: [...others, { row, target, text }] });
  }

  /** Leaves a row out, or takes it back in. */
  async leaveOut(row: number) {
    const out = this.how?.left_out ?? [];
    await this.#change({ left_out: out.includes(row) ? out.filter((other) => other !== row) : [...out, row] });
  }

  /** Gives those whose row names no group to one. */
  async othersTo(session: SessionId | null) {
    if (!this.how) return;
    const { session: _, ...rest } = this.how;
    this.how = session ? { ...rest, session } : rest;
    await this.#look();
  }

  async withContacts(contacts: boolean) {
    await this.#change({ contacts });
  }

  /** Says what comes first in a day that is written in figures. */
  async readDates(dates: DateOrder) {
    await this.#change({ dates });
  }

  async show(only: Shown) {
    this.only = only;
    this.count = PAGE;
    await this.#look();
  }

  async more() {
    this.count += PAGE;
    await this.#look();
  }

  /** Brings in whoever comes in, in one act. */
  async bring() {
    const how = this.how;
    if (!how || this.coming === 0) return;
    await this.#try(async () => {
      this.done = await this.#workshop.call("import_people", how, newId());
      this.#clear();
    });
  }

  async undo() {
    await this.#try(async () => {
      await this.#workshop.call("undo_in_study", {}, newId());
      this.done = "undone";
    });
  }

  /** Writes the sheet to send to recruiters. */
  async writeTemplate() {
    const kind = { name: t("import-template-filter"), endings: ["xlsx", "csv"] };
    const path = await saveAs(t("import-template-title"), t("import-template-name"), kind);
    if (path === null) return;
    await this.#try(async () => {
      this.template = (await this.#workshop.call("recruiter_template", { path })).path;
    });
  }

  /** How many rows there are to draw beyond those that are. */
  get hidden(): number {
    if (!this.preview) return 0;
    const { whole, mended, ask, out, rows } = this.preview;
    const by = { all: whole + mended + ask + out, in: whole, mended, ask, out };
    return by[this.only] - rows.length;
  }

  /** Whether the sheet has a phone or an e-mail at all. */
  get hasContacts(): boolean {
    return contactsAmong(this.how?.columns ?? []);
  }

  isLeftOut(row: ShownRow): boolean {
    return this.how?.left_out.includes(row.row) ?? false;
  }

  #clear() {
    this.read = null;
    this.how = null;
    this.preview = null;
    this.weighed = [];
    this.only = "all";
    this.count = PAGE;
  }

  async #change(some: { [K in keyof Importing]?: Importing[K] | undefined }) {
    if (!this.how) return;
    this.how = { ...this.how, ...some } as Importing;
    await this.#look();
  }

  async #look() {
    const how = this.how;
    if (!how) return;
    const look = ++this.#looks;
    const only = this.only === "all" ? {} : { only: this.only };
    try {
      const preview = await this.#workshop.call("preview_import", { how, ...only, from: 0, count: this.count });
      if (look !== this.#looks) return;
      this.preview = preview;
      this.problem = null;
      const weighed = await this.#workshop.call("weigh_import", how);
      if (look === this.#looks) this.weighed = weighed;
    } catch (e) {
      this.problem = asProblem(e);
    }
  }

  async #try(act: () => Promise<void>) {
    await attempt(this, async () => {
      this.done = null;
      this.template = null;
      await act();
    });
  }
}
