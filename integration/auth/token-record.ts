import { createHash } from 'node:crypto';
import { isJsonObject, parseJson, textAt } from '../json.js';
import { Secret } from '../secret.js';
import { type Settings } from '../settings/settings.js';
import { type IntegrationContext } from '../state/store.js';
import { type AccessToken } from './token.js';

const TOKEN_KEY = 'msgraph_soar_token';

/**
 * What a cached token belongs to, as a digest: cloud, tenant, client, flow and credential. A change of any of them
 * makes another digest, so that a token is never used for an instance it was not made for.
 */
export function bindingOf(settings: Settings): string {
  const { cloud, loginUrl, graphUrl, signIn } = settings;
  const clear = JSON.stringify([cloud, loginUrl, graphUrl, inClear(signIn)]);
  return createHash('sha256').update(clear).digest('base64url');
}

/** A secret serializes as a mask, which would make all secrets look the same. */
function inClear(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inClear(item)]));
}

/** The token that the context holds for this binding, valid or not; undefined for none, or one that does not parse. */
export function readToken(context: IntegrationContext, binding: string): AccessToken | undefined {
  const record = parseJson(textAt(context, TOKEN_KEY) ?? '');
  if (!isJsonObject(record) || record['binding'] !== binding) return undefined;
  const accessToken = textAt(record, 'accessToken');
  const expiresOn = record['expiresOn'];
  if (!accessToken || typeof expiresOn !== 'number') return undefined;
  return { token: new Secret(accessToken), expiresOn };
}

/** The context with this token in it. */
export function withToken(
  context: IntegrationContext,
  binding: string,
  token: AccessToken,
): IntegrationContext {
  const record = { binding, accessToken: token.token.reveal(), expiresOn: token.expiresOn };
  return { ...context, [TOKEN_KEY]: JSON.stringify(record) };
}
