import { type CommandContext } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { isMember } from './chat-output.js';
import { isOneOnOne } from './find-chat.js';
import { explainedRefusal, invitation } from './invitation.js';
import { onceLookedAfter } from './lost-answer.js';
import { membersOf } from './member.js';
import { onceKnown } from './new-chat.js';
import { type Person } from './person.js';

/**
 * The roster of a chat of two is fixed (Graph: add member to a chat).
 * @throws ArgumentError for one.
 */
export function checkRosterIsOpen(chatId: string): void {
  if (!isOneOnOne(chatId)) return;
  throw new ArgumentError(
    'Nobody can be added to a chat of two, or removed from it.',
    'Nothing was sent. Make a group chat: !msgraph-teams-create-chat type=group.',
  );
}

/** A membership that was made, as far as Graph tells. */
export interface Membership {
  readonly id: string | undefined;
  readonly roles: readonly string[];
}

/**
 * Adds a person to a group chat. Graph: POST /chats/{id}/members, which answers with where the membership is.
 * @param historyStart ISO 8601 from when on they read; undefined for from now on.
 * @throws SoarError that names the person and the reason.
 */
export async function addToChat(
  chatId: string,
  person: Person,
  historyStart: string | undefined,
  { graph, run, settings }: CommandContext,
): Promise<Membership> {
  const body = invitation(person, settings.graphUrl, historyStart);
  const roles = [person.isGuest ? 'guest' : 'owner'];
  try {
    return await onceLookedAfter(
      {
        act: async () => {
          const { location } = await onceKnown(chatId, run, () =>
            graph.postForLocation(path`chats/${chatId}/members`, body, { idempotent: false }),
          );
          return { id: membershipIn(location), roles };
        },
        look: async () => {
          const member = (await membersOf(chatId, graph)).find((one) => isPerson(one, person));
          return member && { id: textAt(member, 'id'), roles };
        },
        what: `Whether ${person.typed} was added`,
      },
      run,
    );
  } catch (error) {
    throw explainedRefusal(error, [person]);
  }
}

function isPerson(member: JsonObject, { id, typed }: Person): boolean {
  return isMember(member, id) || isMember(member, typed);
}

function membershipIn(location: string | undefined): string | undefined {
  const last = /\/members(?:\/|\(')([^/?']+)/i.exec(location ?? '')?.[1];
  try {
    return last === undefined ? undefined : decodeURIComponent(last);
  } catch {
    return last;
  }
}
