import { NotFoundError } from '../../integration/errors.js';
import { cancelled } from '../../integration/http/cancelled.js';
import { type Run } from '../../integration/run.js';

/** Pauses before the repeats, in milliseconds. */
const PAUSES = [1000, 2000];

/** What a call under a chat is about: Teams does not say whether that or the chat is missing. */
export interface InChat {
  /** Such as `Message`. */
  readonly kind: string;
  readonly id: string;
  /** The command that lists such things. */
  readonly listedBy: string;
}

/**
 * Repeats a call under a chat that Teams says does not exist, after one second and after two: a chat just made takes a
 * moment to be known everywhere (rule R32). Nobody can tell a new chat by its ID, so a wrong ID waits too. A 404 means that
 * nothing was done, so that this is safe for every call.
 * @param part What in the chat the call is about; by default the chat itself.
 * @throws NotFoundError that names the chat, where it stays unknown.
 */
export async function onceKnown<T>(
  chatId: string,
  { clock, signal, onWait }: Run,
  act: () => Promise<T>,
  part?: InChat,
): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await act();
    } catch (error) {
      if (!isAboutChat(error)) throw error;
      onWait('Teams may not know the chat yet', pause / 1000);
    }
    await clock.sleep(pause, signal).catch(() => {
      throw cancelled(signal, 'while it waited for a new chat', false);
    });
  }
  return act().catch((error: unknown) => {
    throw isAboutChat(error) ? missing(chatId, part, error) : error;
  });
}

/** Teams does not say what is missing unless it is a person. */
function isAboutChat(error: unknown): error is NotFoundError {
  return error instanceof NotFoundError && !/\buser\b/i.test(error.failure.text);
}

function missing(
  chatId: string,
  part: InChat | undefined,
  { message, failure, resource }: NotFoundError,
): NotFoundError {
  const what = part ? `${part.kind} -> ${part.id} in chat -> ${chatId}` : `Chat -> ${chatId}`;
  return new NotFoundError(
    `${what} does not exist, or whoever signed in is not in ${part ? 'the chat' : 'it'}.\n${message}`,
    part
      ? `Check both IDs; !${part.listedBy} lists what is in a chat.`
      : 'Check the ID; !msgraph-teams-list-chats lists the chats.',
    failure,
    resource,
  );
}
