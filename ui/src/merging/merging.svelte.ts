import { createContext } from "svelte";
import { open } from "@tauri-apps/plugin-dialog";
import type { Carried, Merged, MergePreview, Problem, SessionId, Unsettled } from "$lib/api";
import { t } from "$lib/text";
import { asProblem, newId, type Workshop } from "$lib/workshop";

export const [getMerging, setMerging] = createContext<MergeState>();

/** A session that goes out to another laptop, and the record that comes back. */
export class MergeState {
  readonly #workshop: Workshop;

  path = $state("");
  preview: MergePreview | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  /** What came in. */
  done: Merged | null = $state.raw(null);
  /** The file that was written for another laptop. */
  carried: Carried | null = $state.raw(null);
  /** What differs and is not settled, once the record is in. */
  left: readonly Unsettled[] = $state.raw([]);
  shift = $state(true);
  busy = $state(false);

  /** What somebody has to be asked about. */
  readonly asked: readonly Unsettled[] = $derived((this.done ? this.left : (this.preview?.conflicts ?? [])).filter((one) => one.conflict.asked));
  readonly name: string = $derived(this.path.split(/[\\/]/).at(-1) ?? "");
  /** Whether the two clocks are far enough apart to be worth a word. */
  readonly apart: boolean = $derived(Math.abs(this.preview?.clocks?.ahead ?? 0) >= 1000);

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  async export(session: SessionId) {
    await this.#try(async () => void (this.carried = await this.#workshop.call("export_session", { session })));
  }

  async choose() {
    const filters = [{ name: t("merge-file-kind"), extensions: ["folkmoot"] }];
    const path = await open({ title: t("merge-choose"), filters });
    if (typeof path === "string") await this.look(path);
  }

  /** Reads what would come in. */
  async look(path: string) {
    this.path = path.trim();
    this.preview = null;
    this.done = null;
    this.left = [];
    await this.#try(async () => void (this.preview = await this.#workshop.call("preview_merge", { path: this.path })));
  }

  /** Leaves the file for another. */
  leave() {
    this.preview = null;
    this.done = null;
    this.problem = null;
  }

  async bring() {
    const shift = this.shift && this.apart;
    await this.#try(async () => {
      const done = await this.#workshop.call("merge", { path: this.path, shift }, newId());
      // What is left to settle comes first: what one is about to press must not go and come back.
      await this.#read();
      this.done = done;
    });
  }

  /** Says which side is right. */
  async settle(one: Unsettled, value: unknown) {
    const { row, path } = one.conflict;
    const session = one.session;
    await this.#try(async () => {
      await this.#workshop.call("settle_conflict", { session, row, path, value }, newId());
      await this.#read();
    });
  }

  async #read() {
    const all = await Promise.all((this.preview?.sessions ?? []).map(({ id }) => this.#workshop.call("conflicts", { session: id })));
    this.left = all.flat();
  }

  async #try(what: () => Promise<void>) {
    this.busy = true;
    this.problem = null;
    try {
      await what();
    } catch (e) {
      this.problem = asProblem(e);
    }
    this.busy = false;
  }
}
