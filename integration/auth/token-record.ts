import { AuthError } from '../errors.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { Secret } from '../secret.js';
import { type IntegrationContext } from '../state/store.js';
import { type SignedIn, type SignedInUser } from './token.js';

/** The key of the integration context under which the sign-in is kept. */
export const SIGN_IN_KEY = 'msgraph_soar_token';

/** The key under which the known integrations keep their refresh token. */
export const FOREIGN_REFRESH_TOKEN_KEY = 'current_refresh_token';

/** A refusal that stays the same however often one asks, or for a time. */
export interface KnownRefusal {
  /** Digest of what was refused: the same is not sent again. */
  readonly of: string;
  /** Until when, in milliseconds since 1970; absent where only a change of what is sent helps. */
  readonly until?: number;
  /** How many refusals there were in a row, where each makes the next wait longer. */
  readonly failures?: number;
  readonly error: AuthError;
}

/** What the context holds of the sign-in of one binding. */
export interface SignInRecord {
  readonly signedIn?: SignedIn;
  readonly refusal?: KnownRefusal;
}

/** Whether we ever kept a sign-in in this context, for whatever binding. */
export function hasRecord(context: IntegrationContext): boolean {
  return isJsonObject(parseJson(textAt(context, SIGN_IN_KEY) ?? ''));
}

/** The record of a binding; empty where there is none, or where what stands there does not parse. */
export function readRecord(context: IntegrationContext, binding: string): SignInRecord {
  const record = parseJson(textAt(context, SIGN_IN_KEY) ?? '');
  if (!isJsonObject(record) || record['binding'] !== binding) return {};
  const signedIn = signedInFrom(record);
  const refusal = isJsonObject(record['refusal']) ? refusalFrom(record['refusal']) : undefined;
  return { ...(signedIn && { signedIn }), ...(refusal && { refusal }) };
}

/**
 * The context with this sign-in in it. A refresh token that the known integrations keep there is kept in step, so that
 * one can go back to them.
 */
export function withSignIn(
  context: IntegrationContext,
  binding: string,
  signedIn: SignedIn,
): IntegrationContext {
  const { refreshToken } = signedIn;
  const inStep =
    refreshToken && Object.hasOwn(context, FOREIGN_REFRESH_TOKEN_KEY)
      ? { [FOREIGN_REFRESH_TOKEN_KEY]: refreshToken.reveal() }
      : {};
  return { ...context, ...inStep, [SIGN_IN_KEY]: JSON.stringify({ binding, ...inClear(signedIn) }) };
}

/** The context with a refusal remembered beside whatever sign-in of this binding it holds. */
export function withRefusal(
  context: IntegrationContext,
  binding: string,
  { error, ...known }: KnownRefusal,
): IntegrationContext {
  const { signedIn } = readRecord(context, binding);
  const { message, nextStep, details } = error;
  const record = {
    binding,
    ...(signedIn && inClear(signedIn)),
    refusal: { ...known, message, nextStep, details },
  };
  return { ...context, [SIGN_IN_KEY]: JSON.stringify(record) };
}

function inClear({ token, refreshToken, ...rest }: SignedIn): JsonObject {
  return {
    ...rest,
    accessToken: token.token.reveal(),
    expiresOn: token.expiresOn,
    ...(refreshToken && { refreshToken: refreshToken.reveal() }),
  };
}

function signedInFrom(record: JsonObject): SignedIn | undefined {
  const accessToken = textAt(record, 'accessToken');
  const { expiresOn, scopes } = record;
  if (!accessToken || typeof expiresOn !== 'number') return undefined;
  const refreshToken = textAt(record, 'refreshToken');
  const codeDigest = textAt(record, 'codeDigest');
  const user = isJsonObject(record['user']) ? userFrom(record['user']) : undefined;
  return {
    token: { token: new Secret(accessToken), expiresOn },
    ...(refreshToken && { refreshToken: new Secret(refreshToken) }),
    ...(user && { user }),
    ...(Array.isArray(scopes) && { scopes: scopes.filter((scope) => typeof scope === 'string') }),
    ...(codeDigest !== undefined && { codeDigest }),
  };
}

function userFrom(user: JsonObject): SignedInUser | undefined {
  const id = textAt(user, 'id');
  const name = textAt(user, 'name');
  return id === undefined ? undefined : { id, ...(name !== undefined && { name }) };
}

function refusalFrom(refusal: JsonObject): KnownRefusal | undefined {
  const of = textAt(refusal, 'of');
  const message = textAt(refusal, 'message');
  if (of === undefined || message === undefined) return undefined;
  const details = isJsonObject(refusal['details']) ? refusal['details'] : {};
  const code = textAt(details, 'code');
  const claims = textAt(details, 'claims');
  const { aadsts } = details;
  const { until, failures } = refusal;
  const error = new AuthError(message, textAt(refusal, 'nextStep'), {
    ...(code !== undefined && { code }),
    ...(claims !== undefined && { claims }),
    ...(typeof aadsts === 'number' && { aadsts }),
    signInAgain: typeof until !== 'number',
  });
  return {
    of,
    error,
    ...(typeof until === 'number' && { until }),
    ...(typeof failures === 'number' && { failures }),
  };
}
