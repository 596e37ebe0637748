import type { Chat, Sandbox } from './index.js';
import { member, type RawAnswer } from './raw-client.js';

/**
 * Signs a person in, for the sandbox's tests.
 *
 * @param name The part of the user principal name before the domain.
 * @param scopes `Chat.ReadWrite` and `ChatMember.ReadWrite` by default.
 * @returns The access token.
 */
export async function tokenOf(sandbox: Sandbox, name: string, ...scopes: string[]): Promise<string> {
  const asked = scopes.length > 0 ? scopes : ['Chat.ReadWrite', 'ChatMember.ReadWrite'];
  return (await sandbox.signIn({ user: `${name}@contoso.example`, scopes: asked })).accessToken;
}

/** @returns A member as a body names one. */
export function invited(name: string, role = 'owner', more: object = {}): Record<string, unknown> {
  const key = encodeURIComponent(`${name}@contoso.example`.replaceAll("'", "''"));
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: [role],
    'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${key}')`,
    ...more,
  };
}

/** @returns Path of a chat. */
export function chatPath(id: string, ...more: readonly string[]): string {
  return `/v1.0/${['chats', id, ...more].map(encodeURIComponent).join('/')}`;
}

/**
 * A chat as it is in truth.
 *
 * @throws RangeError where there is none with that name.
 */
export function chatNamed(sandbox: Sandbox, topic: string): Chat {
  const chat = sandbox.chats().find((candidate) => candidate.topic === topic);
  if (!chat) throw new RangeError(`There is no chat '${topic}'.`);
  return chat;
}

/**
 * The chat of Adele and somebody else.
 *
 * @throws RangeError where there is none.
 */
export function chatWith(sandbox: Sandbox, name: string): Chat {
  const chat = sandbox
    .chats()
    .find(
      ({ chatType, members }) =>
        chatType === 'oneOnOne' &&
        ['adele', name].every((other) => members.some(({ email }) => email === `${other}@contoso.example`)),
    );
  if (!chat) throw new RangeError(`There is no chat of Adele with '${name}'.`);
  return chat;
}

/** @returns The items of a collection. */
export function items(answer: RawAnswer): unknown[] {
  const value = member(answer.json, 'value');
  return Array.isArray(value) ? value : [];
}

/** @returns One property of each item. */
export function each(answer: RawAnswer, ...names: readonly string[]): unknown[] {
  return items(answer).map((item) => member(item, ...names));
}

/** @returns Path and query of the link to the next page, if there is one. */
export function linkOf(sandbox: Sandbox, answer: RawAnswer): string | undefined {
  const link = member(answer.json, '@odata.nextLink');
  return typeof link === 'string' ? link.slice(sandbox.url.length) : undefined;
}

/** @returns Status, code, message and inner reason of a refusal. */
export function refusal(answer: RawAnswer): unknown[] {
  const error = member(answer.json, 'error');
  return [
    answer.status,
    member(error, 'code'),
    member(error, 'message'),
    member(error, 'innerError', 'message'),
  ];
}
