import { type CommandContext } from '../../integration/command.js';
import { ArgumentError, GraphError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { isMember } from './chat-output.js';
import { chatsOf } from './chats-of.js';
import { objectsIn } from './identity.js';
import { explainedRefusal, invitation } from './invitation.js';
import { onceLookedAfter } from './lost-answer.js';
import { findPerson, inWords, type Person, readPerson } from './person.js';

/** A chat to make. */
export interface ChatWish {
  readonly type: 'group' | 'oneOnOne';
  /** The others, as typed. */
  readonly members: readonly string[];
  /** The name of a group chat. */
  readonly subject?: string | undefined;
  /** Who makes it, where that is not whoever signed in. */
  readonly user_id?: string | undefined;
}

/** A chat that there is now. */
export interface MadeChat {
  readonly id: string;
  readonly chat: JsonObject;
  /** Everybody in it, the one who made it first. */
  readonly people: readonly Person[];
  /** Whether it was there before; undefined where its age does not tell. */
  readonly isExisting: boolean | undefined;
}

/**
 * Makes a chat, or finds the one of two people that there is. Graph: POST /chats.
 * @throws ArgumentError where the people do not fit the type. @throws SoarError that names whom Teams refuses, and why.
 */
export async function makeChat(wish: ChatWish, context: CommandContext): Promise<MadeChat> {
  const { graph, run, settings } = context;
  const people = await peopleOf(wish, context);
  const isGroup = wish.type === 'group';
  const { subject } = wish;
  const body = {
    chatType: wish.type,
    ...(isGroup && subject !== undefined && { topic: subject }),
    members: people.map((person) => invitation(person, settings.graphUrl)),
  };
  const begun = run.clock.now();
  // A chat of two is made once, however often it is asked for.
  const act = () => graph.post(path`chats`, body, { idempotent: !isGroup }).then(asChat);
  try {
    const chat = isGroup
      ? await onceLookedAfter(
          { act, look: () => findNew(wish, people, begun, context), what: 'Whether the chat was made' },
          run,
        )
      : await act();
    const isExisting = isGroup ? false : wasThere(chat, begun);
    return { id: textAt(chat, 'id') ?? '', chat, people, isExisting };
  } catch (error) {
    throw explainedRefusal(error, people);
  }
}

async function peopleOf(wish: ChatWish, context: CommandContext): Promise<readonly Person[]> {
  const { graph } = context;
  const { owner } = await chatsOf(wish.user_id, context);
  const caller = owner === undefined ? readPerson(path`me`, 'me', graph) : findPerson(owner, graph);
  const found = await Promise.all([caller, ...wish.members.map((name) => findPerson(name, graph))]);
  const seen = new Set<string>();
  const people = found.filter(({ id }) => seen.size < seen.add(id.toLowerCase()).size);
  const others = people.slice(1);
  if (wish.type === 'oneOnOne' && others.length !== 1) {
    throw new ArgumentError(
      `A chat of two takes exactly one other person, and ${others.length} were given${others.length > 0 ? `: ${others.map(inWords).join(', ')}` : ''}.`,
      'Nothing was made. Use type=group for more people.',
    );
  }
  if (others.length === 0) {
    throw new ArgumentError(
      'Nobody but the caller would be in the chat.',
      'Nothing was made. Name somebody else.',
    );
  }
  return people;
}

function asChat(answer: unknown): JsonObject {
  if (isJsonObject(answer) && textAt(answer, 'id') !== undefined) {
    const { '@odata.context': context, ...chat } = answer;
    return chat;
  }
  throw new GraphError(
    'Microsoft Graph took the chat and did not say which it became.',
    'List the chats before you run the command again.',
    { status: 201, code: '', text: 'a success without the chat', body: answer },
  );
}

/** How far the clocks may be apart, in milliseconds, for a chat to count as made just now, and for it to count as old. */
const SURELY_NEW = 5_000;
const SURELY_OLD = 120_000;

/** Graph does not say whether it made the chat of two or had it: its age does, unless the clocks may be to blame. */
function wasThere(chat: JsonObject, begun: number): boolean | undefined {
  const age = begun - Date.parse(textAt(chat, 'createdDateTime') ?? '');
  if (age >= SURELY_OLD) return true;
  return age < SURELY_NEW ? false : undefined;
}

/** The group chat that a lost request made: of the same name and people, and new. More than one tells nothing. */
async function findNew(
  { subject, user_id: userId }: ChatWish,
  people: readonly Person[],
  begun: number,
  context: CommandContext,
): Promise<JsonObject | undefined> {
  const { chats } = await chatsOf(userId, context);
  const query = { filter: "chatType eq 'group'", expand: 'members', top: 50 };
  const isOurs = (chat: JsonObject): boolean => {
    const members = objectsIn(chat['members']);
    return (
      Date.parse(textAt(chat, 'createdDateTime') ?? '') >= begun - SURELY_NEW &&
      textAt(chat, 'topic') === subject &&
      members.length === people.length &&
      people.every(({ id }) => members.some((member) => isMember(member, id)))
    );
  };
  const found: JsonObject[] = [];
  for await (const { items } of context.graph.pages(chats, query)) found.push(...items.filter(isOurs));
  const [only] = found;
  if (found.length !== 1 || !only) return undefined;
  const { members, ...chat } = only;
  return chat;
}
