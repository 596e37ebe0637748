import { type CommandArguments } from '../../generated/arguments.js';
import { type CommandContext, defineCommand } from '../../integration/command.js';
import { type JsonObject } from '../../integration/json.js';
import { composeMessage } from './compose.js';
import { lookForChat } from './find-chat.js';
import { makeChat } from './make-chat.js';
import { mentionedIn } from './member.js';
import { MESSAGE_COLUMNS, messageRow, sentMessageOutput } from './message-output.js';
import { sendToChat } from './send.js';

/** Sends a message as the person who signed in. Graph: POST /chats/{id}/messages. Least permission: ChatMessage.Send. */
export default defineCommand<'msgraph-teams-send-message'>({
  permissions: { delegated: [['ChatMessage.Send'], ['Chat.ReadWrite']], application: [] },
  effects: 'write',
  examples: [
    '!msgraph-teams-send-message chat=noor@contoso.example body="<b>4711</b> is closed"',
    '!msgraph-teams-send-message chat="Incident 4711 war room" content_type=markdown body="**Please look**, @tomas@contoso.example" mentions=tomas@contoso.example importance=high',
    '!msgraph-teams-send-message chat="Incident 4711 war room" card=`{"type":"AdaptiveCard","version":"1.4","body":[{"type":"TextBlock","text":"4711 is closed"}]}`',
  ],
  async run(args, context) {
    // What cannot be sent is refused before a chat is looked for, or made.
    const plain = await composeMessage(args);
    const chatId = await chatFor(args, context);
    const names = args.mentions ?? [];
    const message: JsonObject =
      names.length === 0 ? plain : await composeMessage(args, await mentionedIn(chatId, names, context));
    const sent = await sendToChat(chatId, message, context);
    return {
      table: { title: 'The message was send', columns: MESSAGE_COLUMNS, rows: [messageRow(sent, chatId)] },
      outputs: [sentMessageOutput(sent, chatId)],
      raw: sent,
    };
  },
});

/** Only sending and creating may make a chat: one of two with the person named, which is the one that is there already. */
async function chatFor(
  args: CommandArguments['msgraph-teams-send-message'],
  context: CommandContext,
): Promise<string> {
  const found = await lookForChat(args, context);
  if (typeof found === 'string') return found;
  return (await makeChat({ type: 'oneOnOne', members: [found.person] }, context)).id;
}
