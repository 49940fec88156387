import type { CodeUse } from "$lib/api";
import { codeBefore, readHead } from "./grammar";

/** Codes that the list offers at once. */
const OFFERED = 6;

/** What stands in the note line: signs that have become chips, words, and where the caret is. */
export class Typing {
  /** The signs at the head, as they were typed. */
  signs = $state("");
  words = $state("");
  caret = $state(0);
  /** Typed ahead of a line that was refused; it comes back once that line is kept. */
  #ahead: string[] = [];

  codes: readonly CodeUse[] = $state.raw([]);
  chosen = $state(0);
  shut = $state(false);

  readonly head = $derived(readHead(this.signs));
  readonly whole = $derived(this.signs + this.words);
  readonly code = $derived(this.shut ? null : codeBefore(this.words, this.caret));
  readonly found = $derived(this.code ? fitting(this.codes, this.code.word) : []);
  readonly open = $derived(this.code !== null && (this.found.length > 0 || this.code.word !== ""));

  /** Puts a text into the line. */
  put(text: string) {
    const length = readHead(text).length;
    this.signs = text.slice(0, length);
    this.words = text.slice(length);
    this.caret = this.words.length;
  }

  /** Takes what the field holds; whether signs left it and became chips. */
  typed(value: string, caret: number): boolean {
    const all = this.signs + value.replace(/[\r\n]+/g, " ");
    const length = Math.max(this.signs.length, readHead(all).length);
    const moved = length - this.signs.length;
    this.signs = all.slice(0, length);
    this.words = all.slice(length);
    this.caret = Math.max(0, caret - moved);
    this.chosen = 0;
    this.shut = false;
    return moved > 0;
  }

  /** Turns the chips back into what was typed, less its last character. */
  unchip() {
    const back = this.signs.trimEnd().slice(0, -1);
    this.words = back + this.words;
    this.signs = "";
    this.caret = back.length;
  }

  /** Completes the code under the caret. */
  take(word: string) {
    if (!this.code) return;
    const before = `${this.words.slice(0, this.code.from)}${word} `;
    this.words = before + this.words.slice(this.caret).replace(/^ /, "");
    this.caret = before.length;
  }

  /** Moves along the offered codes. */
  step(by: number) {
    this.chosen = (this.chosen + this.found.length + by) % this.found.length;
  }

  /** A line was refused: it comes back, and what was typed since waits. */
  refused(input: string) {
    if (this.whole !== "") this.#ahead.unshift(this.whole);
    this.put(input);
  }

  /** A line was kept: what waited for it comes back. Whether anything did. */
  kept(): boolean {
    const next = this.whole === "" ? this.#ahead.shift() : undefined;
    if (next === undefined) return false;
    this.put(next);
    return true;
  }

  get draft(): string {
    return [this.whole, ...this.#ahead].join("\n");
  }

  set draft(text: string) {
    const [first = "", ...rest] = text.split("\n");
    this.#ahead = rest;
    this.put(first);
  }
}

function fitting(all: readonly CodeUse[], word: string): CodeUse[] {
  const low = word.toLowerCase();
  const starts = all.filter((c) => c.code.toLowerCase().startsWith(low));
  const holds = all.filter((c) => !starts.includes(c) && c.code.toLowerCase().includes(low));
  return [...starts, ...holds].slice(0, OFFERED);
}
