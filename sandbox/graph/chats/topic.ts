import { badChatRequest } from './chat-problem.js';

/**
 * Reads the name of a group chat (Graph: update chat).
 *
 * @returns null for none.
 * @throws GraphProblem 400 for one that is too long or has a colon.
 */
export function readTopic(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw badChatRequest('The topic has to be text.');
  if (value.length > 250) throw badChatRequest('The topic cannot be longer than 250 characters.');
  if (value.includes(':')) throw badChatRequest("The topic contains an invalid character ':'.");
  return value === '' ? null : value;
}
