import { type CommandMetadata } from '../command.js';
import { NotFoundError } from '../errors.js';
import { isJsonObject } from '../json.js';
import { type Settings } from '../settings/settings.js';

/** What a command was asked, to tell which of it is missing. */
export interface Asked {
  readonly metadata: CommandMetadata;
  readonly args: unknown;
  /** The user's object ID where it was read before: a request by ID is answered by ID. */
  readonly resolved?: string | undefined;
}

/** Graph's words for a method that a user does not have, and for a user without methods because there is no such user. */
const NO_SUCH_METHOD = 'A key with identifier';
const NO_SUCH_USER = 'The specified user could not be found';

/**
 * The sentence that playbooks know for a user, manager or method that does not exist; undefined where the failure is
 * something else, or the command or the instance wants an error (rules R5, R27). It becomes the `Contents` of a normal
 * entry (rule R25). Which one is missing is told by what Graph names, compared whole.
 */
export function missingSentence(error: unknown, asked: Asked, settings: Settings): string | undefined {
  const { metadata, resolved } = asked;
  if (!(error instanceof NotFoundError) || !metadata.suppressesMissing || !settings.handleError)
    return undefined;
  const args = isJsonObject(asked.args) ? asked.args : {};
  const user = textOf(args['user'] ?? args['user_id']);
  const manager = textOf(args['manager']);
  const method = textOf(args['method_id']);
  const { text } = error.failure;
  const isMissing = (name: string | undefined): boolean =>
    name !== undefined && name.toLowerCase() === error.resource.toLowerCase();
  if (isMissing(user) || isMissing(resolved) || text.includes(NO_SUCH_USER)) {
    return `#### User -> ${user ?? ''} does not exist`;
  }
  if (isMissing(manager)) return `#### Manager -> ${manager ?? ''} does not exist`;
  if (isMissing(method) || (method !== undefined && text.includes(NO_SUCH_METHOD))) {
    return `#### Did not find the method_id ${method ?? ''} for user ${user ?? ''}`;
  }
  return undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
