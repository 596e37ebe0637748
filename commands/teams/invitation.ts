import { GraphError, NotFoundError } from '../../integration/errors.js';
import { type JsonObject } from '../../integration/json.js';
import { inWords, type Person } from './person.js';

/** From the first message on (Graph: conversationMember, visibleHistoryStartDateTime). */
export const WHOLE_HISTORY = '0001-01-01T00:00:00Z';

/**
 * A member as Graph takes one (Graph: create chat, add member to a chat): a guest of the tenant has the role `guest`,
 * everybody else `owner`. The link leads to the Graph of the instance's own cloud (rule R13).
 * @param historyStart ISO 8601 from when on they read the chat; undefined for from now on.
 */
export function invitation({ id, isGuest }: Person, graphUrl: string, historyStart?: string): JsonObject {
  const key = encodeURIComponent(id.replaceAll("'", "''"));
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: [isGuest ? 'guest' : 'owner'],
    'user@odata.bind': `${graphUrl}/v1.0/users('${key}')`,
    ...(historyStart !== undefined && { visibleHistoryStartDateTime: historyStart }),
  };
}

/** One reason why Teams keeps somebody out of a chat, in Graph's words and in ours. */
interface Reason {
  readonly pattern: RegExp;
  readonly words: string;
  readonly nextStep: string;
}

const REASONS: readonly Reason[] = [
  {
    pattern: /licen[cs]e/i,
    words: 'has no license for Teams',
    nextStep: 'Assign them a Microsoft 365 license with Teams; it takes some minutes to work.',
  },
  {
    pattern: /federation/i,
    words: 'belongs to another organization, with which chats are not allowed',
    nextStep:
      'Allow external access with that organization in the Teams admin center, or invite them as a guest.',
  },
  {
    pattern: /not allowed to chat|by policy|blocked/i,
    words: 'is kept out of chats by a policy',
    nextStep: "Check the person's messaging policy in the Teams admin center.",
  },
  {
    pattern: /already a member/i,
    words: 'is a member of the chat already',
    nextStep: 'Nothing is to be done.',
  },
  {
    pattern: /invalid role/i,
    words: 'has another role in the tenant than was taken for them',
    nextStep: 'Grant User.ReadBasic.All, so that guests can be told from members.',
  },
];

/**
 * A refusal of Graph, with the person it is about and the reason in words where they can be told: Graph names people by the
 * ID they were invited by.
 * @param people Who was invited.
 */
export function explainedRefusal(error: unknown, people: readonly Person[]): unknown {
  if (!(error instanceof GraphError) || error.failure.status >= 500) return error;
  const { text } = error.failure;
  const named = people.find(({ id }) => text.toLowerCase().includes(id.toLowerCase()));
  const person = named ?? (people.length === 1 ? people[0] : undefined);
  const reason = REASONS.find(({ pattern }) => pattern.test(text));
  if (!person) return error;
  const isMissing = error instanceof NotFoundError && named !== undefined;
  const words = reason?.words ?? (isMissing ? 'is not known to Teams' : undefined);
  if (words === undefined) return error;
  return new GraphError(
    `${inWords(person)} ${words}.\n${error.message}`,
    reason?.nextStep ?? 'Check the name; a new account takes up to a day to reach Teams.',
    error.failure,
  );
}
