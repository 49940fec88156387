import { createContext } from "svelte";
import type { DesignId, LanguageLook, LanguagesView, LanguageView, TableRead, TextKey, TranslationView } from "$lib/api";
import { chooseFile, saveAs } from "$lib/files";
import { t } from "$lib/text";
import { asProblem, newId, type Workshop } from "$lib/workshop";
import type { StudyState } from "../study/study.svelte";
import type { Shown } from "./progress";

export const [getLanguages, setLanguages] = createContext<LanguagesState>();

/** What a translator's table may be. */
const TABLES = ["xlsx", "csv", "xls", "ods"];

/** The study's words in other languages: how far each is, and the table of the one that is open. */
export class LanguagesState {
  readonly #workshop: Workshop;
  readonly study: StudyState;
  #looks = 0;

  view: LanguagesView | null = $state.raw(null);
  /** The language whose table is open, and the version whose words it is of. */
  tag: string | null = $state(null);
  design: DesignId | null = $state(null);
  table: TranslationView | null = $state.raw(null);
  shown: Shown = $state("all");
  /** The native speaker who reads now. */
  reader = $state("");
  /** A file that was read and has not been taken in. */
  read: { path: string; told: TableRead } | null = $state.raw(null);
  /** Where a table went. */
  written = $state("");

  constructor(workshop: Workshop, study: StudyState) {
    this.#workshop = workshop;
    this.study = study;
  }

  language(tag: string): LanguageView | undefined {
    return this.view?.languages.find((language) => language.tag === tag);
  }

  /** Reads how far each language is in a version, and the table that is open. */
  async load(design: DesignId) {
    this.design = design;
    const look = ++this.#looks;
    await this.#try(async () => {
      const view = await this.#workshop.call("languages", { design });
      const tag = view.languages.some((language) => language.tag === this.tag) ? this.tag : null;
      const table = tag ? await this.#workshop.call("translation", { design, tag }) : null;
      // What was asked for before a language was opened or left says nothing about it.
      if (look !== this.#looks) return;
      [this.view, this.tag, this.table] = [view, tag, table];
    });
  }

  /** Opens the table of a language. */
  async open(tag: string) {
    this.tag = tag;
    this.shown = "all";
    this.read = null;
    this.written = "";
    if (this.design) await this.load(this.design);
  }

  close() {
    this.#looks += 1;
    this.tag = null;
    this.table = null;
  }

  /** What a tag and a name say of a language that is about to be added. */
  async look(tag: string, own_name: string): Promise<LanguageLook | null> {
    return this.#workshop.call("look_at_language", { tag, own_name }).catch(() => null);
  }

  /** Adds a language and opens its table. */
  async add(tag: string, name: string, own_name: string): Promise<boolean> {
    const look = await this.look(tag, own_name);
    const done = await this.study.act("add_language", { id: newId(), tag, name, own_name });
    if (done) await this.open(look?.tag ?? tag);
    return done;
  }

  /** Keeps a text; whether it was kept. */
  keep(key: TextKey, text: string): Promise<boolean> {
    return this.#act((tag, design) => this.study.act("keep_translation", { tag, key, text, design }));
  }

  /** Gives the language that is open another name in itself. */
  async rename(own_name: string) {
    const name = this.table?.language.name;
    if (name) await this.#act((tag) => this.study.act("rename_language", { tag, name, own_name }));
  }

  /** The native speaker has read these texts; with none named, all that are there. */
  async check(keys: TextKey[]) {
    await this.#act((tag, design) => this.study.act("check_translation", { tag, keys, design, by: this.reader }));
  }

  async uncheck(key: TextKey) {
    await this.#act((tag, design) => this.study.act("uncheck_translation", { tag, key, design }));
  }

  async remove() {
    const tag = this.tag;
    if (tag && (await this.study.act("remove_language", { tag })) && this.design) await this.load(this.design);
  }

  /** Writes the table for a translator to a place that is chosen. */
  async writeTable() {
    const language = this.table?.language;
    if (!language || !this.design) return;
    const { design } = this;
    await this.#try(async () => {
      const name = `${this.study.view?.study.name ?? ""}, ${language.name}.xlsx`;
      const path = await saveAs(t("languages-write"), name, { name: t("languages-tables"), endings: ["xlsx", "csv"] });
      if (path !== null) this.written = await this.#workshop.call("export_translation", { tag: language.tag, design, path });
    });
  }

  /** Lets a table be chosen, and says what it would bring. */
  async chooseTable() {
    const { tag, design } = this;
    if (!tag || !design) return;
    await this.#try(async () => {
      const path = await chooseFile(t("languages-read"), { name: t("languages-tables"), endings: TABLES });
      if (path !== null) this.read = { path, told: await this.#workshop.call("read_translation", { tag, design, path }) };
    });
  }

  async takeTable() {
    const path = this.read?.path;
    if (!path) return;
    await this.#act((tag, design) => this.study.act("take_translation", { tag, design, path }));
    this.read = null;
  }

  async #act(act: (tag: string, design: DesignId) => Promise<boolean>): Promise<boolean> {
    if (!this.tag || !this.design) return false;
    const done = await act(this.tag, this.design);
    await this.load(this.design);
    return done;
  }

  async #try(f: () => Promise<void>) {
    try {
      await f();
    } catch (e) {
      this.study.problem = asProblem(e);
    }
  }
}
