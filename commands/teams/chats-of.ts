import { type CommandContext } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { type GraphPath, path } from '../../integration/graph/path.js';
import { isDelegated } from '../../integration/settings/delegated.js';

/** Whose chats a command looks through. */
export interface ChatsOf {
  readonly chats: GraphPath;
  /** The person as typed or configured; undefined for whoever signed in. */
  readonly owner: string | undefined;
}

/**
 * The person whose chats are meant: the argument, else the instance's delegated user, else whoever signed in.
 * @throws ArgumentError where an application names nobody.
 */
export async function chatsOf(
  userId: string | undefined,
  { settings, tokens }: Pick<CommandContext, 'settings' | 'tokens'>,
): Promise<ChatsOf> {
  const owner = userId ?? settings.delegatedUser;
  if (owner !== undefined) return { chats: path`users/${owner}/chats`, owner };
  if (await isForUser({ tokens })) return { chats: path`me/chats`, owner: undefined };
  throw new ArgumentError(
    'An application has no chats of its own, and nobody is named.',
    'Give user_id, or set the delegated user of the instance.',
  );
}

/** Whether the instance acts for a person who signed in, and not as an application. */
export async function isForUser({ tokens }: Pick<CommandContext, 'tokens'>): Promise<boolean> {
  return isDelegated((await tokens.state()).signIn);
}

/**
 * What the context calls the user of a chat: the argument, else the instance's delegated user, else the object ID of
 * whoever signed in. Asked after a request, when the sign-in is known.
 */
export async function userIdOf(
  userId: string | undefined,
  { settings, tokens }: Pick<CommandContext, 'settings' | 'tokens'>,
): Promise<string | undefined> {
  return userId ?? settings.delegatedUser ?? (await tokens.state()).user?.id;
}
