import { type CommandContext } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { isMember } from './chat-output.js';
import { type MentionedPerson } from './mention-markers.js';
import { onceKnown } from './new-chat.js';
import { findPerson, namesPerson } from './person.js';
import { shownPlain } from './shown-text.js';

/**
 * Everybody in a chat. Graph: list members of a chat, which takes no query options.
 * @param owner The person through whose chats it is reached; undefined for whoever signed in.
 */
export async function membersOf(
  chatId: string,
  graph: GraphClient,
  owner?: string,
): Promise<readonly JsonObject[]> {
  const address =
    owner === undefined ? path`chats/${chatId}/members` : path`users/${owner}/chats/${chatId}/members`;
  const members: JsonObject[] = [];
  for await (const { items } of graph.pages(address)) members.push(...items);
  return members;
}

/**
 * One member of a chat, by object ID, mail address, user principal name, display name or membership ID.
 * @throws ArgumentError where none, or more than one, has the name.
 */
export async function memberNamed(
  name: string,
  members: readonly JsonObject[],
  graph: GraphClient,
): Promise<JsonObject> {
  const direct = members.filter((member) => isMember(member, name) || textAt(member, 'id') === name);
  const [first, ...others] = direct.length > 0 ? direct : await byOtherName(name, members, graph);
  if (first && others.length > 0) throw several(name, [first, ...others]);
  if (first) return first;
  throw new ArgumentError(
    `"${name}" is not a member of the chat.`,
    'Nothing was sent. !msgraph-teams-list-members lists the members.',
  );
}

async function byOtherName(
  name: string,
  members: readonly JsonObject[],
  graph: GraphClient,
): Promise<readonly JsonObject[]> {
  const named = members.filter(
    (member) => textAt(member, 'displayName')?.toLowerCase() === name.toLowerCase(),
  );
  // A user principal name need not be the mail address, by which a chat knows its members.
  if (named.length > 0 || !namesPerson(name)) return named;
  const { id } = await findPerson(name, graph);
  return members.filter((member) => isMember(member, id));
}

function several(name: string, named: readonly JsonObject[]): ArgumentError {
  const ids = named.map((member) => {
    const address = textAt(member, 'email');
    return [...(address === undefined ? [] : [shownPlain(address)]), textAt(member, 'userId') ?? '?'].join(
      ' ',
    );
  });
  return new ArgumentError(
    `"${name}" is the name of several members: ${ids.join(', ')}.`,
    'Nothing was sent. Give the object ID of the one who is meant.',
  );
}

/**
 * The people to mention in a message, who have to be in its chat: nobody else is told.
 * @throws ArgumentError where one is not.
 */
export async function mentionedIn(
  chatId: string,
  names: readonly string[],
  { graph, run }: Pick<CommandContext, 'graph' | 'run'>,
): Promise<readonly MentionedPerson[]> {
  if (names.length === 0) return [];
  const members = await onceKnown(chatId, run, () => membersOf(chatId, graph));
  const people: MentionedPerson[] = [];
  for (const typed of names) {
    const member = await memberNamed(typed, members, graph);
    const id = textAt(member, 'userId') ?? '';
    const name = textAt(member, 'displayName') ?? typed;
    if (!people.some((person) => person.id === id)) people.push({ typed, id, name });
  }
  return people;
}
