/** Graph: change notifications delivered through webhooks, throttling. Times are milliseconds of the sandbox's clock. */
const windowMs = 10 * 60_000;
const fewestAnswers = 100;
const mostAnswers = 1_000;
const slowShare = 0.1;
const hopelessShare = 0.15;

/** What becomes of new notifications to an endpoint; `late` ones wait for ten minutes. */
export type Pace = 'prompt' | 'late' | 'dropped';

/** How endpoints have answered of late. */
export interface EndpointPaces {
  /** Remembers an attempt, and whether the time ran out. */
  note(address: string, isLate: boolean): void;
  of(address: string): Pace;
}

/** How long a notification waits for a slow endpoint, in milliseconds. */
export const SLOW_ENDPOINT_MS = windowMs;

/**
 * @param now Milliseconds since 1970.
 */
export function openEndpointPaces(now: () => number): EndpointPaces {
  const answers = new Map<string, { at: number; isLate: boolean }[]>();
  const recent = (address: string) => (answers.get(address) ?? []).filter(({ at }) => now() - at < windowMs);
  return {
    note(address, isLate) {
      answers.set(address, [...recent(address).slice(1 - mostAnswers), { at: now(), isLate }]);
    },
    of(address) {
      const all = recent(address);
      const share = all.filter(({ isLate }) => isLate).length / all.length;
      if (all.length < fewestAnswers || share < slowShare) return 'prompt';
      return share < hopelessShare ? 'late' : 'dropped';
    },
  };
}
