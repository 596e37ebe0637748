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

/** Told what runs do on the network, by a surface that counts it. */
export interface RunObserver {
  /** Graph answered a request. @param status Null where there was no answer. */
  readonly onGraphAnswer: (status: number | null) => void;
  /** A request was sent once more. */
  readonly onRetry: () => void;
  /** A service wants fewer requests. @param seconds How long the run waits for that. */
  readonly onThrottled: (seconds: number) => void;
  /** A token was asked for. @param isGranted Whether it was given. */
  readonly onTokenRequest: (isGranted: boolean) => void;
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
  /**
   * Cancels the run; absent where nobody can. One made for nothing costs some percent of a command's time: signals
   * outlive the collection of what is young.
   */
  readonly signal?: AbortSignal;
  /** When the command's time is over, in milliseconds since 1970; waits and repeats stay within it. */
  readonly deadline: number;
  readonly metrics: RunMetrics;
  /** A draw between 0 and 1 for the pause after so many failures, the same for every part of the run. */
  readonly jitter: (failures: number) => number;
  /** Told how many targets of how many are done. */
  readonly onProgress: (done: number, total: number) => void;
  /** The files made so far; entries name them by id. */
  readonly files: RunFile[];
  /** How many HTTP requests came to what; absent where nobody asks. */
  readonly outcomes?: Map<ApiOutcome, number>;
  /** Told before a wait, so that a person at a terminal sees why nothing moves. `seconds` is the wait's length. */
  readonly onWait: (reason: string, seconds: number) => void;
  readonly observer?: RunObserver;
}
