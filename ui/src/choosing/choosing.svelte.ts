import type { RoundId } from "$lib/api";

/** What the gallery's middle is for, beside the posters. */
export const choosing = $state({
  /** Ideas are being chosen. */
  open: false,
  /** The round beside which another is being set. */
  beside: null as RoundId | null,
  /** Takes the ideas as they stand; there while they are being chosen. */
  take: null as (() => void) | null,
});
