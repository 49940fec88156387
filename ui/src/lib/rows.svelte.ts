/** The rows of one table, by id and in order. */
export class Rows<T extends { id: string }> {
  #byId: ReadonlyMap<string, T> = $state.raw(new Map());
  readonly #order: (a: T, b: T) => number;
  /** All of them, in order. */
  readonly all: readonly T[] = $derived.by(() => [...this.#byId.values()].sort(this.#order));

  constructor(order: (a: T, b: T) => number) {
    this.#order = order;
  }

  get(id: string | null | undefined): T | undefined {
    return id ? this.#byId.get(id) : undefined;
  }

  /** Takes these rows in place of all. */
  fill(rows: readonly T[]) {
    this.#byId = new Map(rows.map((row) => [row.id, row]));
  }

  /** Follows a change: a row that was made or changed, or one that is gone. */
  follow(before: T | null, after: T | null) {
    const rows = new Map(this.#byId);
    if (after) rows.set(after.id, after);
    else if (before) rows.delete(before.id);
    this.#byId = rows;
  }
}

/** Earlier first; what was made at one moment, in the order it was made. */
export function byTime<T extends { id: string; at: string }>(a: T, b: T): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1);
}

/** In the order it was made: ids are in the order of time. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
