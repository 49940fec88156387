import type { Tone } from "$lib/api";

/**
 * How the clock of an activity looks: the domain's rule, worked out between two looks at the
 * workshop's clock. `left` and `allowed` are seconds; `left` is negative when over.
 */
export function toneOf(left: number, allowed: number): Tone {
  if (left < 0) return "over";
  return left * 5 <= allowed ? "amber" : "calm";
}
