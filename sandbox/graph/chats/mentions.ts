import type { Message } from '../../teams/chat.js';
import { senderOf } from '../../teams/participants.js';
import { identityOf } from '../../teams/happen.js';
import { wordsOf } from '../../teams/reply-script.js';
import type { Tenant } from '../../tenant/tenant.js';
import { isJsonObject } from '../read-body.js';
import { badChatRequest } from './chat-problem.js';

interface Mention {
  readonly id: number;
  readonly mentionText: string;
  readonly userId: string;
}

function readMention(value: unknown): Mention {
  const mention = isJsonObject(value) ? value : {};
  const { id, mentionText, mentioned } = mention;
  const user = isJsonObject(mentioned) ? mentioned['user'] : undefined;
  const userId = isJsonObject(user) ? user['id'] : undefined;
  if (typeof id !== 'number' || !Number.isInteger(id)) throw badChatRequest('A mention needs a numeric id.');
  if (typeof mentionText !== 'string' || mentionText === '') {
    throw badChatRequest(`Mention ${id} needs a mentionText.`);
  }
  if (typeof userId !== 'string') throw badChatRequest(`Mention ${id} names no user in mentioned.user.id.`);
  return { id, mentionText, userId };
}

/**
 * Reads the mentions of a message: each pairs with `<at id="…">` in the body, around the same text (Graph:
 * chatMessageMention).
 *
 * @throws GraphProblem 400.
 */
export function readMentions(
  values: readonly unknown[],
  body: Message['body'],
  tenant: Tenant,
): Message['mentions'] {
  const mentions = values.map(readMention);
  const markers = new Map<number, string>();
  if (body.contentType === 'html') {
    for (const [, id, content = ''] of body.content.matchAll(
      /<at\s+id\s*=\s*["']?(\d+)["']?\s*>(.*?)<\/at>/gis,
    )) {
      markers.set(Number(id), wordsOf({ body: { contentType: 'html', content } }));
    }
  }
  for (const id of markers.keys()) {
    if (!mentions.some((mention) => mention.id === id)) {
      throw badChatRequest(`The body has <at id="${id}">, for which there is no mention.`);
    }
  }
  return mentions.map(({ id, mentionText, userId }) => {
    if (markers.get(id) !== mentionText) {
      throw badChatRequest(`The text of <at id="${id}"> in the body does not match mentionText.`);
    }
    const person = tenant.find(userId);
    if (person?.id !== userId) throw badChatRequest(`Mentioned user '${userId}' was not found.`);
    return { id, mentionText, mentioned: { ...identityOf(senderOf(person)), conversation: null } };
  });
}
