import { defineCommand } from '../../integration/command.js';
import { path } from '../../integration/graph/path.js';
import { textAt } from '../../integration/json.js';
import { teamsActions } from './action-output.js';
import { findChat } from './find-chat.js';
import { explainedRefusal } from './invitation.js';
import { memberNamed, membersOf } from './member.js';
import { onceKnown } from './new-chat.js';
import { checkRosterIsOpen } from './roster.js';
import { shownLine } from './shown-text.js';

/** Removes a person from a group chat. Graph: DELETE /chats/{id}/members/{id}. Least permission: ChatMember.ReadWrite. */
export default defineCommand<'msgraph-teams-remove-member'>({
  permissions: { delegated: [['ChatMember.ReadWrite']], application: [['ChatMember.ReadWrite.All']] },
  effects: 'write',
  examples: [
    `!msgraph-teams-remove-member chat="Incident 4711 war room" user_id=mia@fabrikam.example reason="Not needed"`,
  ],
  async run(args, context) {
    const { graph, run } = context;
    const { chat_id: id, chat, user_id: user } = args;
    const chatId = await findChat(
      { ...(id !== undefined && { chat_id: id }), ...(chat !== undefined && { chat }) },
      context,
    );
    checkRosterIsOpen(chatId);
    // A membership has an ID of its own, which is not the person's.
    const members = await onceKnown(chatId, run, () => membersOf(chatId, graph));
    const member = await memberNamed(user, members, graph);
    const membership = textAt(member, 'id') ?? '';
    const name = textAt(member, 'displayName') ?? user;
    const person = { typed: user, id: textAt(member, 'userId') ?? user, name, isGuest: false, isKnown: true };
    await onceKnown(chatId, run, () => graph.delete(path`chats/${chatId}/members/${membership}`), {
      kind: 'Membership',
      id: membership,
      listedBy: 'msgraph-teams-list-members',
    }).catch((error: unknown) => {
      throw explainedRefusal(error, [person]);
    });
    return {
      text: `${shownLine(name)} has been removed from the chat.`,
      outputs: [
        teamsActions([
          {
            ID: membership,
            Action: 'remove-member',
            ChatID: chatId,
            User: user,
            UserID: person.id,
            Name: name,
            Email: textAt(member, 'email') ?? null,
          },
        ]),
      ],
      raw: member,
      warnings: ['They keep what they have read, and any other member can add them again.'],
    };
  },
});
