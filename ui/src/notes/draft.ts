/** Milliseconds from a key stroke until the draft is on the disk, at most. */
const WAIT = 120;

/**
 * Keeps what is being typed, one call after the other, so that an older draft never lands on a
 * newer one or on a line that has been kept.
 */
export class Draft {
  readonly #keep: (text: string) => Promise<unknown>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #text: string | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(keep: (text: string) => Promise<unknown>) {
    this.#keep = keep;
  }

  /** Takes what stands in the line now. */
  typed(text: string) {
    this.#text = text;
    this.#timer ??= setTimeout(() => this.flush(), WAIT);
  }

  /** Keeps it at once. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#text;
    this.#text = null;
    if (text !== null) void this.after(() => this.#keep(text));
  }

  /** Forgets what has not been kept yet: the line itself is about to be. */
  forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#text = null;
  }

  /** Does something once the drafts on their way have landed. */
  after<T>(then: () => Promise<T>): Promise<T> {
    const done = this.#last.then(then);
    this.#last = done.catch(() => null);
    return done;
  }
}
