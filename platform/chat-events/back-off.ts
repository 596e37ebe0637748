/** Longest pause after a failure, in milliseconds. */
const LONGEST_MS = 300_000;

/** The pauses between tries that fail, each twice as long as the last. */
export interface BackOff {
  /** How long to wait now, in milliseconds. */
  next(): number;
  /** Something worked. */
  reset(): void;
}

/** @param firstMs Of the first pause, in milliseconds. */
export function backOff(firstMs: number): BackOff {
  let failures = 0;
  return {
    next() {
      failures += 1;
      return Math.max(firstMs, Math.min(LONGEST_MS, firstMs * 2 ** (failures - 1)));
    },
    reset() {
      failures = 0;
    },
  };
}
