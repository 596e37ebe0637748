import { defineCommand } from '../../integration/command.js';
import { textAt } from '../../integration/json.js';
import { memberContext, MEMBERS } from './chat-output.js';
import { findChat } from './find-chat.js';
import { membersOf } from './member.js';
import { onceKnown } from './new-chat.js';
import { shownText } from './shown-text.js';

/** Lists everybody in a chat. Graph: GET /chats/{id}/members. Least permission: Chat.ReadBasic. */
export default defineCommand<'msgraph-teams-list-members'>({
  permissions: {
    delegated: [['Chat.ReadBasic'], ['ChatMember.Read'], ['ChatMember.ReadWrite'], ['Chat.ReadWrite']],
    application: [
      ['ChatMember.Read.All'],
      ['ChatMember.ReadWrite.All'],
      ['Chat.ReadBasic.All'],
      ['Chat.ReadWrite.All'],
    ],
  },
  effects: 'read',
  examples: ['!msgraph-teams-list-members chat="Incident 4711 war room"'],
  async run(args, context) {
    const id = await findChat(args, context);
    const { user_id: owner } = args;
    const members = await onceKnown(id, context.run, () => membersOf(id, context.graph, owner));
    if (members.length === 0) return { text: '### No members were found', outputs: [], raw: members };
    return {
      table: {
        title: `Total of ${members.length} members found`,
        columns: ['Name', 'HistoryStartTime', 'ID', 'ChatID'],
        rows: members.map((member) => ({
          Name: shownText(textAt(member, 'displayName') ?? ''),
          HistoryStartTime: member['visibleHistoryStartDateTime'],
          ID: member['id'],
          ChatID: id,
          Email: shownText(textAt(member, 'email') ?? ''),
          Roles: member['roles'],
          UserID: member['userId'],
        })),
      },
      outputs: [{ ...MEMBERS, value: members.map((member) => ({ ...memberContext(member), ChatID: id })) }],
      raw: members,
    };
  },
});
