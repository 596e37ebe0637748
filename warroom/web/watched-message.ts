import { MESSAGE_COLUMNS, messageRow } from '../../commands/teams/message-output.js';
import { type JsonObject } from '../../integration/json.js';
import { toEntries } from '../../integration/results/command-result.js';
import { type Entry } from '../../integration/results/entry.js';

/** A new message of a chat that an instance watches. */
export interface WatchedMessage {
  readonly instance: string;
  readonly chatId: string;
  /** As Graph has it. */
  readonly message: JsonObject;
}

/** The message as `msgraph-teams-list-messages` shows one. It writes nothing to the context: nobody asked for it. */
export function messageEntries({ chatId, message }: WatchedMessage): readonly Entry[] {
  const rows = [messageRow(message, chatId)];
  return toEntries({ table: { title: 'New message', columns: MESSAGE_COLUMNS, rows }, raw: message });
}
