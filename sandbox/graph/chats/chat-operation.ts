/** What can be asked of chats. */
export type ChatOperation =
  | 'addMember'
  | 'createChat'
  | 'getChat'
  | 'getMember'
  | 'getMessage'
  | 'listChats'
  | 'listMembers'
  | 'listMessages'
  | 'markMessage'
  | 'removeMember'
  | 'sendMessage'
  | 'updateChat';
