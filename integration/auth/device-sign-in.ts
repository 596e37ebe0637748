import { AuthError, SettingsError } from '../errors.js';
import { type HttpClient } from '../http/client.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { type Run } from '../run.js';
import { Secret } from '../secret.js';
import { type DeviceCodeSignIn, type Settings } from '../settings/settings.js';
import { explainRefusal } from './refusal.js';
import { postForm, type SignInAnswer } from './sign-in-answer.js';
import { nobodySignedIn, START_AGAIN } from './sign-in-again.js';
import { type Granted } from './token-exchange.js';
import { type SignInAttempt } from './token.js';
import { signedInBy } from './user-answer.js';

/** Says that we answer claims challenges; Graph sends them to nobody else. */
const CAPABILITIES = { xms_cc: { values: ['cp1'] } };

/** Keeps a user signed in who signed in on another device: nobody can do that while a command waits. */
export function deviceSignIn(settings: Settings, signIn: DeviceCodeSignIn, http: HttpClient): SignInAttempt {
  return async (run, { signedIn }, request) => {
    if (!signedIn?.refreshToken) throw nobodySignedIn(START_AGAIN, request);
    const form = {
      client_id: signIn.clientId,
      grant_type: 'refresh_token',
      refresh_token: signedIn.refreshToken.reveal(),
      scope: `openid profile offline_access ${settings.graphUrl}/.default`,
      claims: claimsWith(request.claims),
    };
    const url = endpointOf(settings, signIn, 'token');
    const granted = grantedBy(await postForm(http, url, form, true, run), run);
    return signedInBy(granted, START_AGAIN, signedIn);
  };
}

/** The device flow's part of the parameters. @throws SettingsError where the instance signs in another way. */
export function deviceRegistration({ signIn }: Settings): DeviceCodeSignIn {
  if (signIn.flow === 'device_code') return signIn;
  throw new SettingsError(
    `This instance does not sign in on another device: it is set up for ${signIn.flow}.`,
    'Set auth_type to device_code, or use !msgraph-user-generate-login-url with user_auth_flow.',
  );
}

/** An endpoint of the tenant's sign-in host. */
export function endpointOf(
  { loginUrl }: Settings,
  { tenant }: DeviceCodeSignIn,
  name: 'token' | 'devicecode',
): string {
  return `${loginUrl}/${encodeURIComponent(tenant)}/oauth2/v2.0/${name}`;
}

/** The token of an answer. @throws AuthError for a refusal, or where there is none. */
export function grantedBy({ status, body }: SignInAnswer, run: Run): Granted {
  const token = textAt(body, 'access_token');
  const seconds = Number(body['expires_in']);
  if (status !== 200 || textAt(body, 'error') !== undefined) throw explainRefusal(status, body, START_AGAIN);
  if (!token) throw new AuthError('The sign-in host answered without a token.', 'Check the sign-in host.');
  const lifetime = Number.isFinite(seconds) ? seconds * 1000 : 0;
  return { token: { token: new Secret(token), expiresOn: run.clock.now() + lifetime }, answer: body };
}

/** The claims that a challenge asks for, with our own capabilities in them. */
export function claimsWith(asked?: string): string {
  const parsed = parseJson(asked ?? '{}');
  const claims: JsonObject = isJsonObject(parsed) ? parsed : {};
  const forToken = isJsonObject(claims['access_token']) ? claims['access_token'] : {};
  return JSON.stringify({ ...claims, access_token: { ...forToken, ...CAPABILITIES } });
}
