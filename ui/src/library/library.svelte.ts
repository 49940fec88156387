import type { Card, Kind, Library, Method, NextSession, Problem, Salvage } from "$lib/api";
import { chooseFile, parts } from "$lib/files";
import { router } from "$lib/router.svelte";
import { t } from "$lib/text";
import { attempt, newId, type Workshop } from "$lib/workshop";
import { today } from "$shared/dates";

/** The session that the library speaks of first, and its study. */
export interface Next extends NextSession {
  card: Card;
}

/** A study whose file is damaged, and what can be had of it. */
export interface Damaged extends Salvage {
  path: string;
}

/** What the library shows. */
export interface Shelf {
  known: Library;
  methods: readonly Method[];
}

/** Reads what the library shows. */
export async function shelf(workshop: Workshop): Promise<Shelf> {
  const [known, methods] = await Promise.all([workshop.call("library", {}), workshop.call("methods", {})]);
  return { known, methods };
}

/** The studies of this computer, and the ways into one. */
export class LibraryState {
  readonly #workshop: Workshop;

  /** None until it was read. */
  known: Library | null = $state.raw(null);
  methods: readonly Method[] = $state.raw([]);
  /** Why a study was not opened or made. */
  problem: Problem | null = $state.raw(null);
  sought = $state("");
  /** Whether a study is being made: the form stands in the place of the next session. */
  making = $state(false);
  /** A study that could not be opened, and of which something can be saved. */
  damaged: Damaged | null = $state.raw(null);
  /** While the example is played, which takes a moment on first use. */
  busy = $state(false);

  readonly studies: readonly Card[] = $derived(this.known?.studies ?? []);

  readonly found: readonly Card[] = $derived.by(() => {
    const words = this.sought.trim().toLocaleLowerCase();
    return this.studies.filter((card) => card.name.toLocaleLowerCase().includes(words));
  });

  /** What runs now goes first, then what comes next, then what was planned last. */
  readonly next: Next | null = $derived.by(() => {
    const all = this.studies.flatMap((card) => (card.next ? [{ ...card.next, card }] : []));
    const running = all.find((n) => n.session.started !== null);
    const coming = all
      .filter((n) => n.session.plan.date >= today())
      .sort((a, b) => Date.parse(a.begins) - Date.parse(b.begins))[0];
    const past = all.sort((a, b) => Date.parse(b.begins) - Date.parse(a.begins))[0];
    return running ?? coming ?? past ?? null;
  });

  constructor(workshop: Workshop, read: Shelf | null) {
    this.#workshop = workshop;
    if (read) this.#show(read);
  }

  async load() {
    await this.#try(async () => this.#show(await shelf(this.#workshop)));
  }

  method(name: string): Method | undefined {
    return this.methods.find((method) => method.name === name);
  }

  kind(next: Next): Kind | undefined {
    return this.method(next.card.method)?.kinds.find((kind) => kind.id === next.session.plan.kind);
  }

  async create(name: string, method: string) {
    await this.#into(() => this.#workshop.call("create_study", { name, method }, newId()));
  }

  /** Lets a file be chosen, and opens it. */
  async choose() {
    const last = this.studies[0];
    const kind = { name: t("library-open-filter"), endings: ["folkmoot"] };
    const path = await chooseFile(t("library-open-title"), kind, last && parts(last.path).folder);
    if (path !== null) await this.open(path);
  }

  async open(path: string) {
    this.damaged = null;
    await this.#into(() => this.#workshop.call("open_study", { path }));
    const why = this.problem;
    if (why?.problem !== "damaged" && why?.problem !== "not_a_study") return;
    await this.#try(async () => {
      this.damaged = { path, ...(await this.#workshop.call("salvage", { path })) };
    });
    // Of what never was a study it is said that; of one that is damaged, why nothing can be had of it.
    if (this.damaged === null && why.problem === "not_a_study") this.problem = why;
  }

  /** Opens what can be saved of the damaged study, keeps it as a new one, or takes its copy. */
  async take(how: "look_at_saved" | "rescue_study" | "open_copy") {
    const path = this.damaged?.path;
    if (path !== undefined) await this.#into(() => this.#workshop.call(how, { path }));
  }

  async explore() {
    await this.#into(() => this.#workshop.call("explore_example", {}));
  }

  /** Opens the study of a session and goes to its people, or into the room once it has begun. */
  async openNext(next: Next) {
    await this.#try(async () => {
      await this.#workshop.call("open_study", { path: next.card.path });
      const at = next.session.started ? "run" : "session";
      router.go({ at, session: next.session.id });
    });
  }

  #show({ known, methods }: Shelf) {
    this.methods = methods;
    this.known = known;
  }

  async #into(open: () => Promise<unknown>) {
    await this.#try(async () => {
      await open();
      router.go({ at: "study" });
    });
  }

  async #try(act: () => Promise<void>) {
    await attempt(this, act);
  }
}
