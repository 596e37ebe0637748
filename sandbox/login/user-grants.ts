import type { Call, Outcome } from '../http/exchange.js';
import type { SandboxApp } from '../tenant/apps.js';
import { grantKey, type CodeGrant, type DeviceGrant, type RefreshGrant } from '../tenant/grants.js';
import { Refused } from './aadsts.js';
import type { ClientProof } from './access-token.js';
import { checkAppPassword } from './app-password.js';
import { checkAssertion } from './client-assertion.js';
import { authenticateClient, readClient } from './client-authentication.js';
import type { LoginContext } from './context.js';
import { pollDevice } from './device-grant.js';
import { checkTenant, knownApp, required } from './login-request.js';
import { checkVerifier } from './pkce.js';
import { readScopes, type AskedScopes } from './scopes.js';
import { signedInPerson } from './signed-in-person.js';
import { issueUserTokens } from './user-tokens.js';

/** A request to the token endpoint on behalf of a person. */
export interface UserGrantRequest {
  readonly call: Call;
  readonly form: URLSearchParams;
  /** The first path segment. */
  readonly tenant: string;
  readonly context: LoginContext;
}

/** A grant that was found good, and what it is good for. */
interface Redemption {
  readonly userId: string;
  readonly issuedAt: number;
  readonly sessionMark: string;
  readonly scope: string;
  readonly nonce?: string;
}

const minute = 60_000;
const codeLifetime = 10 * minute;
const refreshLifetime = 90 * 24 * 60 * minute;

/** Entra: authorization code flow, redeem a code. A refusal leaves the code good; only success uses it up. */
async function redeemCode(app: SandboxApp, { form, context }: UserGrantRequest): Promise<CodeGrant> {
  const secret = required(form, 'code');
  const redirectUri = required(form, 'redirect_uri');
  const found: CodeGrant[] = [];
  await context.grants.change(grantKey(secret), (code) => {
    if (code?.kind !== 'code') throw new Refused(9002313);
    if (code.clientId !== app.clientId) throw new Refused(70000);
    if (code.isRedeemed) throw new Refused(54005);
    if (context.now() - code.issuedAt > codeLifetime) throw new Refused(70008);
    if (code.redirectUri !== redirectUri) {
      throw new Refused(500112, { redirectUri, expected: code.redirectUri });
    }
    checkVerifier(form.get('code_verifier'), code);
    signedInPerson(code, context);
    found.push(code);
    return { ...code, isRedeemed: true };
  });
  const [code] = found;
  if (!code) throw new Refused(9002313);
  return code;
}

/** Entra: refresh the access token. The token that is used stays good, until it has not been renewed for 90 days. */
function findRefreshToken(
  app: SandboxApp,
  proof: ClientProof,
  { form, context }: UserGrantRequest,
): RefreshGrant {
  const token = context.grants.find(required(form, 'refresh_token'));
  if (token?.kind !== 'refresh') throw new Refused(9002313);
  if (token.clientId !== app.clientId) throw new Refused(70000);
  if (proof === 'nothing' && !token.isPublic) throw new Refused(7000218);
  if (context.now() - token.issuedAt > refreshLifetime) {
    throw new Refused(700082, { issued: new Date(token.issuedAt).toISOString() });
  }
  return token;
}

function ofDevice(device: DeviceGrant): Redemption {
  return { ...device, userId: device.userId ?? '', sessionMark: device.sessionMark ?? '' };
}

async function redeem(
  grantType: string,
  app: SandboxApp,
  proof: ClientProof,
  request: UserGrantRequest,
): Promise<Redemption> {
  if (grantType === 'authorization_code') return redeemCode(app, request);
  if (grantType === 'refresh_token') return findRefreshToken(app, proof, request);
  return ofDevice(await pollDevice(app, request));
}

/** The scopes of this token: those named now, else those of the sign-in, which decides about an ID token too. */
function askedNow(form: URLSearchParams, signIn: string, origin: string): AskedScopes {
  const before = readScopes(signIn, origin);
  const scope = form.get('scope') ?? '';
  if (scope === '') return before;
  const now = readScopes(scope, origin);
  const isOnGraph = now.isDefault || now.permissions.length > 0;
  return { ...(isOnGraph ? now : before), openId: [...new Set([...before.openId, ...now.openId])] };
}

/**
 * The grants of a person at the token endpoint: authorization code, refresh token, device code.
 *
 * @returns The tokens.
 * @throws Refused.
 */
export async function grantToUser(
  grantType: 'authorization_code' | 'refresh_token' | 'urn:ietf:params:oauth:grant-type:device_code',
  request: UserGrantRequest,
): Promise<Omit<Outcome, 'acted'>> {
  const { call, form, tenant, context } = request;
  const client = readClient(form, call.headers['authorization']);
  if (client.id === '') throw new Refused(900144, { parameter: 'client_id' });
  checkTenant(tenant, client.id, false);
  const app = knownApp(client.id, tenant);
  const allowsNothing = app.allowsPublicClient && grantType !== 'authorization_code';
  const proof = await authenticateClient(call, app, client, {
    now: context.now(),
    checkAssertion,
    checkOtherSecret: (secret) => {
      checkAppPassword(app, secret, context);
    },
    allowsNothing,
  });
  const grant = await redeem(grantType, app, proof, request);
  const asked = askedNow(form, grant.scope, call.origin);
  const json = await issueUserTokens(
    call,
    form,
    {
      app,
      proof,
      person: signedInPerson(grant, context),
      asked,
      scope: grant.scope,
      wantsRefreshToken: grantType === 'refresh_token' || asked.openId.includes('offline_access'),
      nonce: grant.nonce,
    },
    context,
  );
  return { answer: { status: 200, headers: { 'x-ms-request-id': call.requestId }, json }, app: app.name };
}
