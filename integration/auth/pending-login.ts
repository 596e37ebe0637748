import { isJsonObject, parseJson, textAt } from '../json.js';
import { Secret } from '../secret.js';
import { type IntegrationContext } from '../state/store.js';
import { type PendingLogin } from './token.js';

/** The key of the integration context under which a login that is under way is kept. */
const LOGIN_KEY = 'msgraph_soar_login';

/** The login that somebody was sent to, until its time is over. @param now Milliseconds since 1970. */
export function readPendingLogin(context: IntegrationContext, now: number): PendingLogin | undefined {
  const login = parseJson(textAt(context, LOGIN_KEY) ?? '');
  if (!isJsonObject(login)) return undefined;
  const state = textAt(login, 'state');
  const verifier = textAt(login, 'verifier');
  const expiresOn = login['expiresOn'];
  if (!state || !verifier || typeof expiresOn !== 'number' || expiresOn <= now) return undefined;
  return { state, verifier: new Secret(verifier), expiresOn };
}

/** The context with this login in it, in place of an earlier one. */
export function withPendingLogin(context: IntegrationContext, login: PendingLogin): IntegrationContext {
  return { ...context, [LOGIN_KEY]: JSON.stringify({ ...login, verifier: login.verifier.reveal() }) };
}

/** The context without a login: its code was redeemed. */
export function withoutPendingLogin(context: IntegrationContext): IntegrationContext {
  const { [LOGIN_KEY]: _login, ...rest } = context;
  return rest;
}
