import { allRegistered } from '../../commands/session/login-scopes.js';
import {
  type DeviceInstructions,
  type SignedInUser,
  type SignInProvider,
} from '../../integration/auth/token.js';
import { cancelled } from '../../integration/http/cancelled.js';
import { type Run } from '../../integration/run.js';
import { notEntered } from './login-errors.js';

/** What lies between two rounds of waiting, in milliseconds: the pause the service asks for (RFC 8628, 3.5). */
const PAUSE_MS = 5_000;

/**
 * Lets a person sign in on another device, and waits for as long as their code works.
 * @param invite Shows them where, and with which code.
 * @returns Who signed in, where the answer told.
 * @throws SettingsError for an instance of another flow. @throws AuthError where it is refused, or nobody comes.
 * @throws CancelledError when the run is cancelled.
 */
export async function logInOnDevice(
  tokens: Pick<SignInProvider, 'startDeviceLogin' | 'completeDeviceLogin'>,
  run: Run,
  invite: (instructions: DeviceInstructions) => void,
): Promise<SignedInUser | undefined> {
  const instructions = await tokens.startDeviceLogin(run, allRegistered);
  const until = run.clock.now() + instructions.minutes * 60_000;
  invite(instructions);
  while (run.clock.now() < until) {
    const { isPending, user } = await tokens.completeDeviceLogin(run);
    if (!isPending) return user;
    await run.clock.sleep(PAUSE_MS, run.signal).catch(() => {
      throw cancelled(run.signal, 'while it waited for the sign-in');
    });
  }
  throw notEntered();
}
