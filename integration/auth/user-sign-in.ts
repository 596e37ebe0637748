import { AuthError } from '../errors.js';
import { type HttpClient } from '../http/client.js';
import { type Run } from '../run.js';
import { type Secret } from '../secret.js';
import { type Settings, type UserSignIn } from '../settings/settings.js';
import { digestOf } from './digest.js';
import { hasNewCode } from './new-code.js';
import { parsePasted, type Pasted } from './pasted-code.js';
import { nobodySignedIn, SIGN_IN_AGAIN } from './sign-in-again.js';
import { exchangeToken, type Granted } from './token-exchange.js';
import { type Held, type SignedIn, type TokenRequest } from './token.js';
import { signedInBy } from './user-answer.js';

/**
 * Signs a user in (authorization code grant, RFC 6749, 4.1) and keeps them signed in (refresh token, RFC 6749, 6). A
 * code that is new goes first, and no code goes twice; a refresh token that another integration left goes before any
 * code, since that integration has redeemed the one in the form.
 */
export function userSignIn(
  settings: Settings,
  signIn: UserSignIn,
  http: HttpClient,
): (run: Run, held: Held, request: TokenRequest) => Promise<SignedIn> {
  const app = { settings, http, ...signIn };
  const scopes = [`${settings.graphUrl}/.default`];

  const refresh = (refreshToken: Secret, run: Run, { claims }: TokenRequest = {}): Promise<Granted> =>
    exchangeToken(
      app,
      {
        // The former refresh token of a confidential client stays good when a new one is given.
        idempotent: true,
        again: SIGN_IN_AGAIN,
        ask: (client) =>
          client.acquireTokenByRefreshToken({
            refreshToken: refreshToken.reveal(),
            scopes,
            ...(claims !== undefined && { claims }),
          }),
      },
      run,
    );

  const redeem = (pasted: Pasted, held: Held, run: Run): Promise<Granted> => {
    if (pasted.kind === 'refresh_token') return refresh(pasted.refreshToken, run);
    const verifier = verifierFor(pasted, held);
    const code = {
      code: pasted.code.reveal(),
      redirectUri: signIn.redirectUri ?? '',
      scopes,
      ...(verifier && { codeVerifier: verifier.reveal() }),
    };
    const exchange = { idempotent: false, again: SIGN_IN_AGAIN };
    return exchangeToken(app, { ...exchange, ask: (client) => client.acquireTokenByCode(code) }, run);
  };

  const takeOver = async (inherited: Secret, run: Run): Promise<SignedIn | undefined> => {
    try {
      const granted = await refresh(inherited, run);
      const codeDigest = signIn.code && digestOf(signIn.code);
      return signedInBy(granted, SIGN_IN_AGAIN, {
        refreshToken: inherited,
        ...(codeDigest !== undefined && { codeDigest }),
      });
    } catch (error) {
      // What the other integration left is dead; the code in the form may be newer than that.
      if (error instanceof AuthError && error.details.signInAgain && signIn.code) return undefined;
      throw error;
    }
  };

  return async (run, held, request) => {
    const { signedIn, inherited } = held;
    const takenOver = inherited && (await takeOver(inherited, run));
    if (takenOver) return takenOver;
    if (signIn.code && hasNewCode(signIn, signedIn)) {
      const pasted = parsePasted(signIn.code);
      if (request.keepCode && pasted.kind === 'code') throw codeKept();
      const former = pasted.kind === 'refresh_token' ? { refreshToken: pasted.refreshToken } : {};
      return signedInBy(await redeem(pasted, held, run), SIGN_IN_AGAIN, {
        ...former,
        codeDigest: digestOf(signIn.code),
      });
    }
    if (!signedIn?.refreshToken) throw nobodySignedIn(SIGN_IN_AGAIN, request);
    return signedInBy(await refresh(signedIn.refreshToken, run, request), SIGN_IN_AGAIN, signedIn);
  };
}

/** The verifier goes along where the code is, or may be, of the login that is under way. */
function verifierFor(pasted: Extract<Pasted, { kind: 'code' }>, { pending }: Held): Secret | undefined {
  if (!pending || (!pasted.isBare && pasted.state === undefined)) return undefined;
  if (pasted.state !== undefined && pasted.state !== pending.state) {
    throw new AuthError(
      'The address in "Authorization code" belongs to another login than the latest one (its state differs). Nothing was sent.',
      SIGN_IN_AGAIN,
      { signInAgain: true },
    );
  }
  return pending.verifier;
}

function codeKept(): AuthError {
  return new AuthError(
    'The code in "Authorization code" works once, and the Test button could not keep what it is exchanged for. It was not sent.',
    'Save the instance, then run !msgraph-user-test (or !msgraph-teams-test) in the War Room.',
  );
}
