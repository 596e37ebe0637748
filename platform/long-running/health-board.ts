/** Shows on the instance, and in the log, what is wrong. Never rejects. @param problem Empty where nothing is. */
export type ShowHealth = (problem: string) => Promise<void>;

/** What is wrong with the parts of an instance, which the platform shows as one text. */
export interface HealthBoard {
  /** How one part tells what is wrong with it. */
  part(): ShowHealth;
}

/** @param show Shows what is wrong with any of them. */
export function createHealthBoard(show: ShowHealth): HealthBoard {
  const problems = new Map<symbol, string>();
  return {
    part() {
      const key = Symbol();
      return (problem) => {
        problems.set(key, problem);
        return show([...problems.values()].filter((each) => each !== '').join('\n'));
      };
    },
  };
}
