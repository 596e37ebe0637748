import type { GraphReply } from '../request.js';
import type { ChatOperation } from './chat-operation.js';
import type { ChatHandler, ChatRequest } from './chat-request.js';
import { createChat } from './create-chat.js';
import { getChat, listChats } from './list-chats.js';
import { addMember, getMember, listMembers, removeMember } from './members.js';
import { getMessage, listMessages } from './messages.js';
import { markMessage } from './policy-violation.js';
import { sendMessage } from './send-message.js';
import { updateChat } from './update-chat.js';

const handlers: Readonly<Record<ChatOperation, ChatHandler>> = {
  addMember,
  createChat,
  getChat,
  getMember,
  getMessage,
  listChats,
  listMembers,
  listMessages,
  markMessage,
  removeMember,
  sendMessage,
  updateChat,
};

/**
 * Answers a call about chats.
 *
 * @throws GraphProblem for whatever Teams would refuse.
 */
export async function answerChat(operation: ChatOperation, request: ChatRequest): Promise<GraphReply> {
  return handlers[operation](request);
}
