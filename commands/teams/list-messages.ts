import { type CommandArguments } from '../../generated/arguments.js';
import { defineCommand } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { MOMENT_FORMS, parseMoment } from '../../integration/moment.js';
import { findChat } from './find-chat.js';
import { MESSAGE_COLUMNS, messageContext, messageRow, MESSAGES } from './message-output.js';
import { onceKnown } from './new-chat.js';
import { nextPageOutput } from '../users/paging.js';
import { listTitle } from './list-title.js';
import { readMessages } from './read-messages.js';

/** Most messages of one run. */
const MOST_MESSAGES = 10_000;

/** Lists the newest messages of a chat. Graph: GET /chats/{id}/messages. Least permission: Chat.Read. */
export default defineCommand<'msgraph-teams-list-messages'>({
  permissions: {
    delegated: [['Chat.Read'], ['Chat.ReadWrite']],
    application: [['Chat.Read.All'], ['Chat.ReadWrite.All']],
  },
  effects: 'read',
  examples: [
    '!msgraph-teams-list-messages chat="Incident 4711 war room" include_system_events=true',
    '!msgraph-teams-list-messages chat=noor@contoso.example limit=2',
    '!msgraph-teams-list-messages chat=noor@contoso.example since=2026-02-16T08:02:00Z until=2026-02-16T08:30:00Z order_by=lastModifiedDateTime',
    '!msgraph-teams-list-messages chat=george@contoso.example include_deleted=true',
  ],
  async run(args, context) {
    const { graph, run } = context;
    const now = run.clock.now();
    const since = momentOf('since', args.since, now);
    const until = momentOf('until', args.until, now);
    if (since !== undefined && until !== undefined && since >= until) {
      throw new ArgumentError('since has to be before until.', 'Nothing was sent.');
    }
    const chatId = await findChat(args, context);
    const { order_by: order } = args;
    const found = await onceKnown(chatId, run, () =>
      readMessages(
        chatId,
        {
          limit: args.all_results ? MOST_MESSAGES : args.limit,
          order,
          since,
          until,
          hasSystemEvents: args.include_system_events,
          hasDeleted: args.include_deleted,
          pageSize: args.page_size,
          from: args.next_page,
        },
        graph,
      ),
    );
    const next = nextPageOutput(MESSAGES.prefix, found, args.next_page);
    if (found.items.length === 0)
      return { text: '### No messages were found', outputs: next, raw: found.items };
    return {
      table: {
        title: listTitle(found.items.length, 'messages', found),
        metadata:
          order === 'createdDateTime'
            ? 'Newest first.'
            : 'Last changed first: an edit or a reaction is a change.',
        columns: MESSAGE_COLUMNS,
        rows: found.items.map((message) => messageRow(message, chatId)),
      },
      outputs: [
        { ...MESSAGES, value: found.items.map((message) => messageContext(message, chatId)) },
        ...next,
      ],
      raw: found.items,
    };
  },
});

type MomentArgument = Extract<keyof CommandArguments['msgraph-teams-list-messages'], 'since' | 'until'>;

function momentOf(name: MomentArgument, text: string | undefined, now: number): number | undefined {
  const moment = text === undefined ? undefined : parseMoment(text, now);
  if (text === undefined || moment !== undefined) return moment;
  throw new ArgumentError(
    `${name}=${JSON.stringify(text)} is not allowed. Allowed: ${MOMENT_FORMS}.`,
    'Nothing was sent.',
  );
}
