import { createCipheriv, randomBytes } from 'node:crypto';
import { AuthError } from '../errors.js';
import { type HttpAnswer, type HttpClient } from '../http/client.js';
import { sendWithRetry } from '../http/retry.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { type Run } from '../run.js';
import { Secret } from '../secret.js';
import { type HostedAppSignIn } from '../settings/settings.js';
import { unreadableAnswer } from './sign-in-answer.js';
import { type Held, type SignedIn } from './token.js';

/** The vendor's service, where the ID names no other address. */
const TOKEN_URL = 'https://oproxy.demisto.ninja/obtain-token';
const NONCE_BYTES = 12;

/** How long a token lives where the answer does not tell, in seconds. */
const USUAL_LIFETIME = 3595;

/** AES by the length of its key in bytes. */
const ciphers = { 16: 'aes-128-gcm', 24: 'aes-192-gcm', 32: 'aes-256-gcm' } as const;

/**
 * Seals a token for the vendor's service: AES-GCM over the time and the token, as Base64 of nonce, ciphertext and tag.
 * @param key Base64 of 16, 24 or 32 bytes. @param now Milliseconds since 1970. @param nonce 12 bytes, never used twice.
 */
export function sealToken(token: Secret, key: Secret, now: number, nonce: Buffer): string {
  const secret = Buffer.from(key.reveal(), 'base64');
  const name = secret.length === 16 || secret.length === 24 ? ciphers[secret.length] : ciphers[32];
  const cipher = createCipheriv(name, secret, nonce);
  const plain = `${Math.floor(now / 1000)}:${token.reveal()}`;
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}

/**
 * Gets a token from the vendor, whose application signs in on our behalf. The refresh token of the last answer goes in
 * the place of the configured token; where the service does not know it, the configured one is tried once.
 * @throws AuthError when it is refused: the next try then has to wait. @throws TransportError
 */
export async function signInByHostedApp(
  signIn: HostedAppSignIn,
  http: HttpClient,
  { signedIn }: Held,
  run: Run,
): Promise<SignedIn> {
  const newest = signedIn?.refreshToken;
  let answer = await ask(signIn, newest ?? signIn.token, http, run);
  if (newest && (answer.status === 400 || answer.status === 401)) {
    answer = await ask(signIn, signIn.token, http, run);
  }
  const body = parseJson(answer.body);
  if (answer.status < 200 || answer.status > 299) throw refused(answer, isJsonObject(body) ? body : {});
  if (!isJsonObject(body)) throw unreadableAnswer(answer, signIn.tokenUrl ?? TOKEN_URL);
  const token = textAt(body, 'access_token');
  if (!token) throw refused(answer, body);
  const seconds = Number(body['expires_in'] ?? USUAL_LIFETIME);
  const refreshToken = textAt(body, 'refresh_token');
  const kept = refreshToken ? new Secret(refreshToken) : newest;
  return {
    token: {
      token: new Secret(token),
      expiresOn: run.clock.now() + (Number.isFinite(seconds) ? seconds : USUAL_LIFETIME) * 1000,
    },
    ...(kept && { refreshToken: kept }),
  };
}

function ask(signIn: HostedAppSignIn, token: Secret, http: HttpClient, run: Run): Promise<HttpAnswer> {
  const body = {
    app_name: signIn.appName,
    registration_id: signIn.id,
    encrypted_token: sealToken(token, signIn.key, run.clock.now(), randomBytes(NONCE_BYTES)),
    scope: null,
    resource: '',
  };
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const request = {
    method: 'POST',
    url: signIn.tokenUrl ?? TOKEN_URL,
    headers,
    body: JSON.stringify(body),
  } as const;
  return sendWithRetry(http, request, { idempotent: true }, run);
}

function refused({ status }: HttpAnswer, body: JsonObject): AuthError {
  const said = [textAt(body, 'message'), textAt(body, 'title'), textAt(body, 'detail')].filter(Boolean);
  const passing = status === 429 || status >= 500;
  return new AuthError(
    [`The service of the hosted application answered ${status}`, ...said].join(': '),
    passing
      ? 'Try again in a minute.'
      : 'Check ID, Token and Key of the instance, and the clock of this machine: the service refuses a wrong time. One set of the three works for one instance only.',
    { passing, backOff: true },
  );
}
