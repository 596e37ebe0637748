import { type ApiOutcome } from './api-outcome.js';
import { type Clock } from './clock.js';
import { type Log } from './log.js';

/** What a run cost, told to the caller of `exec` and to the audit. */
export interface RunMetrics {
  /** HTTP requests sent, token requests and repeats included. */
  requests: number;
  /** Requests that were repeats of an earlier one. */
  retries: number;
}

/** What belongs to one execution of one command: its time, its cancel signal and its counters. */
export interface Run {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** When the command's time is over, in milliseconds since 1970; waits and repeats stay within it. */
  readonly deadline: number;
  readonly metrics: RunMetrics;
  /** How many HTTP requests came to what; absent where nobody asks. */
  readonly outcomes?: Map<ApiOutcome, number>;
  /** Told before a wait, so that a person at a terminal sees why nothing moves. `seconds` is the wait's length. */
  readonly onWait: (reason: string, seconds: number) => void;
}
