import { isDeleted, textOf } from '../../commands/teams/message-output.js';
import { identityIn, objectsIn } from '../../commands/teams/identity.js';
import { shownLine, shownText } from '../../commands/teams/shown-text.js';
import { type JsonObject, textAt } from '../../integration/json.js';

/** A new message, as a platform takes it (`createIncidents`). */
export interface ChatIncident {
  readonly name: string;
  /** When the message was written (ISO 8601, UTC). */
  readonly occurred: string;
  /** The message as Graph has it (Graph: chatMessage resource type), as JSON. */
  readonly rawJSON: string;
  /** Chat ID, `/`, message ID: the same message never has another one, and no other message has the same. */
  readonly dbotMirrorId: string;
  /** What the message says, for people. */
  readonly details: string;
}

/** Longest part of a message in the name of its incident, in characters. */
const NAME_LENGTH = 80;

/**
 * The incident of a message. Name and details are Markdown that shows the words as they are: hostile text makes no markup
 * there, and no link.
 */
export function incidentOf(message: JsonObject, chatId: string): ChatIncident {
  const { name, type } = identityIn(message['from']);
  const attached = objectsIn(message['attachments']).map(
    (attachment) => `[${textAt(attachment, 'name') ?? textAt(attachment, 'contentType') ?? 'attachment'}]`,
  );
  const said = isDeleted(message) ? '(deleted)' : [textOf(message), ...attached].filter(Boolean).join('\n');
  const who = `${name ?? 'somebody'}${type === null || type === 'user' ? '' : ` (${type})`}`;
  return {
    name: shownLine(`Teams message from ${who}: ${beginningOf(said)}`),
    occurred: new Date(createdOn(message)).toISOString(),
    rawJSON: JSON.stringify({ ...message, chatId }),
    dbotMirrorId: `${chatId}/${textAt(message, 'id') ?? ''}`,
    details: shownText(said),
  };
}

/** When a message was written, in milliseconds since 1970; NaN where it does not say. */
export function createdOn(message: JsonObject): number {
  return Date.parse(textAt(message, 'createdDateTime') ?? '');
}

function beginningOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= NAME_LENGTH) return line;
  // Not through the middle of a character.
  return `${line.slice(0, NAME_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
