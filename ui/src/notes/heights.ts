/** Where each row of a long list begins, from heights that were measured or else are guessed. */
export function offsetsOf(
  keys: readonly string[],
  measured: ReadonlyMap<string, number>,
  guess: number,
): Float64Array {
  const offsets = new Float64Array(keys.length + 1);
  keys.forEach((key, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + (measured.get(key) ?? guess);
  });
  return offsets;
}

/** The row that stands at `y`. */
export function rowAt(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
