/** Draws a number between 0 and 1 for each count of failures, once: whoever asks again gets the same. */
export function createJitter(): (failures: number) => number {
  const draws = new Map<number, number>();
  return (failures) => {
    const known = draws.get(failures);
    if (known !== undefined) return known;
    const draw = Math.random();
    draws.set(failures, draw);
    return draw;
  };
}
