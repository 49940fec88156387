/** Posters side by side in a grid of so many: as near to a square as may be. */
export function columnsOf(posters: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(posters)));
}

/** Whether they hang so close that a short name has to do. */
export const isDense = (posters: number) => columnsOf(posters) > 3;
