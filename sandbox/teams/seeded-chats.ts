import { stableId } from '../tenant/identity.js';
import type { Chat } from './chat.js';
import { identityOf, withMessage } from './happen.js';
import { longChat } from './long-chat.js';
import { threadId } from './participants.js';
import { at, blank, by, group, html, minute, pair, said, start, withMessages } from './seed-chat.js';
import { warRoom } from './war-room.js';

function withNoor(): Chat {
  return withMessages(pair('noor', 0), [
    [1, said('noor', '<p>Morning. Anything from the night shift?</p>')],
    [
      3,
      said('adele', '<p>Two phishing reports, both closed.</p>', {
        lastEditedDateTime: at(9),
        lastModifiedDateTime: at(9),
      }),
    ],
    [
      4,
      said('noor', '<p>Good 👍</p>', {
        lastModifiedDateTime: at(6),
        reactions: [{ reactionType: 'like', createdDateTime: at(6), user: identityOf(by('adele')) }],
      }),
    ],
    [600, said('noor', '<p>Please close 4711 tomorrow.</p>')],
  ]);
}

function withGeorge(): Chat {
  return withMessages(pair('george', 100), [
    [101, said('adele', '<p>Hi George, did you report a mail on Friday?</p>')],
    [102, said('george', '', { deletedDateTime: at(103), lastModifiedDateTime: at(103) })],
    [104, said('george', '<div>Yes, the one with the invoice.&nbsp;</div>')],
  ]);
}

/** Its second message has the ID of one in another chat: IDs are unique in a chat only. */
function withTomas(): Chat {
  return withMessages(pair('tomas', 90), [
    [100, { from: null, body: html('<p>A call was missed.</p>') }],
    [101, { from: by('tomas'), body: { contentType: 'text', content: 'a < b & c: back at ten' } }],
  ]);
}

function meeting(): Chat {
  const id = `19:meeting_${Buffer.from(stableId('meeting:review')).toString('base64url')}@thread.v2`;
  const chat = { ...blank(id, 'meeting', ['noor', 'adele', 'tomas'], 400), topic: 'Weekly security review' };
  return withMessages(chat, [[401, said('noor', '<p>Notes are in the wiki.</p>')]]);
}

/** The team whose channel below is there to mark messages in. */
const securityTeam = stableId('team:security');

function channel(): Chat {
  const id = threadId(stableId('channel:security-general'), 'tacv2');
  const chat = { ...blank(id, 'channel', [], 500), teamId: securityTeam, topic: 'General' };
  const root = withMessage(chat, said('noor', '<p>Shift plan for March</p>'), start + 501 * minute);
  return withMessage(
    root.chat,
    said('adele', '<p>Thanks</p>', { replyToId: root.message.id }),
    start + 502 * minute,
  ).chat;
}

function written(): Chat[] {
  return [
    withNoor(),
    withGeorge(),
    withTomas(),
    warRoom(),
    withMessages(group(null, 'untitled', ['adele', 'hanna', 'zoe'], 300), [
      [301, said('zoe', '<p>Lunch?</p>')],
    ]),
    withMessages(group("O'Brien's case", 'case', ['adele', "o'brien"], 310), [
      [311, said("o'brien", '<p>File is with Legal.</p>')],
    ]),
    group('Phishing', 'phishing-1', ['adele', 'tomas', 'hanna'], 320),
    group('Phishing', 'phishing-2', ['adele', 'noor', 'george'], 330),
    withMessages(group('Payroll', 'payroll', ['samuel', 'beatriz', 'george'], 340), [
      [341, said('beatriz', '<p>March is done.</p>')],
    ]),
    meeting(),
    channel(),
  ];
}

const known = new Map<number, ReadonlyMap<string, Chat>>();

/**
 * The chats and channels before anybody changes anything, by ID; the same at every start.
 *
 * @param longChatMessages How many messages the long chat has; without any there is none.
 */
export function seededChats(longChatMessages: number): ReadonlyMap<string, Chat> {
  const made = known.get(longChatMessages);
  if (made) return made;
  const chats = [...written(), ...(longChatMessages > 0 ? [longChat(longChatMessages)] : [])];
  const byId = new Map(chats.map((chat) => [chat.id, chat]));
  known.set(longChatMessages, byId);
  return byId;
}
