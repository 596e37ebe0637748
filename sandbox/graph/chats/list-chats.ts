import { memberOf, oldestFirst, type Chat } from '../../teams/chat.js';
import { parseFilter } from '../../odata/filter-parser.js';
import { contextUrl, type GraphReply } from '../request.js';
import { openChat, ownerOf } from './access.js';
import { checkChatFilter, matchesChat } from './chat-filter.js';
import type { ChatRequest } from './chat-request.js';
import { pageOf, teamsOptions } from './collection.js';
import { expansionContext, parseView, showChat } from './show-chat.js';
import { prefersAllEnums } from './show-message.js';

function lastMessageTime(chat: Chat): string {
  return oldestFirst(chat).at(-1)?.createdDateTime ?? chat.createdDateTime;
}

/** Any other order is ignored without a word. */
function sortTime(order: string | undefined): (chat: Chat) => string {
  const isByMessage = /^\s*lastMessagePreview\/createdDateTime\s+desc\s*$/i.test(order ?? '');
  return isByMessage ? lastMessageTime : (chat) => chat.lastUpdatedDateTime;
}

/**
 * Graph: list chats. A filter looks at the chats of one page at a time, so that a page may be short, or empty, and still
 * lead on.
 */
export function listChats(request: ChatRequest): GraphReply {
  const options = teamsOptions(request, ['$expand', '$filter', '$orderby', '$select', '$top']);
  const view = parseView(options, ['members', 'lastmessagepreview']);
  const filterText = options.get('$filter');
  const filter = filterText === undefined ? undefined : parseFilter(filterText);
  if (filter) checkChatFilter(filter);
  const owner = ownerOf(request);
  const timeOf = sortTime(options.get('$orderby'));
  const rankOf = (chat: Chat) => `${timeOf(chat)} ${chat.id}`;
  const ranked = request.chats
    .all()
    .filter((chat) => chat.chatType !== 'channel' && memberOf(chat, owner?.id))
    .map((chat) => ({ chat, rank: rankOf(chat) }))
    .sort((left, right) => (left.rank < right.rank ? 1 : -1));
  const page = pageOf(request, options, ranked, ({ rank }) => rank, { usual: 20, largest: 50 });
  const shown = page.items.filter(({ chat }) => !filter || matchesChat(filter, chat));
  return {
    status: 200,
    json: {
      '@odata.context': contextUrl(request, `chats${expansionContext(view)}`),
      '@odata.count': shown.length,
      ...page.link,
      value: shown.map(({ chat }) =>
        showChat(chat, view, memberOf(chat, request.caller.userId), prefersAllEnums(request)),
      ),
    },
  };
}

/** Graph: get chat. */
export function getChat(request: ChatRequest): GraphReply {
  const view = parseView(teamsOptions(request, ['$expand', '$select']), ['members']);
  const { chat } = openChat(request);
  const member = memberOf(chat, request.caller.userId);
  return {
    status: 200,
    json: {
      '@odata.context': contextUrl(request, `chats${expansionContext(view)}/$entity`),
      ...showChat(chat, view, member, prefersAllEnums(request)),
    },
  };
}
