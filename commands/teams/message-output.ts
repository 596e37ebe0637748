import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { type ContextOutput } from '../../integration/results/command-result.js';
import { htmlToMarkdown } from './html-markdown.js';
import { htmlToOwnWords, htmlToText } from './html-text.js';
import { identityIn, objectsIn } from './identity.js';
import { escaped, paragraphOf } from './markdown-text.js';
import { shownText } from './shown-text.js';

/** Where messages stand in the context. Their IDs are unique within a chat only. */
export const MESSAGES = { prefix: 'MSGraphTeamsChatMessage', key: ['ID', 'ChatID'] } as const;

/** Columns of a table of messages, in this order. */
export const MESSAGE_COLUMNS = ['Body', 'Created', 'From', 'ID', 'ChatID'] as const;

/** Something that happened in the chat, which nobody wrote: Graph hides its type behind `unknownFutureValue`. */
export function isSystemEvent(message: JsonObject): boolean {
  return (message['messageType'] ?? 'message') !== 'message';
}

/** A message that somebody took back: Graph keeps its place in the list. */
export function isDeleted(message: JsonObject): boolean {
  return textAt(message, 'deletedDateTime') !== undefined;
}

/** What a message says, as plain text. For a system event it is what happened, in words. */
export function textOf(message: JsonObject): string {
  return isSystemEvent(message) ? eventText(message) : bodyWith(htmlToText, message);
}

/** What a message says, as Markdown without HTML, images and disguised links. */
function markdownOf(message: JsonObject): string {
  const isHtml =
    !isSystemEvent(message) && isJsonObject(message['body']) && message['body']['contentType'] === 'html';
  return isHtml ? bodyWith(htmlToMarkdown, message) : paragraphOf(escaped(textOf(message)));
}

/** What its writer says in a message, as plain text: without quotes of other messages, pictures and emoji. */
export function ownWordsOf(message: JsonObject): string {
  return isSystemEvent(message) ? '' : bodyWith(htmlToOwnWords, message);
}

function bodyWith(read: (html: string) => string, { body: given }: JsonObject): string {
  const body = isJsonObject(given) ? given : {};
  const content = textAt(body, 'content') ?? '';
  return textAt(body, 'contentType') === 'html' ? read(content) : content.trim();
}

const EVENT_TYPE = /^#microsoft\.graph\.(\w+?)(?:EventMessageDetail)?$/;

/** Kind of a system event, such as `membersAdded`. */
function eventType({ eventDetail }: JsonObject): string | undefined {
  const type = isJsonObject(eventDetail) ? textAt(eventDetail, '@odata.type') : undefined;
  return EVENT_TYPE.exec(type ?? '')?.[1];
}

/** `chatRenamed` is `Chat renamed`; with what Graph tells of it. */
function eventText(message: JsonObject): string {
  const detail = isJsonObject(message['eventDetail']) ? message['eventDetail'] : {};
  const words = (eventType(message) ?? 'systemEvent').replaceAll(
    /[A-Z]/g,
    (letter) => ` ${letter.toLowerCase()}`,
  );
  const names = objectsIn(detail['members']).map(
    (member) => textAt(member, 'displayName') ?? textAt(member, 'id'),
  );
  const what = textAt(detail, 'chatDisplayName') ?? names.filter(Boolean).join(', ');
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return what === '' ? sentence : `${sentence}: ${what}`;
}

/**
 * A message under its context keys. The body stays as Graph has it; `Text` is the same as plain text, and `Markdown` with what
 * stands out in it.
 */
export function messageContext(message: JsonObject, chatId: string): Record<string, unknown> {
  const body = isJsonObject(message['body']) ? message['body'] : {};
  const from = identityIn(message['from']);
  return {
    ID: message['id'],
    ChatID: chatId,
    Kind: isSystemEvent(message) ? 'system' : 'message',
    EventType: eventType(message),
    Created: message['createdDateTime'],
    LastModifiedTime: message['lastModifiedDateTime'],
    EditedTime: message['lastEditedDateTime'],
    DeletedTime: message['deletedDateTime'],
    From: from.name,
    FromID: from.id,
    FromType: from.type,
    Subject: message['subject'],
    Importance: message['importance'],
    Body: body['content'],
    ContentType: body['contentType'],
    Text: textOf(message),
    Markdown: markdownOf(message),
    Attachments: objectsIn(message['attachments']).map(({ id, name, contentType, contentUrl, content }) => ({
      ID: id,
      Name: name,
      ContentType: contentType,
      ContentUrl: contentUrl,
      Content: content,
    })),
    Mentions: objectsIn(message['mentions']).map((mention) => {
      const mentioned = identityIn(mention['mentioned']);
      return {
        ID: mentioned.id,
        Name: mentioned.name ?? mention['mentionText'],
        Text: mention['mentionText'],
      };
    }),
    Reactions: objectsIn(message['reactions']).map((reaction) => ({
      Type: reaction['reactionType'],
      Created: reaction['createdDateTime'],
      FromID: identityIn(reaction['user']).id,
    })),
    WebUrl: message['webUrl'],
  };
}

/** A message as a row for people: what it says and who said it, both of which may be hostile. */
export function messageRow(message: JsonObject, chatId: string): Record<string, unknown> {
  const { name, type } = identityIn(message['from']);
  const attached = objectsIn(message['attachments']).map(
    (attachment) => `[${textAt(attachment, 'name') ?? textAt(attachment, 'contentType') ?? 'attachment'}]`,
  );
  const said = isDeleted(message) ? '(deleted)' : [textOf(message), ...attached].filter(Boolean).join('\n');
  return {
    Body: shownText(said),
    Created: message['createdDateTime'],
    From: name === null ? name : shownText(type === 'user' ? name : `${name} (${type ?? ''})`),
    ID: message['id'],
    ChatID: chatId,
  };
}

/** One message in the context. `chatID` is the spelling that was declared for messages that are sent. */
export function sentMessageOutput(message: JsonObject, chatId: string): ContextOutput {
  return { ...MESSAGES, value: { ...messageContext(message, chatId), chatID: chatId } };
}
