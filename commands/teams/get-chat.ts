import { defineCommand } from '../../integration/command.js';
import { path } from '../../integration/graph/path.js';
import { textAt } from '../../integration/json.js';
import { chatOutput, chatTable } from './chat-output.js';
import { userIdOf } from './chats-of.js';
import { findChat } from './find-chat.js';
import { onceKnown } from './new-chat.js';
import { shownLine } from './shown-text.js';

/** Shows one chat. Graph: GET /chats/{id}. Least permission: Chat.ReadBasic. */
export default defineCommand<'msgraph-teams-get-chat'>({
  permissions: {
    delegated: [['Chat.ReadBasic'], ['Chat.Read'], ['Chat.ReadWrite']],
    application: [['Chat.ReadBasic.All'], ['Chat.Read.All'], ['Chat.ReadWrite.All']],
  },
  effects: 'read',
  examples: [
    '!msgraph-teams-get-chat chat="Incident 4711 war room" expand=members',
    '!msgraph-teams-get-chat chat=noor@contoso.example',
  ],
  async run(args, context) {
    const id = await findChat(args, context);
    const { graph, run } = context;
    const { user_id: owner } = args;
    const address = owner === undefined ? path`chats/${id}` : path`users/${owner}/chats/${id}`;
    const chat = await onceKnown(id, run, () =>
      graph.get(address, { ...(args.expand && { expand: args.expand.join(',') }) }),
    );
    const userId = await userIdOf(owner, context);
    const subject = textAt(chat, 'topic');
    const title =
      subject === undefined
        ? 'The chat was found, without a subject'
        : `The chat was found, with subject: ${shownLine(subject)}`;
    return {
      table: chatTable(title, [chat], userId),
      outputs: [chatOutput(chat, userId)],
      raw: chat,
    };
  },
});
