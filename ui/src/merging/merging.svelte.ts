import { createContext } from "svelte";
import type { Carried, Desk, Merged, MergePreview, Problem, SessionId, RightSide, Unsettled } from "$lib/api";
import { asProblem, newId, type Workshop } from "$lib/workshop";

export const [getMerging, setMerging] = createContext<MergeState>();

/** A session that goes out to another laptop, and the record that comes back. */
export class MergeState {
  readonly #workshop: Workshop;
  /** The session that was asked for. */
  readonly session: SessionId | null;

  path = $state("");
  preview: MergePreview | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  /** What came in. */
  done: Merged | null = $state.raw(null);
  /** What was done last with a record that had come in. */
  turned: "out" | "again" | null = $state(null);
  /** The file that was written for another laptop. */
  carried: Carried | null = $state.raw(null);
  /** Whose laptop this is, and which record came in last. */
  desk: Desk | null = $state.raw(null);
  /** What differs in the record as it stands. */
  left: readonly Unsettled[] = $state.raw([]);
  /** What was settled of what the file says differently: it goes in with the record. */
  settled: readonly RightSide[] = $state.raw([]);
  shift = $state(true);
  busy = $state(false);

  /** Whether what differs is settled as the record comes in, and not at once. */
  readonly before: boolean = $derived(this.preview !== null && this.done === null);
  /** What somebody has to be asked about. */
  readonly asked: readonly Unsettled[] = $derived((this.before ? (this.preview?.conflicts ?? []) : this.left).filter((one) => one.conflict.asked));
  readonly open: number = $derived(this.asked.filter((one) => this.settledOf(one) === undefined).length);
  readonly name: string = $derived(this.path.split(/[\\/]/).at(-1) ?? "");
  /** Who kept the other record, where one person did and that was said. */
  readonly who: string = $derived(this.preview?.there.who.length === 1 ? (this.preview.there.who[0] ?? "") : "");
  /** Whether the two clocks are far enough apart to be worth a word. */
  readonly apart: boolean = $derived(Math.abs(this.preview?.clocks?.ahead ?? 0) >= 1000);

  constructor(workshop: Workshop, session: SessionId | null) {
    this.#workshop = workshop;
    this.session = session;
  }

  /** Reads whose laptop this is and what is still open here. */
  async load() {
    await this.#try(async () => {
      this.desk = await this.#workshop.call("desk", {});
      await this.#read();
    });
  }

  /** Says whose laptop this is. */
  async own(owner: string) {
    await this.#try(async () => {
      await this.#workshop.call("name_laptop", { owner }, newId());
      this.desk = await this.#workshop.call("desk", {});
    });
  }

  async export(session: SessionId, who: string) {
    await this.#try(async () => void (this.carried = await this.#workshop.call("export_session", { session, who })));
  }

  /** Reads what would come in. */
  async look(path: string) {
    this.path = path.trim();
    this.leave();
    await this.#try(async () => void (this.preview = await this.#workshop.call("preview_merge", { path: this.path })));
  }

  /** Leaves the file for another. */
  async another() {
    this.leave();
    await this.load();
  }

  leave() {
    this.preview = null;
    this.done = null;
    this.turned = null;
    this.problem = null;
    this.settled = [];
  }

  async bring() {
    const shift = this.shift && this.apart;
    await this.#try(async () => {
      const done = await this.#workshop.call("merge", { path: this.path, shift, settled: [...this.settled] }, newId());
      // What is left to settle comes first: what one is about to press must not go and come back.
      await this.#read();
      this.desk = await this.#workshop.call("desk", {});
      this.done = done;
      this.turned = null;
    });
  }

  /** Takes the record back that came in last. */
  async takeBack() {
    await this.#try(async () => {
      await this.#workshop.call("take_record_back", {}, newId());
      await this.#turn("out");
    });
  }

  /** Brings it in again. */
  async bringAgain() {
    await this.#try(async () => {
      await this.#workshop.call("bring_record_again", {}, newId());
      await this.#turn("again");
    });
  }

  async #turn(to: "out" | "again") {
    this.desk = await this.#workshop.call("desk", {});
    await this.#read();
    this.turned = to;
  }

  /** What was settled of one thing. Undefined: nothing yet. */
  settledOf(one: Unsettled): RightSide | undefined {
    return this.before ? this.settled.find((known) => isOf(known, one)) : undefined;
  }

  /** Says which side is right. */
  async settle(one: Unsettled, value: unknown) {
    const { row, path } = one.conflict;
    const settled = { row, path, value };
    if (this.before) {
      this.settled = [...this.settled.filter((known) => !isOf(known, one)), settled];
      return;
    }
    await this.#try(async () => {
      await this.#workshop.call("settle_conflict", { session: one.session, settled }, newId());
      await this.#read();
    });
  }

  async #read() {
    const mine = this.preview?.sessions.map(({ id }) => id) ?? (this.session ? [this.session] : []);
    const all = await this.#workshop.call("conflicts", mine.length === 1 ? { session: mine[0] } : {});
    this.left = this.preview ? all.filter((one) => one.session === null || mine.includes(one.session)) : all;
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

function isOf(settled: RightSide, one: Unsettled): boolean {
  return settled.row === one.conflict.row && settled.path.join("\n") === one.conflict.path.join("\n");
}
