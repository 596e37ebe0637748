import { defineCommand } from '../../integration/command.js';
import { path } from '../../integration/graph/path.js';
import { findChat } from './find-chat.js';
import { MESSAGE_COLUMNS, messageContext, messageRow, MESSAGES } from './message-output.js';
import { onceKnown } from './new-chat.js';

/** Shows one message of a chat. Graph: GET /chats/{id}/messages/{id}. Least permission: Chat.Read. */
export default defineCommand<'msgraph-teams-get-message'>({
  permissions: {
    delegated: [['Chat.Read'], ['Chat.ReadWrite']],
    application: [['Chat.Read.All'], ['Chat.ReadWrite.All']],
  },
  effects: 'read',
  examples: [
    '!msgraph-teams-get-message chat=noor@contoso.example message_id=1771229040651',
    '!msgraph-teams-get-message chat="Incident 4711 war room" message_id=1771240920651',
  ],
  async run(args, context) {
    const chatId = await findChat(args, context);
    const { message_id: id } = args;
    const message = await onceKnown(
      chatId,
      context.run,
      () => context.graph.get(path`chats/${chatId}/messages/${id}`),
      { kind: 'Message', id, listedBy: 'msgraph-teams-list-messages' },
    );
    return {
      table: {
        title: 'The message was found',
        columns: MESSAGE_COLUMNS,
        rows: [messageRow(message, chatId)],
      },
      outputs: [{ ...MESSAGES, value: messageContext(message, chatId) }],
      raw: message,
    };
  },
});
