import type { Lens, Participant, Rating, RatingOf } from "$lib/api";
import type { EveningState } from "$lib/evening.svelte";

/** One rating of an idea as the screen shows it. */
export interface Rated {
  lens: Lens;
  of: RatingOf;
  agreed: number | null;
  offered: number | null;
  /** Private ratings; their values are here only once the spread is shown. */
  own: readonly Rating[];
  shown: boolean;
}

/** The ratings of the idea under discussion, in the order of the lenses. */
export function ratedOf(evening: EveningState): Rated[] {
  const idea = evening.idea?.id;
  if (!idea) return [];
  return evening.lenses
    .filter((lens) => lens.rating !== null)
    .map((lens) => {
      const of = { idea, lens: lens.id };
      const same = (other: RatingOf) => other.idea === idea && other.lens === lens.id;
      const ratings = evening.ratings.all.filter((r) => same(r.of));
      const offer = evening.session.offer;
      return {
        lens,
        of,
        agreed: ratings.find((r) => r.participant === null)?.value ?? null,
        offered: offer && same(offer.of) ? offer.value : null,
        own: ratings.filter((r) => r.participant !== null),
        shown: evening.session.spreads_shown.some(same),
      };
    });
}

/** A person's private rating, as far as it can be seen. */
export function ownOf(rated: Rated, person: Participant): Rating | undefined {
  return rated.own.find((r) => r.participant === person.id);
}

/** The lowest, the middle and the highest of some numbers; none of no numbers. */
export function spreadOf(values: readonly number[]): { low: number; middle: number; high: number } | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (i: number) => sorted[Math.max(0, i)] ?? 0;
  if (sorted.length === 0) return null;
  const middle = (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
  return { low: at(0), middle, high: at(sorted.length - 1) };
}
