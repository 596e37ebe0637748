import { type CommandContext } from '../../integration/command.js';
import { PermissionError } from '../../integration/errors.js';

/**
 * Says of a 403 that the person signed in tried to act on their own account, where that is what stands in the way;
 * Graph words it like a missing permission.
 * @param what What nobody may do to themselves, such as `set their own password`.
 * @returns The error to throw: a better one, or the one given.
 */
export async function explainOwnAccount(
  error: unknown,
  what: string,
  { target, tokens }: CommandContext,
): Promise<unknown> {
  if (!(error instanceof PermissionError) || !target) return error;
  const { user } = await tokens.state();
  if (user?.id.toLowerCase() !== target.id.toLowerCase()) return error;
  return new PermissionError(
    error.message,
    `This instance is signed in as ${target.userPrincipalName}, and nobody can ${what} as an administrator. Have another administrator do it.`,
    error.failure,
  );
}
