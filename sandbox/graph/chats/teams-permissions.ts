import type { TeamsPermissions } from './teams-permission.js';

const readers = ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'];
const appReaders = ['Chat.ReadBasic.All', 'Chat.Read.All', 'Chat.ReadWrite.All'];

/** Graph: list chats, without naming a person. */
export const listOwnChats: TeamsPermissions = { delegated: readers, application: 'unsupported' };

/** Graph: list chats of a person, get chat. */
export const readChats: TeamsPermissions = { delegated: readers, application: appReaders };

/** Graph: create chat. */
export const createChat: TeamsPermissions = {
  delegated: ['Chat.Create', 'Chat.ReadWrite'],
  application: ['Chat.Create'],
};

/** Graph: update chat. */
export const updateChat: TeamsPermissions = {
  delegated: ['Chat.ReadWrite'],
  application: ['Chat.ReadWrite.All'],
};

/** Graph: list members of a chat, get conversationMember in a chat. */
export const readMembers: TeamsPermissions = {
  delegated: ['Chat.ReadBasic', 'ChatMember.Read', 'ChatMember.ReadWrite', 'Chat.Read', 'Chat.ReadWrite'],
  application: ['ChatMember.Read.All', 'ChatMember.ReadWrite.All', ...appReaders],
};

/** Graph: add member to a chat. */
export const addMember: TeamsPermissions = {
  delegated: ['ChatMember.ReadWrite', 'Chat.ReadWrite'],
  application: ['ChatMember.ReadWrite.All', 'Chat.ReadWrite.All'],
};

/** Graph: remove member from chat; unlike adding one, not with `Chat.ReadWrite`. */
export const removeMember: TeamsPermissions = {
  delegated: ['ChatMember.ReadWrite'],
  application: ['ChatMember.ReadWrite.All'],
};

/** Graph: list messages in a chat, get chatMessage in a chat. */
export const readMessages: TeamsPermissions = {
  delegated: ['Chat.Read', 'Chat.ReadWrite'],
  application: ['Chat.Read.All', 'Chat.ReadWrite.All'],
};

/** Graph: send message in a chat. */
export const sendMessage: TeamsPermissions = {
  delegated: ['ChatMessage.Send', 'Chat.ReadWrite', 'Group.ReadWrite.All'],
  application: 'imports',
};

/** Graph: update chatMessage, policyViolation of a message in a chat. */
export const markChatMessage: TeamsPermissions = {
  delegated: 'unsupported',
  application: ['Chat.UpdatePolicyViolation.All'],
};

/** Graph: update chatMessage, policyViolation of a message in a channel. */
export const markChannelMessage: TeamsPermissions = {
  delegated: 'unsupported',
  application: ['ChannelMessage.UpdatePolicyViolation.All'],
};
