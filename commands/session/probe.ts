import { claimsOf } from '../../integration/auth/claims.js';
import { type AccessToken, type SignInState, type TokenRequest } from '../../integration/auth/token.js';
import { type CommandContext } from '../../integration/command.js';
import { PermissionError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { collect } from '../../integration/graph/collect.js';
import { identified } from '../../integration/graph/unexpected-answer.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';
import { isDelegated } from '../../integration/settings/delegated.js';

/** What a look at the connection found. */
export interface ProbedConnection extends SignInState {
  readonly token: AccessToken;
  /** Names of the permissions in the token; undefined where it cannot be read. */
  readonly permissions: readonly string[] | undefined;
}

/** The least that either kind of caller may read. Graph: GET /me, or GET /users?$top=1. */
export const probePermissions = {
  delegated: [['User.Read'], ['User.ReadBasic.All'], ['User.Read.All']],
  application: [['User.ReadBasic.All'], ['User.Read.All']],
};

/**
 * Signs in anew, so that a changed secret is noticed, and reads the least there is: a signed-in user's own ID, or one
 * user's where the application signs in as itself.
 * @param request What else is asked of the sign-in.
 * @throws AuthError, GraphError or TransportError with what is wrong.
 */
export async function probe(
  { graph, tokens, run }: CommandContext,
  request: TokenRequest = {},
): Promise<ProbedConnection> {
  const token = await tokens.getToken(run, { ...request, fresh: true });
  const { signIn, user } = await tokens.state();
  const claims = claimsOf(token);
  const permissions = claims && [...claims.roles, ...claims.scopes];
  if (isDelegated(signIn)) {
    await readOwnId(graph).catch((error: unknown) => {
      // Chat permissions alone do not open the own profile. That Graph says so proves the connection.
      const onlyChats = permissions?.some((name) => name.startsWith('Chat')) && !permissions.some(isOnUsers);
      if (!(error instanceof PermissionError && onlyChats)) throw error;
    });
  } else {
    await collect(graph, path`users`, { select: ['id'] }, { limit: 1 });
  }
  return { signIn, token, permissions, ...(user && { user }) };
}

async function readOwnId(graph: GraphClient): Promise<JsonObject> {
  return identified(await graph.get(path`me`, { select: ['id'] }), 'a user');
}

function isOnUsers(permission: string): boolean {
  return /^(User|Directory)\./.test(permission);
}
