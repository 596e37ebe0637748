import { claimsOf } from '../../integration/auth/claims.js';
import { type CommandContext } from '../../integration/command.js';
import { path } from '../../integration/graph/path.js';

/**
 * Signs in anew, so that a changed secret is noticed, and reads the least there is.
 * @returns The names of the permissions in the token; undefined where the token cannot be read.
 * @throws AuthError, GraphError or TransportError with what is wrong.
 */
export async function probe({ graph, tokens, run }: CommandContext): Promise<readonly string[] | undefined> {
  const token = await tokens.getToken(run, { fresh: true });
  await graph.get(path`users`, { select: ['id'], top: 1 });
  const claims = claimsOf(token);
  return claims && [...claims.roles, ...claims.scopes];
}
