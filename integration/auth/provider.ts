import { AuthError, CancelledError, SettingsError, SoarError, TransportError } from '../errors.js';
import { type HttpClient } from '../http/client.js';
import { type Run } from '../run.js';
import { type Settings } from '../settings/settings.js';
import { type IntegrationContextStore, VersionConflictError } from '../state/store.js';
import { bindingOf, readToken, withToken } from './token-record.js';
import { type AccessToken, type SignInAttempt, type TokenProvider, type TokenRequest } from './token.js';

/** A token this close to its end is not begun with, in milliseconds: a command may take minutes. */
const MARGIN_MS = 300_000;

/**
 * The sign-in of an instance.
 * @throws SettingsError for a flow that this version does not speak.
 */
function signInAttempt(settings: Settings, http: HttpClient): SignInAttempt {
  const { signIn } = settings;
  if (signIn.flow === 'client_credentials' && signIn.credential.kind === 'secret') {
    const { tenant, clientId } = signIn;
    const { secret } = signIn.credential;
    return async (run) => {
      const { signInAsClient } = await import('./client-credentials.js');
      return signInAsClient({ settings, tenant, clientId, secret, http }, run);
    };
  }
  throw new SettingsError(
    `This version signs in with a client secret only, and this instance is set up for ${signIn.flow === 'client_credentials' ? 'a certificate' : signIn.flow}.`,
    'Fill in "Client secret", tick "Use a self-deployed Azure application" and set auth_type=client_credentials.',
  );
}

/**
 * Gives tokens for an instance: cached in its integration context, one sign-in at a time, renewed before they end.
 * @param store Where the instance keeps its context.
 */
export function createTokenProvider(
  settings: Settings,
  http: HttpClient,
  store: IntegrationContextStore,
): TokenProvider {
  const signIn = signInAttempt(settings, http);
  const binding = bindingOf(settings);
  let underWay: Promise<AccessToken> | undefined;

  const cached = async (run: Run, request: TokenRequest): Promise<AccessToken | undefined> => {
    const token = readToken((await store.read()).value, binding);
    if (!token || request.fresh) return undefined;
    const isRefused = request.insteadOf?.token.reveal() === token.token.reveal();
    return !isRefused && token.expiresOn - MARGIN_MS > run.clock.now() ? token : undefined;
  };

  const renew = (run: Run, request: TokenRequest): Promise<AccessToken> =>
    store.withLock('sign-in', async () => {
      // Somebody else may have signed in while we waited for the lock.
      const meanwhile = await cached(run, request);
      if (meanwhile) return meanwhile;
      try {
        const token = await signIn(run);
        await keep(store, binding, token);
        return token;
      } catch (error) {
        const last =
          request.fresh || request.insteadOf ? undefined : readToken((await store.read()).value, binding);
        if (last && last.expiresOn > run.clock.now() && isPassing(error)) return last;
        throw error;
      }
    });

  /** What a renewal that somebody else began comes to; undefined where it is of no use to this request. */
  const joined = async (renewal: Promise<AccessToken>, request: TokenRequest) => {
    try {
      const token = await renewal;
      return request.insteadOf?.token.reveal() === token.token.reveal() ? undefined : token;
    } catch (error) {
      // The other command was cancelled, this one was not.
      if (error instanceof CancelledError) return undefined;
      throw error;
    }
  };

  const getToken: TokenProvider['getToken'] = async (run, request = {}) => {
    const token = await cached(run, request);
    if (token) return token;
    if (request.fresh) return renew(run, request);
    if (underWay) return (await joined(underWay, request)) ?? getToken(run, request);
    underWay = renew(run, request).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };

  return { getToken };
}

/** Whether a failed renewal says nothing about the token we still hold. */
function isPassing(error: unknown): boolean {
  return error instanceof TransportError || (error instanceof AuthError && error.details.passing === true);
}

/** Writes the token, over whatever else changed in the context since: a token that was paid for is not lost. */
async function keep(store: IntegrationContextStore, binding: string, token: AccessToken): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { value, version } = await store.read();
    try {
      await store.write(withToken(value, binding, token), version);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflictError) || attempt >= 5) throw asSoarError(error);
    }
  }
}

function asSoarError(error: unknown): unknown {
  return error instanceof VersionConflictError
    ? new SoarError(
        'The integration context keeps being changed by others; the new token could not be kept.',
        'Try again.',
      )
    : error;
}
