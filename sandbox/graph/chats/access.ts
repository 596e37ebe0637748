import { memberOf, type Chat, type Member } from '../../teams/chat.js';
import { hasTeams } from '../../teams/who-may-chat.js';
import type { Chats } from '../../teams/chat-book.js';
import type { Person } from '../../tenant/person.js';
import { GraphProblem } from '../problem.js';
import { aclCheckFailed, badChatRequest, chatNotFound } from './chat-problem.js';
import { keyOf, type ChatRequest } from './chat-request.js';

const wellFormed = /^19:[\w.-]+@(?:thread\.(?:v2|tacv2|skype)|unq\.gbl\.spaces)$/i;

/**
 * The person who signed in.
 *
 * @returns undefined for an app-only token.
 * @throws GraphProblem 403 for somebody without Teams.
 */
export function actorOf({ caller, tenant }: ChatRequest): Person | undefined {
  if (caller.userId === undefined) return undefined;
  const person = tenant.find(caller.userId);
  if (person && hasTeams(person)) return person;
  throw new GraphProblem(
    403,
    'Forbidden',
    'Failed to get license information for the user. Ensure user has a valid Office365 license assigned to them.',
  );
}

/**
 * Whose chats are meant: the person in the path, else the one who signed in.
 *
 * @throws GraphProblem 403 where somebody looks at the chats of others; 404 for nobody.
 */
export function ownerOf(request: ChatRequest): Person | undefined {
  const actor = actorOf(request);
  const { key, tenant, isSelf } = request;
  if (key === '') return actor;
  if (actor && !isSelf) throw aclCheckFailed(`The initiator ${actor.id} is not the user ${key}`);
  const owner = tenant.find(key);
  if (!owner) throw chatNotFound(`User '${key}' was not found.`);
  return owner;
}

/**
 * The chat in the path, which the caller has to be in; an application needs not.
 *
 * @returns The chat, and the membership through which it is seen.
 * @throws GraphProblem 400 for what is no ID, 404 for an unknown chat, 403 for one of others.
 */
export function openChat(
  request: ChatRequest,
  chats: Chats = request.chats,
): { chat: Chat; member: Member | undefined } {
  const owner = ownerOf(request);
  const id = keyOf(request, 'chat');
  if (!wellFormed.test(id)) throw badChatRequest('Bad Request', `InvalidThreadId: ${id}`);
  const chat = chats.find(id);
  if (!chat || chat.chatType === 'channel') throw chatNotFound();
  const member = memberOf(chat, owner?.id);
  if (owner && !member) {
    throw aclCheckFailed(`The initiator 8:orgid:${owner.id} is not a member of the roster of thread ${id}`);
  }
  return { chat, member };
}
