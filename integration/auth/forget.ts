import { type IntegrationContext, type IntegrationContextStore } from '../state/store.js';
import { withoutPendingDevice } from './pending-device.js';
import { withoutPendingLogin } from './pending-login.js';
import { SIGN_IN_LOCK } from './provider.js';
import { SIGN_IN_KEY } from './token-record.js';
import { updateContext } from '../state/update-context.js';

/** What sign-ins are kept under: ours, and those of the known integrations. */
const signInKeys = new Set([
  SIGN_IN_KEY,
  'current_refresh_token',
  'access_token',
  'valid_until',
  'device_code',
  'next_request_time',
  'delay_request_counter',
]);

/**
 * Forgets every sign-in that the context holds, once nobody is signing in, and leaves everything else there as it is.
 * It looks at no parameter and parses nothing, so that it works where nothing else does.
 */
export async function forgetSignIns(store: IntegrationContextStore): Promise<void> {
  await store.withLock(SIGN_IN_LOCK, () => updateContext(store, withoutSignIns));
}

function withoutSignIns(context: IntegrationContext): IntegrationContext {
  const others = Object.entries(context).filter(([key]) => !signInKeys.has(key));
  return withoutPendingDevice(withoutPendingLogin(Object.fromEntries(others)));
}
