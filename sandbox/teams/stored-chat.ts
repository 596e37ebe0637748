import type { Chat, ComingEvent, Member, Message, Sender } from './chat.js';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const time: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const record: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const mapOf =
  (check: Check): Check =>
  (value) =>
    record(value) && Object.values(value ?? {}).every(check);

function object<T>(shape: Readonly<Record<keyof T & string, Check>>): Check {
  const checks = Object.entries<Check>(shape);
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const members = new Map<string, unknown>(Object.entries(value));
    return checks.every(([name, check]) => check(members.get(name)));
  };
}

const user = object<Extract<Sender, { kind: 'user' }>>({
  kind: oneOf('user'),
  id: text,
  displayName: text,
  userIdentityType: oneOf('aadUser', 'federatedUser'),
  tenantId: text,
});
const application = object<Extract<Sender, { kind: 'application' }>>({
  kind: oneOf('application'),
  id: text,
  displayName: text,
});
const sender: Check = (value) => user(value) || application(value);

const contentType = oneOf('text', 'html');

const message = object<Message>({
  id: text,
  replyToId: nullable(text),
  messageType: oneOf('message', 'systemEventMessage'),
  createdDateTime: time,
  lastModifiedDateTime: time,
  lastEditedDateTime: nullable(time),
  deletedDateTime: nullable(time),
  subject: nullable(text),
  importance: oneOf('normal', 'high', 'urgent'),
  from: nullable(sender),
  body: object<Message['body']>({ contentType, content: text }),
  attachments: listOf(record),
  mentions: listOf(record),
  reactions: listOf(record),
  policyViolation: nullable(record),
  eventDetail: nullable(record),
});

const member = object<Member>({
  userId: text,
  displayName: text,
  email: nullable(text),
  tenantId: text,
  role: oneOf('owner', 'guest'),
  visibleHistoryStartDateTime: time,
});

const eventHead = { at: (value: unknown) => typeof value === 'number', by: sender, about: text };
const spoken = object<Extract<ComingEvent, { content: string }>>({
  ...eventHead,
  act: oneOf('say', 'edit'),
  content: text,
  contentType,
});
const reaction = object<Extract<ComingEvent, { reaction: string }>>({
  ...eventHead,
  act: oneOf('react'),
  reaction: text,
});
const deletion = object<ComingEvent>({ ...eventHead, act: oneOf('delete') });

const chat = object<Chat>({
  id: text,
  chatType: oneOf('oneOnOne', 'group', 'meeting', 'channel'),
  teamId: nullable(text),
  topic: nullable(text),
  createdDateTime: time,
  lastUpdatedDateTime: time,
  members: listOf(member),
  messages: mapOf(message),
  coming: listOf((value) => spoken(value) || reaction(value) || deletion(value)),
});

/** @returns Whether a stored value is a chat. */
export function isChat(value: unknown): value is Chat {
  return chat(value);
}
