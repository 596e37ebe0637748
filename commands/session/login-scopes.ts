/** Every permission that the app registration lists. */
export const allRegistered = ['.default'];

/** What the chat commands need of a signed-in user, and the own profile to tell who it is. */
export const forChats = [
  'Chat.Create',
  'Chat.Read',
  'Chat.ReadBasic',
  'Chat.ReadWrite',
  'ChatMember.Read',
  'ChatMember.ReadWrite',
  'ChatMessage.Read',
  'ChatMessage.Send',
  'User.Read',
];
