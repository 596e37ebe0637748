import { ArgumentError } from '../../integration/errors.js';

const LONGEST_TOPIC = 250;

/**
 * Checks the name of a group chat (Graph: update chat, topic).
 * @throws ArgumentError for one that is too long, or holds a colon.
 */
export function checkTopic(subject: string): void {
  const length = Array.from(subject).length;
  if (length > LONGEST_TOPIC) {
    throw new ArgumentError(
      `The subject has ${length} characters, and Teams takes ${LONGEST_TOPIC}.`,
      'Nothing was sent. Shorten it.',
    );
  }
  if (subject.includes(':')) {
    throw new ArgumentError(
      'The subject contains ":", which Teams does not take in the name of a chat.',
      'Nothing was sent. Use another sign, such as a dash.',
    );
  }
}
