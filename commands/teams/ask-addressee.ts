import { type CommandArguments } from '../../generated/arguments.js';
import { type CommandContext } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { lookForChat } from './find-chat.js';
import { makeChat } from './make-chat.js';
import { memberNamed, membersOf } from './member.js';
import { type MentionedPerson } from './mention-markers.js';
import { onceKnown } from './new-chat.js';

type AskArguments = CommandArguments['msgraph-teams-ask'];

/** Who is asked, and where. */
export interface Addressee {
  readonly chatId: string;
  readonly id: string;
  readonly name: string | undefined;
  /** Object ID of whoever signed in, who asks. */
  readonly askerId: string | undefined;
  /** Whom the question mentions: the one who is asked, where others read it too. */
  readonly mentioned: readonly MentionedPerson[];
}

/** @throws ArgumentError where the arguments name no chat, or two. */
export function checkAddressee({ chat_id: id, chat, user }: AskArguments): void {
  if (id !== undefined && chat !== undefined) {
    throw new ArgumentError(
      'Give either chat_id or chat.',
      'Nothing was sent. Both name the chat to ask in.',
    );
  }
  if (id === undefined && chat === undefined && user === undefined) {
    throw new ArgumentError(
      'Nobody is named.',
      'Nothing was sent. Give user, or the chat to ask in: chat_id or chat.',
    );
  }
}

/**
 * The chat to ask in, and the member who is asked: the person named, or the other one of a chat of two, which is made where
 * only a person is named.
 * @throws ArgumentError where it stays open who is asked, or that would be whoever asks.
 */
export async function addresseeOf(args: AskArguments, context: CommandContext): Promise<Addressee> {
  const { graph, run, tokens } = context;
  const { user } = args;
  const chatId = await chatFor(args, context);
  const members = await onceKnown(chatId, run, () => membersOf(chatId, graph));
  const askerId =
    (await tokens.state()).user?.id ?? textAt(await graph.get(path`me`, { select: ['id'] }), 'id');
  const others = members.filter((member) => textAt(member, 'userId') !== askerId);
  const asked = user === undefined ? onlyOne(others) : await memberNamed(user, members, graph);
  const id = textAt(asked, 'userId');
  if (id === undefined || id === askerId) throw asksOneself();
  const name = textAt(asked, 'displayName');
  const mention = { typed: user ?? id, id, name: name ?? user ?? id };
  return { chatId, id, name, askerId, mentioned: others.length > 1 ? [mention] : [] };
}

async function chatFor(args: AskArguments, context: CommandContext): Promise<string> {
  const { user, chat, chat_id } = args;
  const named = {
    ...(chat_id !== undefined && { chat_id }),
    ...(chat !== undefined && { chat }),
  };
  const found = chat === undefined && chat_id === undefined ? undefined : await lookForChat(named, context);
  if (typeof found === 'string') return found;
  return (await makeChat({ type: 'oneOnOne', members: [found?.person ?? user ?? ''] }, context)).id;
}

function onlyOne(others: readonly JsonObject[]): JsonObject {
  const [only] = others;
  if (only && others.length === 1) return only;
  throw new ArgumentError(
    `The chat has ${others.length} other members.`,
    'Nothing was sent. Give user as well: the member who is asked.',
  );
}

function asksOneself(): ArgumentError {
  return new ArgumentError(
    'Whoever signed in would ask themselves.',
    'Nothing was sent. Name somebody else as user.',
  );
}
