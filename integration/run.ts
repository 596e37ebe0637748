import { type Clock } from './clock.js';
import { type Log } from './log.js';

/** What a run cost, told to the caller of `exec` and to the audit. */
export interface RunMetrics {
  /** HTTP requests sent, token requests and repeats included. */
  requests: number;
  /** Requests that were repeats of an earlier one. */
  retries: number;
}

/** A file that a command made, as a surface gets it. */
export interface RunFile {
  /** The `FileID` of its entry. */
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array;
}

/** What belongs to one execution of one command: its time, its cancel signal and its counters. */
export interface Run {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** When the command's time is over, in milliseconds since 1970; waits and repeats stay within it. */
  readonly deadline: number;
  readonly metrics: RunMetrics;
  /** The files made so far; entries name them by id. */
  readonly files: RunFile[];
  /** Told before a wait, so that a person at a terminal sees why nothing moves. `seconds` is the wait's length. */
  readonly onWait: (reason: string, seconds: number) => void;
}
