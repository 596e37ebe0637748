import type { Message } from '../../teams/chat.js';
import { isJsonObject } from '../read-body.js';
import { badChatRequest } from './chat-problem.js';

const adaptive = 'application/vnd.microsoft.card.adaptive';
const otherCard =
  /^application\/vnd\.microsoft\.(?:card\.(?:thumbnail|hero|list|audio|video)|teams\.card\.\w+)$/;
const links = ['reference', 'messageReference', 'forwardedMessageReference'];

function cardOf(content: unknown): Readonly<Record<string, unknown>> {
  let card: unknown;
  try {
    card = typeof content === 'string' ? JSON.parse(content) : undefined;
  } catch {
    card = undefined;
  }
  if (isJsonObject(card)) return card;
  throw badChatRequest('The content of a card attachment has to be a JSON object as text.');
}

function checkContent(contentType: string, attachment: Readonly<Record<string, unknown>>): void {
  if (links.includes(contentType)) {
    const isThere = [attachment['contentUrl'], attachment['content']].some(
      (value) => typeof value === 'string',
    );
    if (!isThere)
      throw badChatRequest(`An attachment of type '${contentType}' needs a contentUrl or content.`);
    return;
  }
  if (contentType !== adaptive && !otherCard.test(contentType)) {
    throw badChatRequest(`Attachment content type '${contentType}' is not supported.`);
  }
  const card = cardOf(attachment['content']);
  if (contentType !== adaptive) return;
  if (card['type'] !== 'AdaptiveCard' || typeof card['version'] !== 'string') {
    throw badChatRequest("An adaptive card needs 'type': 'AdaptiveCard' and a 'version'.");
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function readAttachment(value: unknown): Readonly<Record<string, unknown>> & { readonly id: string } {
  const attachment = isJsonObject(value) ? value : {};
  const { id, contentType } = attachment;
  if (typeof id !== 'string' || id === '') throw badChatRequest('An attachment needs an id.');
  if (typeof contentType !== 'string') throw badChatRequest(`Attachment '${id}' needs a contentType.`);
  checkContent(contentType, attachment);
  return {
    id,
    contentType,
    contentUrl: textOrNull(attachment['contentUrl']),
    content: textOrNull(attachment['content']),
    name: textOrNull(attachment['name']),
    thumbnailUrl: textOrNull(attachment['thumbnailUrl']),
    teamsAppId: textOrNull(attachment['teamsAppId']),
  };
}

/**
 * Reads the attachments of a message: each has a marker `<attachment id="…">` in the body, and each marker one (Graph:
 * chatMessageAttachment, send chatMessage).
 *
 * @throws GraphProblem 400.
 */
export function readAttachments(values: readonly unknown[], body: Message['body']): Message['attachments'] {
  const attachments = values.map(readAttachment);
  const markers =
    body.contentType === 'html'
      ? [...body.content.matchAll(/<attachment\s+id\s*=\s*(["'])(.*?)\1\s*\/?>/gi)].map(([, , id]) => id)
      : [];
  const ids = attachments.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw badChatRequest('Attachment ids have to be unique.');
  const unmarked = ids.find((id) => !markers.includes(id));
  if (unmarked !== undefined) {
    throw badChatRequest(`Attachment '${unmarked}' has no marker <attachment id="${unmarked}"> in the body.`);
  }
  const lost = markers.find((id) => !ids.includes(id ?? ''));
  if (lost !== undefined)
    throw badChatRequest(`The body has a marker for attachment '${lost}', which is not there.`);
  return attachments;
}
