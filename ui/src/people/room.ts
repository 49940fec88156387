/** A chair's middle, in percent of the room's width and height. */
export interface Chair {
  x: number;
  y: number;
}

const MIDDLE = { x: 50, y: 55 };
const REACH = { x: 39, y: 33 };
/** Below 1 the oval has wider shoulders, as a long table has. */
const SHOULDERS = 0.72;
/** The share of a chair's width that its height is worth: chips are wider than they are high. */
const FLAT = 0.55;

/**
 * Where chairs stand round an oval table, seen from above: clockwise from the left. They are as
 * far from each other as the table lets them, measured along its edge.
 */
export function around(n: number): Chair[] {
  const steps = 720;
  const points = Array.from({ length: steps + 1 }, (_, i) => at((i / steps) * 2 * Math.PI));
  const lengths = [0];
  for (let i = 1; i <= steps; i++) {
    const [a, b] = [points[i - 1], points[i]];
    const step = a && b ? Math.hypot(b.x - a.x, (b.y - a.y) * FLAT) : 0;
    lengths.push((lengths[i - 1] ?? 0) + step);
  }
  const whole = lengths[steps] ?? 1;
  return Array.from({ length: n }, (_, i) => {
    const due = (i / n) * whole;
    const here = lengths.findIndex((length) => length >= due);
    return points[Math.max(0, here)] ?? MIDDLE;
  });
}

/** The point of the oval at an angle from the left, clockwise. */
function at(angle: number): Chair {
  const wide = (share: number) => Math.sign(share) * Math.abs(share) ** SHOULDERS;
  return { x: MIDDLE.x - REACH.x * wide(Math.cos(angle)), y: MIDDLE.y - REACH.y * wide(Math.sin(angle)) };
}
