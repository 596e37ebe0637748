import { type CommandContext, defineCommand } from '../../integration/command.js';
import { errorText } from '../../integration/dispatcher/error-text.js';
import { ArgumentError } from '../../integration/errors.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { type ContextOutput } from '../../integration/results/command-result.js';
import { type Entry } from '../../integration/results/entry.js';
import { errorEntry } from '../../integration/results/raw-entry.js';
import { teamsActions } from './action-output.js';
import { chatOutput, chatTable } from './chat-output.js';
import { isForUser, userIdOf } from './chats-of.js';
import { composeMessage } from './compose.js';
import { type MadeChat, makeChat } from './make-chat.js';
import { sentMessageOutput } from './message-output.js';
import { inWords, unreadPeople } from './person.js';
import { sendToChat } from './send.js';
import { shownLine } from './shown-text.js';
import { checkTopic } from './topic.js';

const NAME = 'msgraph-teams-create-chat';

/** Makes a group chat, or a chat of two, which may be there already. Graph: POST /chats. Least permission: Chat.Create. */
export default defineCommand<typeof NAME>({
  permissions: { delegated: [['Chat.Create'], ['Chat.ReadWrite']], application: [['Chat.Create']] },
  effects: 'write',
  examples: [
    `!${NAME} subject="INC-4712" members=tomas@contoso.example,mia_fabrikam.example#EXT#@contoso.example message="<b>INC-4712</b> is here"`,
    `!${NAME} type=oneOnOne members=ingrid@contoso.example reason="Needs to know"`,
  ],
  async run(args, context) {
    const isGroup = args.type === 'group';
    const { subject, message } = args;
    if (isGroup && subject !== undefined) checkTopic(subject);
    const draft = message === undefined ? undefined : await composeMessage({ body: message });
    if (draft && !(await isForUser(context))) throw onlyPeopleSend();
    const made = await makeChat({ ...args, subject: isGroup ? subject : undefined }, context);
    const first = draft && (await firstMessage(made.id, draft, context));
    const userId = await userIdOf(args.user_id, context);
    return {
      table: chatTable(titleOf(made), [made.chat], userId),
      outputs: [
        chatOutput(made.chat, userId),
        teamsActions([
          {
            ID: made.id,
            Action: 'create-chat',
            Existing: made.isExisting ?? null,
            Type: args.type,
            Members: made.people.map(({ id, typed, name, isGuest, isKnown }) => ({
              UserID: id,
              User: typed,
              Name: isKnown ? name : null,
              Role: isGuest ? 'guest' : 'owner',
            })),
          },
        ]),
        ...(first?.outputs ?? []),
      ],
      raw: made.chat,
      warnings: warningsFor(made, !isGroup && subject !== undefined),
      also: first?.entries ?? [],
    };
  },
});

function onlyPeopleSend(): ArgumentError {
  return new ArgumentError(
    'message works for a signed-in user only: Graph lets no application send messages.',
    'Nothing was made. Leave message away, or use an instance with auth_type=user_auth_flow.',
  );
}

/** The chat is there whatever becomes of its first message. */
async function firstMessage(
  chatId: string,
  message: JsonObject,
  context: CommandContext,
): Promise<{ readonly outputs: readonly ContextOutput[]; readonly entries: readonly Entry[] }> {
  try {
    const sent = await sendToChat(chatId, message, context);
    return { outputs: [sentMessageOutput(sent, chatId)], entries: [] };
  } catch (error) {
    const text = `The chat ${chatId} is there, and its first message was not sent:\n${errorText(NAME, error)}`;
    return { outputs: [], entries: [errorEntry(text)] };
  }
}

function titleOf({ chat, people, isExisting }: MadeChat): string {
  const subject = textAt(chat, 'topic');
  if (subject !== undefined) return `The chat was created with subject: ${shownLine(subject)}`;
  if (chat['chatType'] !== 'oneOnOne') return 'The chat was created without a subject';
  const other = people[1] ? shownLine(inWords(people[1])) : '';
  if (isExisting === undefined) return `There is a chat with ${other}`;
  return isExisting ? `The chat with ${other} was there already` : `The chat with ${other} was created`;
}

function warningsFor({ people, isExisting }: MadeChat, hasIgnoredSubject: boolean): readonly string[] {
  const unread = people.filter(({ isKnown }) => !isKnown).map(({ typed }) => typed);
  return [
    ...(hasIgnoredSubject ? ['A chat of two has no subject: it was left out.'] : []),
    ...(isExisting === undefined
      ? ['Whether the chat is new or was there before cannot be told from its age.']
      : []),
    ...(unread.length > 0 ? [unreadPeople(unread)] : []),
  ];
}
