/** The middle of some measurements; of two middles, their mean. @throws RangeError for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined)
    throw new RangeError('There is nothing to take a median of.');
  return (upper + lower) / 2;
}
