import { memberOf } from '../../teams/chat.js';
import { withSystemEvent } from '../../teams/happen.js';
import { isJsonObject, unreadableBody } from '../read-body.js';
import { contextUrl, type GraphReply } from '../request.js';
import { openChat } from './access.js';
import { badChatRequest } from './chat-problem.js';
import { change, type ChatRequest } from './chat-request.js';
import { initiatorOf } from './roster.js';
import { parseView, showChat } from './show-chat.js';
import { readTopic } from './topic.js';

/** Graph: update chat, `PATCH /chats/{id}`: 200 with the chat. Only group chats have a name. */
export async function updateChat(request: ChatRequest): Promise<GraphReply> {
  const { body, now } = request;
  if (!isJsonObject(body)) throw unreadableBody();
  const names = Object.keys(body).filter((name) => !name.startsWith('@'));
  if (names.length !== 1 || names[0] !== 'topic')
    throw badChatRequest('Only the topic of a chat can be updated.');
  const topic = readTopic(body['topic']);
  const chat = await change(request, (chats) => {
    const found = openChat(request, chats).chat;
    if (found.chatType !== 'group') {
      throw badChatRequest(`Topic cannot be updated for chats of type ${found.chatType}.`);
    }
    const renamed = withSystemEvent(
      { ...found, topic, lastUpdatedDateTime: new Date(now).toISOString() },
      'chatRenamed',
      { chatId: found.id, chatDisplayName: topic, initiator: initiatorOf(request) },
      now,
    );
    return { chat: renamed, result: renamed };
  });
  return {
    status: 200,
    json: {
      '@odata.context': contextUrl(request, 'chats/$entity'),
      ...showChat(chat, parseView(new Map(), []), memberOf(chat, request.caller.userId), false),
    },
  };
}
