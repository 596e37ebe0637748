/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  fraction(): number;
  /** A whole number from 0 up to a bound, which it does not reach. */
  below(bound: number): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  /** One of some values. @throws RangeError for none. */
  oneOf<T>(values: readonly T[]): T;
  /** Some different ones of some values, as many as there are at most. */
  someOf<T>(values: readonly T[], count: number): readonly T[];
}

/** Makes a source of numbers: Mulberry32, which is small, and good enough to choose faults with. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(fraction() * bound);
  return {
    fraction,
    below,
    happens: (probability) => fraction() < probability,
    oneOf(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('There is nothing to choose from.');
      return value;
    },
    someOf(values, count) {
      const left = [...values];
      const chosen: (typeof values)[number][] = [];
      while (chosen.length < count && left.length > 0) chosen.push(...left.splice(below(left.length), 1));
      return chosen;
    },
  };
}
