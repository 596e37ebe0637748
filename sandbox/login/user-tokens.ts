import { randomBytes } from 'node:crypto';
import type { Call } from '../http/exchange.js';
import type { SandboxApp } from '../tenant/apps.js';
import { tenantId } from '../tenant/identity.js';
import type { Person } from '../tenant/person.js';
import { sessionMark } from '../tenant/session-mark.js';
import { mintAccessToken, type ClientProof } from './access-token.js';
import { consentedScopes, grantedScopes } from './consents.js';
import type { LoginContext } from './context.js';
import { mintIdToken } from './id-token.js';
import { issuerAt } from './issuer.js';
import { showScopes, type AskedScopes } from './scopes.js';

/** Tokens to be made for a person who signed in. */
export interface UserTokens {
  readonly app: SandboxApp;
  readonly proof: ClientProof;
  readonly person: Person;
  /** What the access token is to open. */
  readonly asked: AskedScopes;
  /** The `scope` of the sign-in, which its refresh tokens keep. */
  readonly scope: string;
  readonly wantsRefreshToken: boolean;
  readonly nonce: string | undefined;
}

/** A code or token that nobody can guess, as long as real ones are. */
export function newSecret(bytes: number): string {
  return `1.${randomBytes(bytes).toString('base64url')}`;
}

/** What MSAL makes the account's ID of. */
function clientInfo(person: Person): string {
  return Buffer.from(JSON.stringify({ uid: person.id, utid: tenantId })).toString('base64url');
}

/**
 * The answer of the token endpoint to a person's application (Entra: authorization code flow, successful response).
 *
 * @param call The request, for the names of its cloud.
 * @param form Its parameters; `client_info=1` asks for the account's ID.
 * @throws Refused 65001 without consent.
 */
export async function issueUserTokens(
  call: Call,
  form: URLSearchParams,
  tokens: UserTokens,
  context: LoginContext,
): Promise<Record<string, unknown>> {
  const { app, proof, person, asked, scope, nonce } = tokens;
  const now = context.now();
  const granted = grantedScopes(app, asked, consentedScopes(app, person.id, context));
  const openId = asked.openId.filter((name) => name !== 'offline_access');
  const access = await mintAccessToken(
    { app, proof, audience: asked.audience, user: { person, scopes: [...granted, ...openId] } },
    now,
  );
  const refreshToken = tokens.wantsRefreshToken ? newSecret(400) : undefined;
  if (refreshToken !== undefined) {
    await context.grants.add(refreshToken, {
      kind: 'refresh',
      clientId: app.clientId,
      scope,
      issuedAt: now,
      userId: person.id,
      sessionMark: sessionMark(person),
      isPublic: proof === 'nothing',
    });
  }
  const issuer = issuerAt(call.origin, tenantId);
  return {
    token_type: 'Bearer',
    scope: showScopes(asked, granted),
    expires_in: access.lifetimeSeconds,
    ext_expires_in: access.lifetimeSeconds,
    access_token: access.token,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(asked.openId.includes('openid')
      ? { id_token: await mintIdToken({ app, person, issuer, nonce }, now) }
      : {}),
    ...(form.get('client_info') === '1' ? { client_info: clientInfo(person) } : {}),
  };
}
