import { NotFoundError } from '../errors.js';
import { type Settings } from '../settings/settings.js';

/**
 * The sentence that playbooks know for a user who does not exist; undefined where the failure is something else or the
 * instance wants an error (rules R5, R27). It becomes the `Contents` of a normal entry (rule R25).
 * @param typed The user as it was typed.
 */
export function missingUserSentence(error: unknown, typed: string, settings: Settings): string | undefined {
  const isMissing = error instanceof NotFoundError && settings.handleError;
  return isMissing ? `#### User -> ${typed} does not exist` : undefined;
}
