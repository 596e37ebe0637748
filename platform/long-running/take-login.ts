import { readPendingLogin, withoutPendingLogin } from '../../integration/auth/pending-login.js';
import { type PendingLogin } from '../../integration/auth/token.js';
import { type IntegrationContextStore } from '../../integration/state/store.js';
import { updateContext } from '../../integration/state/update-context.js';

/**
 * Takes a login out of the integration context before anything is sent for it: of two answers at once, in whichever
 * containers, one finds it.
 * @param now Milliseconds since 1970.
 * @returns Whether it was still there.
 */
export async function takeLogin(
  store: IntegrationContextStore,
  { state }: PendingLogin,
  now: number,
): Promise<boolean> {
  let isTaken = false;
  await updateContext(store, (context) => {
    isTaken = readPendingLogin(context, now)?.state === state;
    return isTaken ? withoutPendingLogin(context) : context;
  });
  return isTaken;
}
