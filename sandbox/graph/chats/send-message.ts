import { withMessage, type Draft } from '../../teams/happen.js';
import { senderOf } from '../../teams/participants.js';
import { answersTo } from '../../teams/reply-script.js';
import { contextUrl, type GraphReply } from '../request.js';
import { actorOf, openChat } from './access.js';
import { change, chatContext, type ChatRequest } from './chat-request.js';
import { readMessage } from './message-body.js';
import { showMessage } from './show-message.js';

/** Graph: send message in a chat: 201 with the whole message. Whoever answers it does so later. */
export async function sendMessage(request: ChatRequest): Promise<GraphReply> {
  const { now, replies, tenant } = request;
  const words = readMessage(request);
  const actor = actorOf(request);
  const draft: Draft = { ...words, from: actor ? senderOf(actor) : null };
  const { chat, message } = await change(request, (chats) => {
    const sent = withMessage(openChat(request, chats).chat, draft, now);
    const coming = answersTo(replies, sent.chat, sent.message, tenant, now);
    return { chat: { ...sent.chat, coming: [...sent.chat.coming, ...coming] }, result: sent };
  });
  return {
    status: 201,
    json: {
      '@odata.context': contextUrl(request, `${chatContext(chat)}/messages/$entity`),
      ...showMessage(chat, message, false),
    },
  };
}
