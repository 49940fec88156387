/** Pixels from the edge of what scrolls within which a drag scrolls it. */
const EDGE = 56;
/** Pixels a frame at the very edge. */
const PACE = 14;

/**
 * How fast a list between `from` and `to` scrolls for a pointer at `at`: not at all inside, faster
 * the nearer to an edge, and at full pace beyond it. Below zero: towards the beginning.
 */
export function pull(at: number, from: number, to: number): number {
  const edge = Math.min(EDGE, (to - from) / 4);
  if (edge <= 0) return 0;
  const before = (from + edge - at) / edge;
  const after = (at - (to - edge)) / edge;
  if (before > 0) return -Math.min(1, before);
  return after > 0 ? Math.min(1, after) : 0;
}

/** Scrolls whatever a pointer that drags something is at the edge of. Whether anything moved. */
export function nudge(dragged: Element, x: number, y: number): boolean {
  const over = document.elementFromPoint(x, y);
  return [...around(over), ...around(dragged)].some((element) => {
    const box = element.getBoundingClientRect();
    const [left, top] = [element.scrollLeft, element.scrollTop];
    const { overflowX, overflowY } = getComputedStyle(element);
    const beside = x < box.left || x > box.right;
    const above = y < box.top || y > box.bottom;
    if (scrolls(overflowY) && !beside) element.scrollTop += PACE * pull(y, box.top, box.bottom);
    if (scrolls(overflowX) && !above) element.scrollLeft += PACE * pull(x, box.left, box.right);
    return element.scrollTop !== top || element.scrollLeft !== left;
  });
}

const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";

function* around(element: Element | null) {
  for (let at = element; at; at = at.parentElement) yield at;
}
