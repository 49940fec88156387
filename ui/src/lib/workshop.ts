import { createContext } from "svelte";
import type { Commands, Problem } from "./api";

export type Req<K extends keyof Commands> = Commands[K][0];
export type Res<K extends keyof Commands> = Commands[K][1];

/** Reaches the workshop: the window through Tauri. */
export interface Link {
  /** Runs a command. `id` is the caller's own name of the call: sent twice, done once. */
  call(command: string, req: unknown, id?: string): Promise<unknown>;
  /** Hears that something was committed. Returns a way to stop. */
  onJournal(heard: () => void): () => void;
}

export const [getWorkshop, setWorkshop] = createContext<Workshop>();

/** The one way from a screen to the workshop, checked against the list of commands. */
export class Workshop {
  readonly #link: Link;

  constructor(link: Link) {
    this.#link = link;
  }

  call<K extends keyof Commands>(command: K, req: Req<K>, id?: string): Promise<Res<K>> {
    return this.#link.call(command, req, id) as Promise<Res<K>>;
  }

  onJournal(heard: () => void): () => void {
    return this.#link.onJournal(heard);
  }
}

/** Whether what was thrown is a refusal of the workshop. */
export function isProblem(e: unknown): e is Problem {
  return typeof e === "object" && e !== null && "problem" in e;
}

/** Anything that was thrown, as a problem that a strip can show. */
export function asProblem(e: unknown): Problem {
  return isProblem(e) ? e : { problem: "storage", args: {}, cause: String(e) };
}

/** Something that does one thing at a time. A refusal stays to be read until the next. */
interface Busy {
  busy: boolean;
  problem: Problem | null;
}

/** Does a thing, unless another is being done. */
export async function attempt(by: Busy, act: () => Promise<void>): Promise<void> {
  if (by.busy) return;
  by.busy = true;
  by.problem = null;
  try {
    await act();
  } catch (e) {
    by.problem = asProblem(e);
  } finally {
    by.busy = false;
  }
}

/** A new id, in the order of time (UUID version 7). */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let at = 0; at < 6; at++) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) & 0xff;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
