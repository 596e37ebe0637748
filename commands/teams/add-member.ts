import { type CommandArguments } from '../../generated/arguments.js';
import { defineCommand } from '../../integration/command.js';
import { errorText } from '../../integration/dispatcher/error-text.js';
import { ArgumentError, AuthError, CancelledError, SoarError } from '../../integration/errors.js';
import { MOMENT_FORMS, parseMoment } from '../../integration/moment.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { errorEntry } from '../../integration/results/raw-entry.js';
import { teamsActions } from './action-output.js';
import { MEMBERS } from './chat-output.js';
import { findChat } from './find-chat.js';
import { WHOLE_HISTORY } from './invitation.js';
import { findPerson, type Person, unreadPeople } from './person.js';
import { addToChat, checkRosterIsOpen, type Membership } from './roster.js';

const NAME = 'msgraph-teams-add-member';

/** Adds people to a group chat. Graph: POST /chats/{id}/members. Least permission: ChatMember.ReadWrite. */
export default defineCommand<typeof NAME>({
  permissions: {
    delegated: [['ChatMember.ReadWrite'], ['Chat.ReadWrite']],
    application: [['ChatMember.ReadWrite.All'], ['Chat.ReadWrite.All']],
  },
  effects: 'write',
  examples: [
    `!${NAME} chat="Incident 4711 war room" user_id=hanna@contoso.example,zoe@contoso.example share_history=false`,
    `!${NAME} chat="O'Brien's case" user_id=noor@contoso.example history_start="2 days ago" reason="Takes over"`,
  ],
  async run(args, context) {
    const historyStart = historyOf(args, context.run.clock.now());
    const chatId = await findChat({ ...withoutUser(args) }, context);
    checkRosterIsOpen(chatId);
    const names = [...new Set(args.user_id)];
    const added: Added[] = [];
    const failures: string[] = [];
    for (const name of names) {
      try {
        const person = await findPerson(name, context.graph);
        if (added.some((other) => other.person.id === person.id)) continue;
        added.push({ person, membership: await addToChat(chatId, person, historyStart, context) });
      } catch (error) {
        const isOver = error instanceof AuthError || error instanceof CancelledError;
        if (names.length === 1 || (isOver && added.length === 0)) throw error;
        failures.push(`${name}: ${errorText(NAME, error).replaceAll('\n', ' ')}`);
        if (isOver) {
          const rest = names.slice(names.indexOf(name) + 1);
          if (rest.length > 0) failures.push(`Not tried: ${rest.join(',')}`);
          break;
        }
      }
      context.run.onProgress(added.length + failures.length, names.length);
    }
    if (added.length === 0) throw new SoarError(failures.join('\n'));
    return result(chatId, added, failures, historyStart);
  },
});

interface Added {
  readonly person: Person;
  readonly membership: Membership;
}

function result(
  chatId: string,
  added: readonly Added[],
  failures: readonly string[],
  historyStart: string | undefined,
): CommandResult {
  const unknown = added.filter(({ person }) => !person.isKnown).map(({ person }) => person.typed);
  const members = added.map(({ person, membership }) => ({
    ID: membership.id ?? null,
    ChatID: chatId,
    UserID: person.id,
    Name: person.isKnown ? person.name : null,
    Roles: membership.roles,
    HistoryStartTime: historyStart ?? null,
  }));
  return {
    table: {
      title: 'Member has been added successfully',
      columns: ['Chat ID', 'User ID', 'Share history'],
      rows: added.map(({ person }) => ({
        'Chat ID': chatId,
        'User ID': person.typed,
        'Share history': historyStart === undefined ? 'false' : 'true',
      })),
    },
    outputs: [
      { ...MEMBERS, value: members.filter(({ ID }) => ID !== null) },
      teamsActions(
        members.map((member, index) => ({
          ...member,
          ID: member.ID ?? chatId,
          Action: 'add-member',
          User: added[index]?.person.typed,
        })),
      ),
    ],
    raw: null,
    warnings: unknown.length === 0 ? [] : [unreadPeople(unknown)],
    also: failures.length === 0 ? [] : [errorEntry(failures.join('\n'))],
  };
}

function withoutUser({ chat_id: id, chat }: CommandArguments[typeof NAME]) {
  return { ...(id !== undefined && { chat_id: id }), ...(chat !== undefined && { chat }) };
}

/** @throws ArgumentError for two wishes that exclude each other, or a time that cannot be read. */
function historyOf(args: CommandArguments[typeof NAME], now: number): string | undefined {
  const { history_start: start, share_history: isShared } = args;
  if (start === undefined) return isShared ? WHOLE_HISTORY : undefined;
  const moment = parseMoment(start, now);
  if (moment === undefined || moment > now) {
    throw new ArgumentError(
      `history_start=${JSON.stringify(start)} is not allowed. Allowed: ${MOMENT_FORMS}, not in the future.`,
      'Nothing was sent.',
    );
  }
  if (!isShared) {
    throw new ArgumentError('share_history=false and history_start exclude each other.', 'Nothing was sent.');
  }
  return new Date(moment).toISOString();
}
