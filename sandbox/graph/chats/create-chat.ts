import { randomUUID } from 'node:crypto';
import { memberOf, wholeHistory, type Chat, type Member } from '../../teams/chat.js';
import type { Chats } from '../../teams/chat-book.js';
import { withSystemEvent } from '../../teams/happen.js';
import { oneOnOneId, threadId } from '../../teams/participants.js';
import { isJsonObject, unreadableBody } from '../read-body.js';
import { contextUrl, type GraphReply } from '../request.js';
import { actorOf } from './access.js';
import { badChatRequest } from './chat-problem.js';
import { change, type ChatRequest } from './chat-request.js';
import { invitedMember, readInvitation, type Invitation } from './invited-member.js';
import { parseView, showChat } from './show-chat.js';
import { initiatorOf, mostMembers } from './roster.js';
import { readTopic } from './topic.js';

interface Wish {
  readonly isGroup: boolean;
  readonly topic: string | null;
  readonly invitations: readonly Invitation[];
}

function readWish(request: ChatRequest): Wish {
  const { body } = request;
  if (!isJsonObject(body)) throw unreadableBody();
  const chatType = body['chatType'];
  if (chatType !== 'oneOnOne' && chatType !== 'group') {
    throw badChatRequest(`Invalid chat type '${String(chatType)}': only oneOnOne and group can be created.`);
  }
  const isGroup = chatType === 'group';
  const given = body['topic'];
  if (!isGroup && given !== undefined && given !== null) {
    throw badChatRequest('Topic is not supported for chats of type oneOnOne.');
  }
  const members: unknown = body['members'];
  if (!Array.isArray(members)) throw badChatRequest('Members are required to create a chat.');
  const invitations = members.map((member: unknown) => readInvitation(member, request));
  if (!isGroup && invitations.length !== 2) {
    throw badChatRequest('A chat of type oneOnOne needs exactly two members.');
  }
  if (invitations.length > mostMembers) {
    throw badChatRequest(`A chat cannot have more than ${mostMembers} members.`);
  }
  return { isGroup, topic: readTopic(given), invitations };
}

function checkRoster(members: readonly Member[], isGroup: boolean, callerId: string | undefined): void {
  const ids = members.map(({ userId }) => userId);
  if (new Set(ids).size < ids.length) {
    throw badChatRequest(
      isGroup
        ? 'Duplicate chat members is specified in the request body.'
        : 'Cannot create one-on-one chat with duplicate members',
    );
  }
  if (callerId !== undefined && !ids.includes(callerId)) {
    throw badChatRequest('The caller has to be a member of the chat that is created.');
  }
}

function freshChat(request: ChatRequest, { isGroup, topic }: Wish, members: readonly Member[]): Chat {
  const createdDateTime = new Date(request.now).toISOString();
  const [first = '', second = ''] = members.map(({ userId }) => userId);
  const chat: Chat = {
    id: isGroup ? threadId(randomUUID()) : oneOnOneId(first, second),
    chatType: isGroup ? 'group' : 'oneOnOne',
    teamId: null,
    topic,
    createdDateTime,
    lastUpdatedDateTime: createdDateTime,
    members,
    messages: {},
    coming: [],
  };
  return withSystemEvent(
    chat,
    'membersAdded',
    {
      visibleHistoryStartDateTime: wholeHistory,
      members: members.map(({ userId }) => ({ id: userId, displayName: null })),
      initiator: initiatorOf(request),
    },
    request.now,
  );
}

/** Graph: create chat, `POST /chats`: 201 with the chat, also with one of two people that was there already. */
export async function createChat(request: ChatRequest): Promise<GraphReply> {
  const wish = readWish(request);
  const actor = actorOf(request);
  const members = wish.invitations.map((invitation) => invitedMember(invitation, request, wholeHistory));
  checkRoster(members, wish.isGroup, actor?.id);
  const made = await change(request, (chats: Chats) => {
    const fresh = freshChat(request, wish, members);
    const existing = chats.find(fresh.id);
    return existing ? { chat: undefined, result: existing } : { chat: fresh, result: fresh };
  });
  const member = memberOf(made, request.caller.userId);
  return {
    status: 201,
    json: {
      '@odata.context': contextUrl(request, 'chats/$entity'),
      ...showChat(made, parseView(new Map(), []), member, false),
    },
  };
}
