import { CancelledError, GraphError, TransportError } from '../../integration/errors.js';
import { isUnknown } from '../../integration/dispatcher/effect.js';
import { cancelled, throwIfCancelled } from '../../integration/http/cancelled.js';
import { type Run } from '../../integration/run.js';

/** Pauses before each look, in milliseconds: what was written may be seen a moment later. */
const PAUSES = [0, 1000, 2000];

const LOOKING = 'while it looked whether a request was carried out';

/** A write that must not be done twice, and how to tell whether it was done. */
export interface LookedAfter<T> {
  readonly act: () => Promise<T>;
  /** Looks for what the write makes; undefined where it is not there. */
  readonly look: () => Promise<T | undefined>;
  /** What is unknown if the look finds nothing, such as `Whether the message was sent`. */
  readonly what: string;
}

/**
 * Does a write once. Where its answer is lost, it is looked for, and never repeated (rule R32).
 * @returns What the write, or the look, gave.
 * @throws the failure itself where it is a refusal; else the same failure with "unknown, check" in front.
 */
export async function onceLookedAfter<T>({ act, look, what }: LookedAfter<T>, run: Run): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof CancelledError || !isUnknown(error)) throw error;
    return (await found(look, run)) ?? failAsUnknown(error, what);
  }
}

/** @throws CancelledError that leaves open what became of the write. */
async function found<T>(
  look: () => Promise<T | undefined>,
  { clock, signal, deadline }: Run,
): Promise<T | undefined> {
  for (const pause of PAUSES) {
    if (clock.now() + pause >= deadline) return undefined;
    await clock.sleep(pause, signal).catch(() => {
      throw cancelled(signal, LOOKING);
    });
    const seen = await look().catch(() => {
      // A look that fails, or that there was no time for, says nothing of the write before it.
      throwIfCancelled(signal, LOOKING, true);
      return undefined;
    });
    if (seen !== undefined) return seen;
  }
  return undefined;
}

/** The same kind of failure, so that the audit trail knows it for unknown. */
function failAsUnknown(error: unknown, what: string): never {
  const next = 'Look into the chat before you run the command again: it was not repeated.';
  const message = (cause: Error) => `${what} is unknown, check. ${cause.message}`;
  if (error instanceof TransportError) throw new TransportError(message(error), next, error.sent);
  if (error instanceof GraphError) throw new GraphError(message(error), next, error.failure);
  throw error;
}
