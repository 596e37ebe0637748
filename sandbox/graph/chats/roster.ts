import type { Chat } from '../../teams/chat.js';
import { identityOf } from '../../teams/happen.js';
import { senderOf } from '../../teams/participants.js';
import { actorOf } from './access.js';
import { aclCheckFailed, badChatRequest } from './chat-problem.js';
import type { ChatRequest } from './chat-request.js';

/** Teams: limits of chats. */
export const mostMembers = 250;

/** @returns Who does something, as a system event names them: the person, or the application. */
export function initiatorOf(request: ChatRequest): Readonly<Record<string, unknown>> {
  const actor = actorOf(request);
  const { clientId, name } = request.caller.app;
  return identityOf(actor ? senderOf(actor) : { kind: 'application', id: clientId, displayName: name });
}

/**
 * Checks that a chat's roster can change: that of two people is fixed, and that of a meeting follows the meeting.
 *
 * @throws GraphProblem 400 or 403.
 */
export function checkRosterIsOpen({ chatType }: Chat): void {
  if (chatType === 'oneOnOne') {
    throw badChatRequest('Members cannot be added to or removed from chats of type oneOnOne.');
  }
  if (chatType !== 'group') throw aclCheckFailed('The roster of a meeting chat follows the meeting');
}
