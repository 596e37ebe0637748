import { oldestFirst, type Chat, type Member, type Message } from '../../teams/chat.js';
import { contextUrl, type GraphReply } from '../request.js';
import { openChat } from './access.js';
import { chatNotFound } from './chat-problem.js';
import { chatContext, keyOf, type ChatRequest } from './chat-request.js';
import { pageOf, teamsOptions } from './collection.js';
import { readMessageQuery } from './message-query.js';
import { prefersAllEnums, showMessage } from './show-message.js';

/** What somebody sees of a chat: what was said since they may read. An application sees everything. */
function isVisible({ createdDateTime }: Message, member: Member | undefined): boolean {
  return (
    member === undefined || Date.parse(createdDateTime) >= Date.parse(member.visibleHistoryStartDateTime)
  );
}

/** Graph: list messages in a chat. What was deleted stays, as do system events. */
export function listMessages(request: ChatRequest): GraphReply {
  const options = teamsOptions(request, ['$filter', '$orderby', '$top']);
  const { property, matches } = readMessageQuery(options);
  const { chat, member } = openChat(request);
  const ranked = oldestFirst(chat)
    .filter((message) => isVisible(message, member) && matches(message))
    .map((message) => ({ message, rank: `${message[property]} ${message.id}` }))
    .sort((left, right) => (left.rank < right.rank ? 1 : -1));
  const page = pageOf(request, options, ranked, ({ rank }) => rank, { usual: 20, largest: 50 });
  const hasPreferredEnums = prefersAllEnums(request);
  return {
    status: 200,
    json: {
      '@odata.context': contextUrl(request, `${chatContext(chat)}/messages`),
      '@odata.count': page.items.length,
      ...page.link,
      value: page.items.map(({ message }) => showMessage(chat, message, hasPreferredEnums)),
    },
  };
}

/**
 * @param id ID of a message.
 * @throws GraphProblem 404 where the chat has none of that ID.
 */
export function messageIn(chat: Chat, id: string): Message {
  const message = Object.hasOwn(chat.messages, id) ? chat.messages[id] : undefined;
  if (!message) throw chatNotFound();
  return message;
}

/** Graph: get chatMessage in a chat. */
export function getMessage(request: ChatRequest): GraphReply {
  teamsOptions(request, []);
  const { chat, member } = openChat(request);
  const message = messageIn(chat, keyOf(request, 'message'));
  if (!isVisible(message, member)) throw chatNotFound();
  return {
    status: 200,
    json: {
      '@odata.context': contextUrl(request, `${chatContext(chat)}/messages/$entity`),
      ...showMessage(chat, message, prefersAllEnums(request)),
    },
  };
}
