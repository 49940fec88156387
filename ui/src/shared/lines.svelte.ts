import type { Hand } from "./drag";

/** A line of text that has a name of its own. */
export interface Line {
  id: string;
  text: string;
}

/** A list with one of its things before another, or last. */
export function moved<T extends { id: string }>(list: readonly T[], id: string, before: string | null): T[] {
  const thing = list.find((other) => other.id === id);
  const rest = list.filter((other) => other.id !== id);
  if (!thing || before === id) return [...list];
  const at = before === null ? -1 : rest.findIndex((other) => other.id === before);
  return at < 0 ? [...rest, thing] : rest.toSpliced(at, 0, thing);
}

/**
 * Things in an order, one of which is being dragged. A place to drop is an element that says in
 * `data-drop` which thing it stands before; the empty name is the end.
 */
export class Sorting {
  /** What is being dragged. */
  held: string | null = $state(null);
  /** Before what it would land. */
  over: string | null = $state(null);
  readonly #onmove: (id: string, before: string | null) => void;

  constructor(onmove: (id: string, before: string | null) => void) {
    this.#onmove = onmove;
  }

  hand(id: string): Hand {
    let list: Element | null = null;
    return {
      take: (event) => {
        // Lists that stand in one order together say so around them all.
        const grip = event.target as Element;
        list = grip.closest("[data-sorting]") ?? grip.closest("ul, ol");
        this.held = id;
        return true;
      },
      carry: (event, under) => {
        const place = under?.closest<HTMLElement>("[data-drop]");
        if (!place || !list?.contains(place)) return;
        const { top, height } = place.getBoundingClientRect();
        const lower = event.clientY > top + height / 2;
        const next = lower ? nextPlace(list, place) : place;
        this.over = next?.dataset.drop ?? "";
      },
      land: () => {
        const [held, over] = [this.held, this.over];
        this.#rest();
        if (held !== null && over !== null && held !== over) this.#onmove(held, over === "" ? null : over);
      },
      leave: () => this.#rest(),
    };
  }

  #rest() {
    this.held = null;
    this.over = null;
  }
}

function nextPlace(list: Element, place: Element): HTMLElement | null {
  const places = [...list.querySelectorAll<HTMLElement>("[data-drop]")];
  return places[places.findIndex((other) => other === place) + 1] ?? null;
}
