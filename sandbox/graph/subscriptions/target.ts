import type { SubscriptionTarget } from '../../tenant/subscription.js';
import { openChat, ownerOf } from '../chats/access.js';
import { badChatRequest } from '../chats/chat-problem.js';
import { checkTeamsPermission, type TeamsPermissions } from '../chats/teams-permission.js';
import { splitPath } from '../path.js';
import { isOwn } from '../permission.js';
import { badRequest } from '../problem.js';
import { invalidSubscription, type SubscriptionRequest } from './subscription-request.js';

/** Graph: create subscription. Permissions to write do not qualify. */
const readMessages: TeamsPermissions = { delegated: ['Chat.Read'], application: ['Chat.Read.All'] };
const readAllMessages: TeamsPermissions = { delegated: 'unsupported', application: ['Chat.Read.All'] };

/** A resource that can be subscribed to. */
type Wish =
  | { readonly kind: 'chat'; readonly chatId: string }
  | { readonly kind: 'person'; readonly user: string }
  | { readonly kind: 'all' };

/** Graph: payment models for Teams APIs; without one the subscription is in evaluation mode. */
function checkQuery(query: string): void {
  for (const [name, value] of new URLSearchParams(query)) {
    if (name.toLowerCase() !== 'model') {
      throw invalidSubscription(`The option '${name}' of a resource is not supported by the sandbox.`);
    }
    if (!/^[ab]$/i.test(value))
      throw badChatRequest(`Invalid payment model '${value}': it has to be A or B.`);
  }
}

function readResource(resource: string, { caller }: SubscriptionRequest): Wish {
  const [, path = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(resource) ?? [];
  checkQuery(query);
  const texts = splitPath(path).map(({ text }) => text);
  const [first = '', second = '', third = '', fourth = ''] = texts.map((text) => text.toLowerCase());
  const isAll = (...names: string[]) => names.join('/') === 'chats/getallmessages';
  if (texts.length === 3 && first === 'chats' && third === 'messages') {
    return { kind: 'chat', chatId: texts[1] ?? '' };
  }
  if (texts.length === 2 && isAll(first, second)) return { kind: 'all' };
  if (texts.length === 3 && first === 'me' && isAll(second, third)) {
    if (caller.userId === undefined) {
      throw badRequest('/me request is only valid with delegated authentication flow.');
    }
    return { kind: 'person', user: caller.userId };
  }
  if (texts.length === 4 && first === 'users' && isAll(third, fourth)) {
    return { kind: 'person', user: texts[1] ?? '' };
  }
  throw invalidSubscription(
    `Resource '${resource}' cannot be subscribed to: the sandbox tells of messages in chats only.`,
  );
}

/**
 * Checks that the caller may hear of a resource, and finds out what it means.
 *
 * @param resource Such as `/chats/{id}/messages`, with or without the leading slash.
 * @throws GraphProblem 400 for another resource, 403 without permission or in a chat of others, 404 for no chat or person.
 */
export function targetOf(resource: string, request: SubscriptionRequest): SubscriptionTarget {
  const wish = readResource(resource, request);
  const { caller, tenant } = request;
  checkTeamsPermission(wish.kind === 'all' ? readAllMessages : readMessages, caller);
  if (wish.kind === 'all') return { key: 'chats/getAllMessages', chatId: null, memberId: null };
  if (wish.kind === 'chat') {
    const keys = new Map([['chat', wish.chatId]]);
    const { chat } = openChat({ ...request, key: '', keys });
    return { key: `chats/${chat.id}/messages`, chatId: chat.id, memberId: caller.userId ?? null };
  }
  const isSelf = isOwn(caller, wish.user, tenant);
  const owner = ownerOf({ ...request, key: wish.user, isSelf });
  const memberId = owner?.id ?? wish.user;
  return { key: `users/${memberId}/chats/getAllMessages`, chatId: null, memberId };
}
