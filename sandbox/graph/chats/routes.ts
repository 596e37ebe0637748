import type { ChatOperation } from './chat-operation.js';
import * as permissions from './teams-permissions.js';
import type { TeamsPermissions } from './teams-permission.js';

/** One method on one path of Teams. */
export interface ChatRoute {
  readonly method: string;
  readonly path: readonly string[];
  readonly permissions: TeamsPermissions;
  readonly chat: ChatOperation;
}

const chat = ['chats', '{chat}'];
const ownChats = ['users', '{id}', 'chats'];
const channelMessage = ['teams', '{team}', 'channels', '{channel}', 'messages', '{message}'];

/** A reading route, below `/chats` and below `/users/{id}/chats`. */
function reading(path: readonly string[], route: Pick<ChatRoute, 'permissions' | 'chat'>): ChatRoute[] {
  return [
    { method: 'GET', path: ['chats', ...path], ...route },
    { method: 'GET', path: [...ownChats, ...path], ...route },
  ];
}

/** Everything the sandbox answers about chats, and about messages in channels. */
export const chatRoutes: readonly ChatRoute[] = [
  { method: 'GET', path: ['chats'], permissions: permissions.listOwnChats, chat: 'listChats' },
  { method: 'GET', path: ownChats, permissions: permissions.readChats, chat: 'listChats' },
  { method: 'POST', path: ['chats'], permissions: permissions.createChat, chat: 'createChat' },
  ...reading(['{chat}'], { permissions: permissions.readChats, chat: 'getChat' }),
  { method: 'PATCH', path: chat, permissions: permissions.updateChat, chat: 'updateChat' },
  ...reading(['{chat}', 'members'], { permissions: permissions.readMembers, chat: 'listMembers' }),
  ...reading(['{chat}', 'members', '{member}'], { permissions: permissions.readMembers, chat: 'getMember' }),
  { method: 'POST', path: [...chat, 'members'], permissions: permissions.addMember, chat: 'addMember' },
  {
    method: 'DELETE',
    path: [...chat, 'members', '{member}'],
    permissions: permissions.removeMember,
    chat: 'removeMember',
  },
  ...reading(['{chat}', 'messages'], { permissions: permissions.readMessages, chat: 'listMessages' }),
  ...reading(['{chat}', 'messages', '{message}'], {
    permissions: permissions.readMessages,
    chat: 'getMessage',
  }),
  { method: 'POST', path: [...chat, 'messages'], permissions: permissions.sendMessage, chat: 'sendMessage' },
  {
    method: 'PATCH',
    path: [...chat, 'messages', '{message}'],
    permissions: permissions.markChatMessage,
    chat: 'markMessage',
  },
  {
    method: 'PATCH',
    path: channelMessage,
    permissions: permissions.markChannelMessage,
    chat: 'markMessage',
  },
  {
    method: 'PATCH',
    path: [...channelMessage, 'replies', '{reply}'],
    permissions: permissions.markChannelMessage,
    chat: 'markMessage',
  },
];
