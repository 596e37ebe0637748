import { AuthError, CancelledError, GraphError, TransportError } from '../errors.js';

const CHECK = 'Check what was done before repeating the change.';

/** Refusals that say nothing about an earlier try: every other one would have met that too. */
const momentary: ReadonlySet<number> = new Set([401, 429]);

/**
 * Marks the failure of a repeated write where it says nothing about an earlier try, which may have been carried out
 * (rule R32).
 * @returns The error to throw; one that decides the earlier try too is handed back as it is.
 */
export function leftOpen(error: unknown): unknown {
  if (error instanceof TransportError && !error.sent) {
    return new TransportError(error.message, CHECK, true, error.isLasting);
  }
  if (error instanceof CancelledError && !error.sent) return new CancelledError(error.message, CHECK);
  if (error instanceof AuthError) {
    return new AuthError(error.message, `${error.nextStep ?? ''} ${CHECK}`.trim(), {
      ...error.details,
      mayBeDone: true,
    });
  }
  return error instanceof GraphError && momentary.has(error.failure.status) ? undecided(error) : error;
}

/** Marks a refusal that leaves open whether an earlier try was carried out. */
export function undecided({ message, failure }: GraphError): GraphError {
  return new GraphError(message, CHECK, { ...failure, mayBeDone: true });
}

/** Says what to do about a write that failed so that nobody can tell whether it was carried out (rule R32). */
export function withCheck(error: unknown): unknown {
  if (error instanceof CancelledError && error.sent && error.nextStep === undefined) {
    return new CancelledError(error.message, CHECK);
  }
  if (error instanceof GraphError && (error.failure.status < 400 || error.failure.status >= 500)) {
    return new GraphError(error.message, `${error.nextStep ?? ''} ${CHECK}`.trim(), error.failure);
  }
  return error;
}
