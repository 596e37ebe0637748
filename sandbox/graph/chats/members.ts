import { memberOf, type Chat, type Member } from '../../teams/chat.js';
import { withSystemEvent } from '../../teams/happen.js';
import { GraphProblem } from '../problem.js';
import { contextUrl, type GraphReply } from '../request.js';
import { openChat } from './access.js';
import { aclCheckFailed, badChatRequest, chatNotFound } from './chat-problem.js';
import { change, chatContext, keyOf, type ChatRequest } from './chat-request.js';
import { pageOf, teamsOptions } from './collection.js';
import { invitedMember, readInvitation } from './invited-member.js';
import { checkRosterIsOpen, initiatorOf, mostMembers } from './roster.js';
import { membershipId, showMember } from './show-member.js';

/** Graph: list members of a chat. */
export function listMembers(request: ChatRequest): GraphReply {
  const options = teamsOptions(request, ['$top']);
  const { chat } = openChat(request);
  const ranked = chat.members.map((member, index) => ({ member, rank: String(9999 - index) }));
  const page = pageOf(request, options, ranked, ({ rank }) => rank, { usual: 100, largest: 999 });
  return {
    status: 200,
    json: {
      '@odata.context': contextUrl(request, `${chatContext(chat)}/members`),
      '@odata.count': page.items.length,
      ...page.link,
      value: page.items.map(({ member }) => showMember(chat, member)),
    },
  };
}

function membershipIn(chat: Chat, request: ChatRequest): Member {
  const id = keyOf(request, 'member');
  const member = chat.members.find((candidate) => membershipId(chat, candidate) === id);
  if (!member) throw chatNotFound();
  return member;
}

/** Graph: get conversationMember in a chat. */
export function getMember(request: ChatRequest): GraphReply {
  teamsOptions(request, []);
  const { chat } = openChat(request);
  return {
    status: 200,
    json: {
      '@odata.context': contextUrl(request, `${chatContext(chat)}/members/$entity`),
      ...showMember(chat, membershipIn(chat, request)),
    },
  };
}

function withRoster(
  request: ChatRequest,
  chat: Chat,
  members: readonly Member[],
  event: object,
  type: string,
): Chat {
  const lastUpdatedDateTime = new Date(request.now).toISOString();
  const detail = { ...event, initiator: initiatorOf(request) };
  return withSystemEvent({ ...chat, members, lastUpdatedDateTime }, type, detail, request.now);
}

/** Graph: add member to a chat: 201 without a body; where the membership is stands in `Location` only. */
export async function addMember(request: ChatRequest): Promise<GraphReply> {
  const invitation = readInvitation(request.body, request);
  const location = await change(request, (chats) => {
    const { chat } = openChat(request, chats);
    checkRosterIsOpen(chat);
    const member = invitedMember(invitation, request, new Date(request.now).toISOString());
    if (memberOf(chat, member.userId)) {
      throw new GraphProblem(409, 'Conflict', 'The user is already a member of the chat.');
    }
    if (chat.members.length >= mostMembers) {
      throw badChatRequest(`A chat cannot have more than ${mostMembers} members.`);
    }
    const event = {
      visibleHistoryStartDateTime: member.visibleHistoryStartDateTime,
      members: [{ id: member.userId, displayName: null }],
    };
    return {
      chat: withRoster(request, chat, [...chat.members, member], event, 'membersAdded'),
      result: `/chats/${chat.id}/members/${membershipId(chat, member)}`,
    };
  });
  return { status: 201, headers: { location } };
}

/** Graph: remove member from chat: 204. Guests cannot remove others. */
export async function removeMember(request: ChatRequest): Promise<GraphReply> {
  await change(request, (chats) => {
    const { chat } = openChat(request, chats);
    checkRosterIsOpen(chat);
    const leaver = membershipIn(chat, request);
    const actor = memberOf(chat, request.caller.userId);
    if (actor?.role === 'guest' && actor.userId !== leaver.userId) {
      throw aclCheckFailed(`The initiator 8:orgid:${actor.userId} is a guest`);
    }
    const members = chat.members.filter(({ userId }) => userId !== leaver.userId);
    const event = { members: [{ id: leaver.userId, displayName: null }] };
    return { chat: withRoster(request, chat, members, event, 'membersDeleted'), result: true };
  });
  return { status: 204 };
}
