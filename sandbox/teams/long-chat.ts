import { stableId } from '../tenant/identity.js';
import type { Chat, Message } from './chat.js';
import { bot, memberFrom, senderOf, threadId, writtenPerson } from './participants.js';

const first = Date.UTC(2026, 0, 5, 6, 0, 0);
const gap = 60_000;

/** Everything that is the same in all of its messages. */
const pattern = {
  replyToId: null,
  messageType: 'message',
  lastEditedDateTime: null,
  deletedDateTime: null,
  subject: null,
  importance: 'normal',
  attachments: [],
  mentions: [],
  reactions: [],
  policyViolation: null,
  eventDetail: null,
} as const;

/**
 * The group chat `Alert feed`, one message a minute, worked out from its length alone so that nothing need be kept.
 *
 * @param count How many messages.
 */
export function longChat(count: number): Chat {
  const people = [bot, senderOf(writtenPerson('tomas'))];
  const messages = Array.from({ length: count }, (_, index): [string, Message] => {
    const time = first + index * gap;
    const created = new Date(time).toISOString();
    return [
      String(time),
      {
        ...pattern,
        id: String(time),
        createdDateTime: created,
        lastModifiedDateTime: created,
        from: people[index % people.length] ?? bot,
        body: { contentType: 'html', content: `<p>Alert ${index + 1} of ${count}</p>` },
      },
    ];
  });
  const createdDateTime = new Date(first).toISOString();
  return {
    id: threadId(stableId('chat:alert-feed')),
    chatType: 'group',
    teamId: null,
    topic: 'Alert feed',
    createdDateTime,
    lastUpdatedDateTime: createdDateTime,
    members: ['adele', 'tomas'].map((name) => memberFrom(writtenPerson(name))),
    messages: Object.fromEntries(messages),
    coming: [],
  };
}
