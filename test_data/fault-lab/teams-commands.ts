import { type Chat, type Sandbox } from '../../sandbox/index.js';
import { type LabCommand, type Maker } from './lab-command.js';
import { type Random } from './random.js';

/** Who is signed in for the commands on chats. */
export const CHATTER = 'adele@contoso.example';

/** Group chats of whoever is signed in. */
function groupsOf(sandbox: Sandbox): readonly Chat[] {
  const own = sandbox.people().find(({ userPrincipalName }) => userPrincipalName === CHATTER);
  return sandbox
    .chats()
    .filter(
      ({ chatType, members }) => chatType === 'group' && members.some(({ userId }) => userId === own?.id),
    );
}

const inGroup =
  (
    make: (chat: Chat, sandbox: Sandbox, random: Random) => Omit<LabCommand, 'isPersons'> | undefined,
  ): Maker =>
  (sandbox, random) => {
    const chats = groupsOf(sandbox);
    if (chats.length === 0) return undefined;
    const command = make(random.oneOf(chats), sandbox, random);
    return command && { ...command, isPersons: true };
  };

const send = inGroup(({ id }, sandbox, random) => {
  const body = `Lab message ${random.below(1e9)}`;
  const copies = () => sandbox.messagesOf(id).filter((message) => JSON.stringify(message).includes(body));
  return {
    command: 'msgraph-teams-send-message',
    args: { chat_id: id, body },
    targets: [{ typed: id, id, isReached: () => copies().length === 1 }],
    isOnce: true,
  };
});

const rename = inGroup(({ id }, sandbox, random) => {
  const topic = `Lab topic ${random.below(1e9)}`;
  return {
    command: 'msgraph-teams-update-chat',
    args: { chat_id: id, topic },
    targets: [{ typed: id, id, isReached: () => sandbox.chats().some((chat) => chat.topic === topic) }],
  };
});

const invite = inGroup((chat, sandbox, random) => {
  const { id } = chat;
  const inside = new Set(chat.members.map(({ userId }) => userId));
  const person = random.oneOf(sandbox.people().slice(40));
  if (inside.has(person.id)) return undefined;
  const isMember = () =>
    sandbox.chats().some((now) => now.id === id && now.members.some(({ userId }) => userId === person.id));
  return {
    command: 'msgraph-teams-add-member',
    args: { chat_id: id, user_id: person.userPrincipalName },
    targets: [{ typed: id, id, isReached: isMember }],
    isOnce: true,
  };
});

const listMessages = inGroup(({ id }, sandbox) => {
  const newest = sandbox.messagesOf(id).at(-1)?.id;
  return {
    command: 'msgraph-teams-list-messages',
    args: { chat_id: id, limit: '20', include_system_events: 'true' },
    targets: [],
    problemWith: (contents) =>
      newest === undefined || JSON.stringify(contents).includes(newest)
        ? undefined
        : 'the newest message is not among those that were read',
  };
});

/** Commands on chats, by weight. */
export const teamsMakers: readonly (readonly [number, Maker])[] = [
  [6, send],
  [3, rename],
  [3, invite],
  [5, listMessages],
];
