import { type JsonObject } from '../json.js';

/** Who caused an effect. */
export interface AuditActor {
  readonly kind: 'os-user' | 'api-key' | 'incident';
  readonly name: string;
}

/** What is known before an effect begins. Holds no secrets. */
export interface AuditIntent {
  /** Ties the two records of one effect together. */
  readonly id: string;
  readonly actor: AuditActor;
  /** How the command came in: `cli`, `exec`, … */
  readonly surface: string;
  /** What it runs on: `tenant` or `sandbox`, the instance's name, cloud and tenant. */
  readonly on: JsonObject;
  readonly command: string;
  /** Arguments as they were given, secrets as `***`. */
  readonly args: JsonObject;
  /** The person acted on, as typed; null for an effect that is not on a person. */
  readonly typed: string | null;
  /** The same as Graph knows it; null where it could not be read. */
  readonly resolved: JsonObject | null;
  /** Its state before; null where it could not be read. */
  readonly prior: JsonObject | null;
  /** The analyst's `reason`; null where none was given. */
  readonly reason: string | null;
}

/** What became of an effect. */
export interface AuditOutcome {
  readonly id: string;
  /** `done`, `failed`, `refused`, or `unknown` when nobody can tell whether it happened. */
  readonly outcome: 'done' | 'failed' | 'refused' | 'unknown';
  /** HTTP status of the last answer; null where there was none. */
  readonly status: number | null;
  /** Graph's ID of the request. */
  readonly requestId: string | null;
  /** Our own ID of the request. */
  readonly clientRequestId: string | null;
  /** Why it failed; null where it did not. */
  readonly error: string | null;
}

/** Where effects are written down: once before and once after each. */
export interface AuditTrail {
  /** @throws SoarError when it cannot be recorded. */
  before(intent: AuditIntent): Promise<void>;
  /** @throws SoarError when it cannot be recorded. */
  after(outcome: AuditOutcome): Promise<void>;
}
