import { type CommandContext } from '../../integration/command.js';
import { ArgumentError, PermissionError } from '../../integration/errors.js';
import { odata } from '../../integration/graph/odata.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { isMember } from './chat-output.js';
import { chatsOf } from './chats-of.js';
import { objectsIn } from './identity.js';
import { findPerson, isAddress } from './person.js';
import { shownPlain } from './shown-text.js';

/** How a chat is named in a command. */
export interface ChatChoice {
  readonly chat_id?: string;
  readonly chat?: string;
  readonly user_id?: string;
}

/** Teams' own forms of chat IDs (Graph: chat resource type). */
const CHAT_ID = /^19:[^\s/\\]+@(?:thread\.(?:v2|skype)|unq\.gbl\.spaces)$/i;

/** Whether an ID is that of a chat of two, whose roster and name are fixed. */
export function isOneOnOne(chatId: string): boolean {
  return /@unq\.gbl\.spaces$/i.test(chatId);
}

const PAGE = 50;

/** A chat that does not exist, and the person it would be with, who may be written to nevertheless. */
export interface NoChat {
  readonly person: string;
}

/**
 * The ID of the chat that a command names: by `chat_id`, or by `chat`, which is an ID, the whole name of a group chat, or the
 * other person of a chat of two. Looking never makes a chat.
 * @throws ArgumentError where both or none are given, no chat is found, or several are.
 */
export async function findChat(choice: ChatChoice, context: CommandContext): Promise<string> {
  const found = await lookForChat(choice, context);
  if (typeof found === 'string') return found;
  throw new ArgumentError(
    `There is no chat called "${found.person}", and none with a person of that name alone.`,
    'Nothing was changed. !msgraph-teams-list-chats lists the chats; !msgraph-teams-create-chat makes one.',
  );
}

/** The same, where a chat of two that does not exist is no fault. */
export async function lookForChat(choice: ChatChoice, context: CommandContext): Promise<string | NoChat> {
  const { chat_id: id, chat } = choice;
  if ((id === undefined) === (chat === undefined)) {
    throw new ArgumentError(
      'Give either chat_id or chat.',
      'chat_id is the ID of a chat; chat is an ID, the name of a group chat, or the other person of a chat of two.',
    );
  }
  const name = (id ?? chat ?? '').trim();
  if (/@thread\.tacv2$/i.test(name)) {
    throw new ArgumentError(`${name} is a channel of a team, and no chat.`, 'Nothing was sent. Name a chat.');
  }
  if (id !== undefined || CHAT_ID.test(name)) return name;
  // Anybody may call a group after somebody: an address is never the name of a group, and a name that a group and a person
  // have in common names neither.
  const groups = isAddress(name) ? [] : await chatsWithTopic(name, choice, context);
  const candidates = [...groups, ...(await chatsWithPerson(name, choice, context))];
  if (candidates.length > 1) throw several(name, candidates);
  const only = candidates[0] && textAt(candidates[0], 'id');
  return only ?? { person: name };
}

async function chatsWithTopic(
  topic: string,
  { user_id: userId }: ChatChoice,
  context: CommandContext,
): Promise<readonly JsonObject[]> {
  const { chats } = await chatsOf(userId, context);
  const found: JsonObject[] = [];
  for await (const page of context.graph.pages(chats, { filter: odata`topic eq ${topic}`, top: PAGE })) {
    found.push(...page.items.filter((chat) => textAt(chat, 'topic')?.toLowerCase() === topic.toLowerCase()));
  }
  return found;
}

/** Matched here and not by a filter, in which Teams knows people of other organizations by no address. */
async function chatsWithPerson(
  name: string,
  { user_id: userId }: ChatChoice,
  context: CommandContext,
): Promise<readonly JsonObject[]> {
  const { chats, owner } = await chatsOf(userId, context);
  const id = isAddress(name) ? await idOf(name, context) : undefined;
  const isWanted = (member: JsonObject): boolean =>
    isMember(member, name) ||
    (id !== undefined && isMember(member, id)) ||
    textAt(member, 'displayName')?.toLowerCase() === name.toLowerCase();
  const found: JsonObject[] = [];
  const query = { filter: odata`chatType eq ${'oneOnOne'}`, expand: 'members', top: PAGE };
  for await (const page of context.graph.pages(chats, query)) {
    // Whoever looks is in every one of them, and is not whom they mean.
    const own = [owner, (await context.tokens.state()).user?.id].filter((self) => self !== undefined);
    const isOther = (member: JsonObject): boolean => !own.some((self) => isMember(member, self));
    found.push(
      ...page.items.filter(({ members }) =>
        objectsIn(members).some((member) => isOther(member) && isWanted(member)),
      ),
    );
  }
  return found;
}

/** A person's object ID; undefined for a stranger, whom the members of a chat may know all the same. */
async function idOf(name: string, { graph }: CommandContext): Promise<string | undefined> {
  try {
    const person = await findPerson(name, graph);
    return person.isKnown ? person.id : undefined;
  } catch (error) {
    if (error instanceof ArgumentError || error instanceof PermissionError) return undefined;
    throw error;
  }
}

const MOST_CANDIDATES = 10;

function several(name: string, candidates: readonly JsonObject[]): ArgumentError {
  const lines = candidates.slice(0, MOST_CANDIDATES).map((chat) => {
    const people = objectsIn(chat['members']).map((member) => textAt(member, 'displayName') ?? '?');
    const label = shownPlain(textAt(chat, 'topic') ?? people.join(', '));
    return `${textAt(chat, 'id') ?? ''} (${label}, made ${textAt(chat, 'createdDateTime') ?? 'at an unknown time'})`;
  });
  return new ArgumentError(
    `${candidates.length} chats are called "${name}":\n${lines.join('\n')}`,
    'Nothing was changed. Give the chat_id of the one that is meant.',
  );
}
