import { type CommandArguments } from '../../generated/arguments.js';
import { defineCommand } from '../../integration/command.js';
import { collect } from '../../integration/graph/collect.js';
import { chatContext, CHATS, chatTable } from './chat-output.js';
import { chatsOf, userIdOf } from './chats-of.js';
import { nextPageOutput } from '../users/paging.js';
import { listTitle } from './list-title.js';
import { odataOptions } from './odata-options.js';

/** Most chats of one run, and of one page (Graph: list chats). */
const MOST_CHATS = 1000;
const LARGEST_PAGE = 50;

/** Lists the chats of a person. Graph: GET /users/{id}/chats. Least permission: Chat.ReadBasic. */
export default defineCommand<'msgraph-teams-list-chats'>({
  permissions: {
    delegated: [['Chat.ReadBasic'], ['Chat.Read'], ['Chat.ReadWrite']],
    application: [['Chat.ReadBasic.All'], ['Chat.Read.All'], ['Chat.ReadWrite.All']],
  },
  effects: 'read',
  examples: [
    '!msgraph-teams-list-chats',
    '!msgraph-teams-list-chats limit=2',
    `!msgraph-teams-list-chats filter="chatType eq 'group'" expand=members,lastMessagePreview`,
    '!msgraph-teams-list-chats order_by="lastMessagePreview/createdDateTime desc" expand=lastMessagePreview limit=5',
  ],
  async run(args, context) {
    const { chats } = await chatsOf(args.user_id, context);
    const { top, ...query } = queryOf(args);
    const pageSize = args.page_size ?? top;
    const found = await collect(context.graph, chats, query, {
      limit: args.all_results ? MOST_CHATS : args.limit,
      largestPage: LARGEST_PAGE,
      ...(pageSize !== undefined && { pageSize }),
      ...(args.next_page !== undefined && { from: args.next_page }),
    });
    const userId = await userIdOf(args.user_id, context);
    const next = nextPageOutput(CHATS.prefix, found, args.next_page);
    if (found.items.length === 0) return { text: '### No chats were found', outputs: next, raw: found.items };
    return {
      table: chatTable(listTitle(found.items.length, 'chats', found), found.items, userId),
      outputs: [{ ...CHATS, value: found.items.map((chat) => chatContext(chat, userId)) }, ...next],
      raw: found.items,
    };
  },
});

/** Arguments of their own go before what `odata` says. */
function queryOf(args: CommandArguments['msgraph-teams-list-chats']) {
  return {
    ...odataOptions(args.odata ?? '', LARGEST_PAGE),
    ...(args.filter !== undefined && { filter: args.filter }),
    ...(args.expand !== undefined && { expand: args.expand.join(',') }),
    ...(args.order_by !== undefined && { orderby: args.order_by }),
  };
}
