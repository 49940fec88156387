/** Whether the middle is choosing what to talk about, or setting another round, instead of showing the gallery. */
export const choosing = $state({
  open: false,
  /** A second round is being set; the first stays beside it. */
  again: false,
});
