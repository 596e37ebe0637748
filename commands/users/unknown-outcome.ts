import { isUnknown } from '../../integration/dispatcher/effect.js';
import { CancelledError, GraphError, TransportError } from '../../integration/errors.js';

/**
 * Adds to a failure that leaves open whether Graph did what it was asked (rule R32) what to do about that.
 * @param advice What is open, and how to find out.
 * @returns The error to throw, of the same kind; any other failure as it is.
 */
export function withUnknownOutcome(error: unknown, advice: string): unknown {
  if (!isUnknown(error)) return error;
  if (error instanceof CancelledError) return new CancelledError(error.message, advice);
  if (error instanceof TransportError) return new TransportError(error.message, advice, error.sent);
  return error instanceof GraphError ? new GraphError(error.message, advice, error.failure) : error;
}
