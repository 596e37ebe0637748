import { ArgumentError } from '../../integration/errors.js';
import { type JsonObject } from '../../integration/json.js';
import { ADAPTIVE_CARD, checkCard } from './card.js';
import { escapeHtml } from './html-tokens.js';
import { type MentionedPerson, mentionsOf, withMarkers, withPlaces } from './mention-markers.js';
import { outgoingHtml } from './outgoing-html.js';

/** A message as it is asked for. */
export interface Draft {
  readonly body?: string | undefined;
  /** What the body is written in; HTML by default. */
  readonly content_type?: 'html' | 'text' | 'markdown' | undefined;
  readonly subject?: string | undefined;
  readonly importance?: string | undefined;
  /** An adaptive card. */
  readonly card?: JsonObject | undefined;
  /** Whether HTML is sent as it is, unchecked. */
  readonly allow_html?: boolean | undefined;
}

/** Body and cards together, in bytes (Teams: limits of messages). */
const LARGEST_MESSAGE = 28 * 1024;

const CARD_ID = 'card';

/**
 * The body of a request that sends a message (Graph: send chatMessage). Everything is checked here, before anything is sent.
 * @throws ArgumentError for an empty or too large message, HTML that may not be sent, or a card that cannot be drawn.
 */
export async function composeMessage(
  draft: Draft,
  people: readonly MentionedPerson[] = [],
): Promise<JsonObject> {
  const { body = '', content_type: type = 'html', subject, importance, card } = draft;
  if (body.trim() === '' && !card) {
    throw new ArgumentError('The message is empty.', 'Nothing was sent. Give body, card, or both.');
  }
  if (card) checkCard(card);
  const isPlain = type === 'text' && people.length === 0 && !card;
  const marker = card ? `<attachment id="${CARD_ID}"></attachment>` : '';
  const content = isPlain
    ? body
    : withMarkers(await asHtml(withPlaces(body, people), draft), people) + marker;
  const attachments = card
    ? [{ id: CARD_ID, contentType: ADAPTIVE_CARD, contentUrl: null, content: JSON.stringify(card) }]
    : [];
  const message: JsonObject = {
    body: { contentType: isPlain ? 'text' : 'html', content },
    ...(attachments.length > 0 && { attachments }),
    ...(people.length > 0 && { mentions: mentionsOf(people) }),
    ...(importance !== undefined && { importance }),
    ...(subject !== undefined && { subject }),
  };
  const size = Buffer.byteLength(JSON.stringify({ body: message['body'], attachments }));
  if (size <= LARGEST_MESSAGE) return message;
  throw new ArgumentError(
    `The message has ${size} bytes, and Teams takes ${LARGEST_MESSAGE}.`,
    'Nothing was sent. Shorten it, or send a link to the whole text.',
  );
}

async function asHtml(body: string, { content_type: type, allow_html: isTrusted }: Draft): Promise<string> {
  if (type === 'text') return escapeHtml(body).replaceAll(/\r\n|\r|\n/g, '<br>');
  if (type === 'markdown') return outgoingHtml(await markdownToHtml(body));
  return isTrusted ? body : outgoingHtml(body);
}

/** Markup of its own stays text: whoever writes Markdown means the signs that are there. */
async function markdownToHtml(markdown: string): Promise<string> {
  const { Marked } = await import('marked');
  const marked = new Marked({
    gfm: true,
    breaks: true,
    renderer: {
      html: ({ text }) => escapeHtml(text),
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    },
  });
  return (await marked.parse(markdown)).trim();
}
