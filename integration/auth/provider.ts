import { AuthError, CancelledError, TransportError } from '../errors.js';
import { type HttpClient } from '../http/client.js';
import { type Run } from '../run.js';
import { type Settings, type SignIn } from '../settings/settings.js';
import { type IntegrationContext, type IntegrationContextStore } from '../state/store.js';
import { bindingOf } from './binding.js';
import { digestOf } from './digest.js';
import { effectiveSignIn } from './effective-sign-in.js';
import { heldIn } from './held.js';
import { hasNewCode } from './new-code.js';
import { withoutPendingLogin } from './pending-login.js';
import { signInAttempt } from './sign-in-attempt.js';
import { type KnownRefusal, readRecord, type SignInRecord, withRefusal, withSignIn } from './token-record.js';
import { type AccessToken, type SignedIn, type SignInProvider, type TokenRequest } from './token.js';
import { updateContext } from '../state/update-context.js';
import { withinTime } from './within-time.js';

/** A token this close to its end is not begun with, in milliseconds: a command may take minutes. */
const MARGIN_MS = 300_000;

/** A pause between refusals doubles this often, from two seconds to 64. */
const MAX_DOUBLINGS = 6;

/** The lock of an instance's sign-in: nobody signs in, or forgets a sign-in, while somebody else does. */
export const SIGN_IN_LOCK = 'sign-in';

/** What the context says about an instance. */
interface View {
  readonly context: IntegrationContext;
  readonly signIn: SignIn;
  readonly binding: string;
  readonly record: SignInRecord;
}

/**
 * Gives tokens for an instance: cached in its integration context, one sign-in at a time, renewed before they end.
 * @param store Where the instance keeps its context.
 */
export function createTokenProvider(
  settings: Settings,
  http: HttpClient,
  store: IntegrationContextStore,
): SignInProvider {
  let underWay: Promise<AccessToken> | undefined;

  let lastView: View | undefined;
  const look = async (): Promise<View> => {
    const { value: context } = await store.read();
    // A context is never changed, only replaced: the same one says the same.
    if (lastView?.context === context) return lastView;
    const signIn = effectiveSignIn(settings, context);
    const binding = bindingOf(settings, signIn);
    lastView = { context, signIn, binding, record: readRecord(context, binding) };
    return lastView;
  };

  const cached = async (run: Run, request: TokenRequest): Promise<AccessToken | undefined> => {
    const { signIn, record } = await look();
    const token = record.signedIn?.token;
    if (!token || request.fresh || hasNewCode(signIn, record.signedIn)) return undefined;
    const isRefused = request.insteadOf?.token.reveal() === token.token.reveal();
    return !isRefused && token.expiresOn - MARGIN_MS > run.clock.now() ? token : undefined;
  };

  const renew = (run: Run, request: TokenRequest): Promise<AccessToken> =>
    store.withLock(SIGN_IN_LOCK, async () => {
      // Somebody else may have signed in while we waited for the lock.
      const meanwhile = await cached(run, request);
      if (meanwhile) return meanwhile;
      const view = await look();
      const of = attemptDigest(view);
      try {
        throwIfRefusedBefore(view, of, request, run.clock.now());
        const attempt = signInAttempt(settings, view.signIn, http);
        const signedIn = await attempt(run, heldIn(view.context, view.record, run.clock.now()), request);
        run.observer?.onTokenRequest(true);
        await updateContext(store, (context) => kept(context, view, signedIn));
        return signedIn.token;
      } catch (error) {
        if (error instanceof AuthError || error instanceof TransportError)
          run.observer?.onTokenRequest(false);
        const refusal = refusalToKeep(error, of, view, run.clock.now());
        if (refusal) await updateContext(store, (context) => withRefusal(context, view.binding, refusal));
        const last = request.fresh || request.insteadOf ? undefined : await stillValid(run);
        if (last && isPassing(error)) return last;
        throw error;
      }
    });

  const stillValid = async (run: Run): Promise<AccessToken | undefined> => {
    const { signIn, record } = await look();
    const { signedIn } = record;
    const isUsable = signedIn && signedIn.token.expiresOn > run.clock.now() && !hasNewCode(signIn, signedIn);
    return isUsable ? signedIn.token : undefined;
  };

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

  const getToken: SignInProvider['getToken'] = async (run, request = {}) => {
    const token = await cached(run, request);
    if (token) return token;
    if (request.fresh) return withinTime(renew(run, request), run);
    if (underWay) return (await withinTime(joined(underWay, request), run)) ?? getToken(run, request);
    underWay = renew(run, request).finally(() => {
      underWay = undefined;
    });
    return withinTime(underWay, run);
  };

  return {
    getToken,
    async state() {
      const { signIn, record } = await look();
      const user = record.signedIn?.user;
      return { signIn, ...(user && { user }) };
    },
    async startDeviceLogin(run, scopes) {
      const { startDeviceLogin } = await import('./device-login.js');
      return startDeviceLogin({ settings, http, store, run }, scopes);
    },
    async completeDeviceLogin(run) {
      const { completeDeviceLogin } = await import('./device-login.js');
      return completeDeviceLogin({ settings, http, store, run });
    },
  };
}

/** What an attempt would send: parameters and refresh token. */
function attemptDigest({ signIn, record }: View): string {
  return digestOf([signIn, record.signedIn?.refreshToken]);
}

/** What of a failure the next attempt has to know. @param now Milliseconds since 1970. */
function refusalToKeep(error: unknown, of: string, { record }: View, now: number): KnownRefusal | undefined {
  if (!(error instanceof AuthError) || error === record.refusal?.error) return undefined;
  if (error.details.signInAgain) return { of, error };
  if (!error.details.backOff) return undefined;
  const failures = (record.refusal?.of === of ? (record.refusal.failures ?? 0) : 0) + 1;
  return { of, error, failures, until: now + 2 ** Math.min(failures, MAX_DOUBLINGS) * 1000 };
}

/**
 * A dead refresh token or a spent code is not sent again and again, and a service that wants pauses gets them. Somebody
 * who asks for a fresh sign-in may have cured what stood in a refresh token's way; nothing cures a code.
 * @throws AuthError the refusal of before.
 */
function throwIfRefusedBefore(
  { signIn, record }: View,
  of: string,
  { fresh }: TokenRequest,
  now: number,
): void {
  const { refusal, signedIn } = record;
  if (refusal?.of !== of) return;
  if (refusal.until !== undefined) {
    if (refusal.until <= now) return;
    const { message } = refusal.error;
    const wait = Math.ceil((refusal.until - now) / 1000);
    throw new AuthError(message, `Nothing was sent. The next try is possible in ${wait} seconds.`, {
      passing: true,
    });
  }
  if (fresh && signedIn?.refreshToken && !hasNewCode(signIn, signedIn)) return;
  throw refusal.error;
}

function kept(
  context: IntegrationContext,
  { binding, record }: View,
  signedIn: SignedIn,
): IntegrationContext {
  const next = withSignIn(context, binding, signedIn);
  return signedIn.codeDigest === record.signedIn?.codeDigest ? next : withoutPendingLogin(next);
}

/** Whether a failed renewal says nothing about the token we still hold. */
function isPassing(error: unknown): boolean {
  return error instanceof TransportError || (error instanceof AuthError && error.details.passing === true);
}
