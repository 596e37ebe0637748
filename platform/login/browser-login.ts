import { type SignedInUser } from '../../integration/auth/token.js';
import { type Connection } from '../../integration/dispatcher/connection.js';
import { cancelled } from '../../integration/http/cancelled.js';
import { type Run } from '../../integration/run.js';
import { type Secret } from '../../integration/secret.js';
import { beginBeside } from './begin-beside.js';
import { keepSignIn } from './keep-sign-in.js';
import { nobodyCame, notGranted } from './login-errors.js';
import { loopbackAddress } from './loopback-address.js';
import { listenForRedirect } from './redirect-listener.js';
import { userRegistration } from './user-registration.js';

/** How long the browser is waited for, in minutes: codes live no longer. */
export const BROWSER_MINUTES = 10;

/** Where a person is to sign in. */
export interface BrowserInvitation {
  readonly url: string;
  readonly redirectUri: string;
  /** Whether the instance names the redirect URI, or we chose it. */
  readonly isConfigured: boolean;
}

/** What a login in a browser works with. */
export interface BrowserLogin {
  readonly connection: Connection;
  readonly run: Run;
  /** Port to listen at; by default that of the instance's redirect URI, or a free one. */
  readonly port: number | undefined;
  /** Shows a person where to sign in. */
  readonly invite: (invitation: BrowserInvitation) => void;
  /** Told of an answer to another login, which was turned away. */
  readonly onForeign: () => void;
}

/**
 * Lets a person sign in in a browser, catches the code on this machine and redeems it at once (RFC 8252; Entra:
 * authorization code flow).
 * @returns Who signed in, where the answer told.
 * @throws SettingsError where nobody can sign in so. @throws AuthError where it is refused, or nobody comes.
 * @throws CancelledError when the run is cancelled.
 */
export async function logInByBrowser(login: BrowserLogin): Promise<SignedInUser | undefined> {
  const { connection, run, port, invite, onForeign } = login;
  const registration = userRegistration(connection.settings.signIn);
  const address = loopbackAddress(registration.redirectUri, port);
  const listener = await listenForRedirect(address);
  try {
    const { redirectUri } = listener;
    const application = { ...registration, redirectUri };
    const { url, pending } = await beginBeside(connection, application, run.clock.now());
    const answer = listener.answerTo(pending.state, onForeign);
    invite({ url, redirectUri, isConfigured: address.isConfigured });
    const arrived = await withinTime(answer, run);
    const query = new URL(arrived.reveal()).searchParams;
    if (query.has('error')) throw notGranted(query);
    return await keepSignIn(connection, application, { pending, code: arrived }, run);
  } finally {
    await listener.close();
  }
}

async function withinTime(answer: Promise<Secret>, { clock, signal }: Run): Promise<Secret> {
  const over = new AbortController();
  const timeOver = clock
    .sleep(BROWSER_MINUTES * 60_000, AbortSignal.any([over.signal, ...(signal ? [signal] : [])]))
    .then(
      () => {
        throw nobodyCame(BROWSER_MINUTES);
      },
      () => {
        throw cancelled(signal, 'while it waited for the browser');
      },
    );
  try {
    return await Promise.race([answer, timeOver]);
  } finally {
    over.abort();
  }
}
