/** Milliseconds in which a second digit makes one number with the first. */
const PAUSE = 700;
/** Up to here one digit says all: 0 is the tenth. */
const ONE_DIGIT = 10;

/**
 * Numbers typed as digits, whatever there is to number. With up to ten, one key does at once.
 * With more, a digit that may begin a longer number waits a moment for the next; what is held
 * with it (Shift) must be the same for both.
 */
export class NumberKeys {
  /** What has been typed while another digit may follow. */
  typed = $state("");
  #shift = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  readonly #most: () => number;
  readonly #done: (n: number, shift: boolean) => unknown;
  readonly #later: (what: () => unknown) => unknown;

  /** `most` is the last number there is now. What the pause brings about goes through `later`. */
  constructor(
    most: () => number,
    done: (n: number, shift: boolean) => unknown,
    later: (what: () => unknown) => unknown = (what) => what(),
  ) {
    this.#most = most;
    this.#done = done;
    this.#later = later;
  }

  async digit(digit: number, shift: boolean) {
    const goesOn = this.#shift === shift && Number(`${this.typed}${digit}`) <= this.#most();
    if (this.typed !== "" && !goesOn) await this.#settle();
    if (this.typed === "" && digit === 0) return this.#done(ONE_DIGIT, shift);
    const typed = `${this.typed}${digit}`;
    this.drop();
    if (!mayGoOn(Number(typed), this.#most())) return this.#done(Number(typed), shift);
    this.typed = typed;
    this.#shift = shift;
    this.#waiting = setTimeout(() => this.#later(() => this.#settle()), PAUSE);
    return undefined;
  }

  /** Takes what was typed as the whole number. */
  #settle(): unknown {
    const { typed } = this;
    this.drop();
    return typed === "" ? undefined : this.#done(Number(typed), this.#shift);
  }

  /** Forgets what was typed. */
  drop() {
    clearTimeout(this.#waiting);
    this.typed = "";
  }

  /** Whether a number may be the one that is being typed. */
  isNear(n: number): boolean {
    return this.typed !== "" && String(n).startsWith(this.typed);
  }
}

const mayGoOn = (n: number, most: number) => most > ONE_DIGIT && n * 10 <= most;

/** The digits that number so many, for the sheet of keys: "1–9", "1–9, 0", "1–12". */
export function digitsFor(many: number): string {
  return many === ONE_DIGIT ? "1–9, 0" : `1–${Math.max(1, many)}`;
}

/** The key of a number where it is another than the number itself. */
export function keyFor(n: number, most: number): string | null {
  return n === ONE_DIGIT && most === ONE_DIGIT ? "0" : null;
}

/** Whether there are more than one digit can say. */
export const takesTwo = (many: number) => many > ONE_DIGIT;
