import { systemClock } from '../integration/clock.js';
import { type SignedInUser } from '../integration/auth/token.js';
import { type Connection, connectionOf } from '../integration/dispatcher/connection.js';
import { CancelledError, SettingsError, SoarError } from '../integration/errors.js';
import { silentLog } from '../integration/log.js';
import { type Choice, chooseInstance } from '../platform/instances/choose.js';
import { homeFolder } from '../platform/instances/home.js';
import { BROWSER_MINUTES, type BrowserInvitation, logInByBrowser } from '../platform/login/browser-login.js';
import { logInOnDevice } from '../platform/login/device-login.js';
import { withLoginAgain } from '../platform/login/login-errors.js';
import { unseenRun } from '../platform/unseen-run.js';
import { SANDBOX_LINE } from '../warroom/render.js';
import { visibleText } from '../warroom/terminal/visible-text.js';
import { openInstance } from './instance.js';
import { INTERRUPTED, interruptSignal } from './interrupt.js';
import { openBrowser } from './open-browser.js';
import { MISUSE, readOptions } from './options.js';

const usage = 'Usage: msgraph-soar login [--instance NAME] [--port N], or [--instance NAME] --device\n';

/** How long a login may take in all, in milliseconds: longer than any code works. */
const TIME_BUDGET_MS = 20 * 60_000;

const warn = (text: string): void => {
  process.stderr.write(`${visibleText(text)}\n`);
};

/** How somebody wants to sign in. */
interface Wish {
  readonly device: boolean;
  readonly port: number | undefined;
}

/** Lets a person sign in for an instance: 0 when they did, 1 when not, 2 when misused, 130 after Ctrl-C. */
export default async function login(args: readonly string[]): Promise<number> {
  const options = readOptions({
    args: [...args],
    options: {
      instance: { type: 'string', short: 'i' },
      device: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  if (!options) return MISUSE;
  const { instance, device, port: portText } = options.values;
  const port = portText === undefined ? undefined : Number(portText);
  const isPort = port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65_535);
  if (!isPort || (device && port !== undefined)) {
    process.stderr.write(usage);
    return MISUSE;
  }
  try {
    return await logIn(await chosen(instance), { device, port });
  } catch (thrown) {
    const error = withLoginAgain(thrown);
    if (!(error instanceof SoarError)) throw error;
    warn(error.text);
    return error instanceof CancelledError ? INTERRUPTED : 1;
  }
}

/** @throws SettingsError too where nobody named an instance and there is none: nobody logs in to a sandbox unasked. */
async function chosen(name: string | undefined): Promise<Choice> {
  const choice = await chooseInstance(name, homeFolder(process.env), process.env);
  if (choice.kind === 'tenant' || !choice.implicit) return choice;
  throw new SettingsError(
    'There is no instance to sign in to.',
    'Add one with msgraph-soar instance add, or try it out with --instance sandbox.',
  );
}

async function logIn(choice: Choice, wish: Wish): Promise<number> {
  const { instance, close } = await openInstance(choice, true);
  try {
    if (choice.kind === 'sandbox') process.stdout.write(`${SANDBOX_LINE}\n`);
    const user = await signIn(connectionOf(instance, warn), wish);
    const who = visibleText(user?.name ?? user?.id ?? 'a user');
    process.stdout.write(
      choice.kind === 'sandbox'
        ? `Signed in as ${who}. The sandbox forgets it at once, and signs in by itself with every command.\n`
        : `Signed in as ${who}. Try it: msgraph-soar --instance ${choice.name} '!msgraph-user-test'\n`,
    );
    return 0;
  } finally {
    await close();
  }
}

function signIn(connection: Connection, { device, port }: Wish): Promise<SignedInUser | undefined> {
  const run = unseenRun(
    { clock: systemClock, log: silentLog, signal: interruptSignal('login') },
    TIME_BUDGET_MS,
  );
  if (!device) return logInByBrowser({ connection, run, port, invite, onForeign });
  return logInOnDevice(connection.tokens, run, ({ page, userCode, minutes }) => {
    process.stdout.write(
      visibleText(`Within ${minutes} minutes open ${page}, enter the code ${userCode} and sign in.\n`),
    );
    warn('Waiting for the sign-in. Ctrl-C cancels.');
  });
}

function invite({ url, redirectUri, isConfigured }: BrowserInvitation): void {
  process.stdout.write(`Within ${BROWSER_MINUTES} minutes open this address and sign in:\n\n${url}\n\n`);
  if (!isConfigured) {
    warn('If the page says AADSTS50011, add the redirect URI http://localhost/ to the app registration.');
  }
  warn(`Waiting for the browser to come back to ${redirectUri}. Ctrl-C cancels.`);
  if (process.stdout.isTTY) openBrowser(url);
}

function onForeign(): void {
  warn('An answer to another login was turned away. Still waiting.');
}
