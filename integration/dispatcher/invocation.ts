import { type ApiOutcome } from '../api-outcome.js';
import { type Log } from '../log.js';
import { type Entry } from '../results/entry.js';
import { type TakeItems } from '../results/long-list.js';
import { type RunFile, type RunMetrics } from '../run.js';
import { type IntegrationContextStore } from '../state/store.js';

/** One configured copy of the integration. */
export interface Instance {
  /** Its name; undefined for parameters that came with a request. */
  readonly name?: string;
  /** Whether it is the embedded tenant, so that nobody takes that for a real one. */
  readonly kind: 'tenant' | 'sandbox';
  /** The instance form as the platform hands it over, checked when the instance is first used. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly state: IntegrationContextStore;
  /** Why nothing may be changed here; undefined where changes are allowed. */
  readonly readOnly?: string;
}

/** One command to execute, whichever surface it came from. */
export interface Invocation {
  readonly command: string;
  /** Text as an analyst types it, or JSON values. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly instance: Instance;
  /** Cancels the command. */
  readonly signal?: AbortSignal;
  /** How long it may take, waits and repeats included, in milliseconds; without it the platform's own default. */
  readonly timeLimitMs?: number;
  /** Takes the items of a list that was asked for as a whole, page by page, in the place of an entry. */
  readonly take?: TakeItems;
  /** Takes the diagnostics of this command instead of the surface's log. */
  readonly log?: Log;
}

/** What an invocation acted on. */
export interface Target {
  readonly kind: 'tenant' | 'sandbox';
  readonly instance: string | null;
  /** Null where the parameters could not be read. */
  readonly cloud: string | null;
  readonly tenant: string | null;
}

/** What an invocation came to. */
export interface Execution {
  readonly entries: readonly Entry[];
  /** The bytes of the file entries. */
  readonly files: readonly RunFile[];
  readonly target: Target;
  /** How many HTTP requests came to what. */
  readonly outcomes?: ReadonlyMap<ApiOutcome, number>;
  readonly metrics: RunMetrics & {
    /** How long it took, in milliseconds. */
    readonly durationMs: number;
  };
}
