import { ArgumentError } from '../../integration/errors.js';
import { MOMENT_FORMS, parseMoment } from '../../integration/moment.js';

/**
 * When a pass begins to work, as Graph takes it; undefined for at once, for which Graph wants no time at all: the
 * present second would be past when it arrives.
 * @param text As typed. @param now Milliseconds since 1970.
 * @throws ArgumentError for a time that is past, or that is none.
 */
export function startTime(text: string, now: number): string | undefined {
  const at = parseMoment(text, now);
  if (at === undefined) {
    throw new ArgumentError(
      `start_time=${JSON.stringify(text)} is not allowed.`,
      `No pass was made. Use ${MOMENT_FORMS}.`,
    );
  }
  if (at < now) {
    throw new ArgumentError(
      `start_time=${JSON.stringify(text)} is past: it is ${new Date(now).toISOString()} now.`,
      'No pass was made. Use start_time=now for a pass that works at once.',
    );
  }
  return at === now ? undefined : new Date(at).toISOString();
}
