import { AuthError } from '../errors.js';
import { cancelled } from '../http/cancelled.js';
import { type HttpClient } from '../http/client.js';
import { textAt } from '../json.js';
import { type Run } from '../run.js';
import { Secret } from '../secret.js';
import { type Settings } from '../settings/settings.js';
import { type IntegrationContextStore } from '../state/store.js';
import { bindingOf } from './binding.js';
import { claimsWith, deviceRegistration, endpointOf, grantedBy } from './device-sign-in.js';
import {
  type PendingDevice,
  readPendingDevice,
  withoutPendingDevice,
  withPendingDevice,
} from './pending-device.js';
import { explainRefusal } from './refusal.js';
import { postForm } from './sign-in-answer.js';
import { START_AGAIN } from './sign-in-again.js';
import { withSignIn } from './token-record.js';
import { type DeviceInstructions, type DeviceOutcome } from './token.js';
import { updateContext } from '../state/update-context.js';
import { signedInBy } from './user-answer.js';

/** How long the command that completes a login waits for the person, in milliseconds. */
const PATIENCE_MS = 60_000;

/** What a device login works with. */
export interface DeviceLogin {
  readonly settings: Settings;
  readonly http: HttpClient;
  readonly store: IntegrationContextStore;
  readonly run: Run;
}

/**
 * Begins a login on another device and remembers it for the command that completes it (RFC 8628, 3.1; Entra: device
 * authorization grant).
 * @param scopes Permissions on Graph without its address.
 * @throws SettingsError for an instance of another flow. @throws AuthError when it is refused.
 */
export async function startDeviceLogin(
  { settings, http, store, run }: DeviceLogin,
  scopes: readonly string[],
): Promise<DeviceInstructions> {
  const signIn = deviceRegistration(settings);
  const asked = scopes.map((scope) => `${settings.graphUrl}/${scope}`).join(' ');
  const form = { client_id: signIn.clientId, scope: `openid profile offline_access ${asked}` };
  const url = endpointOf(settings, signIn, 'devicecode');
  const { status, body } = await postForm(http, url, form, true, run);
  const deviceCode = textAt(body, 'device_code');
  const userCode = textAt(body, 'user_code');
  const page = textAt(body, 'verification_uri');
  if (status !== 200 || !deviceCode || !userCode || !page) throw explainRefusal(status, body, START_AGAIN);
  const seconds = secondsIn(body['expires_in'], 900);
  const device: PendingDevice = {
    deviceCode: new Secret(deviceCode),
    intervalSeconds: secondsIn(body['interval'], 5),
    expiresOn: run.clock.now() + seconds * 1000,
    binding: bindingOf(settings),
  };
  await updateContext(store, (context) => withPendingDevice(context, device));
  return { page, userCode, minutes: Math.floor(seconds / 60) };
}

/**
 * Completes the login that was begun, waiting a while for the person (RFC 8628, 3.4 and 3.5).
 * @throws AuthError where it was declined, has ended, or was never begun.
 */
export async function completeDeviceLogin({
  settings,
  http,
  store,
  run,
}: DeviceLogin): Promise<DeviceOutcome> {
  const signIn = deviceRegistration(settings);
  const binding = bindingOf(settings);
  const device = readPendingDevice((await store.read()).value, binding);
  if (!device) throw new AuthError('No login was begun, or it was completed.', START_AGAIN);
  const form = {
    client_id: signIn.clientId,
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: device.deviceCode.reveal(),
    claims: claimsWith(),
  };
  const url = endpointOf(settings, signIn, 'token');
  const until = Math.min(run.clock.now() + PATIENCE_MS, run.deadline);
  let interval = device.intervalSeconds * 1000;
  for (;;) {
    const answer = await postForm(http, url, form, false, run);
    const error = textAt(answer.body, 'error');
    if (error === 'slow_down') interval += 5_000;
    if (error !== 'authorization_pending' && error !== 'slow_down') {
      const ending = endOf(error);
      if (ending) {
        await updateContext(store, withoutPendingDevice);
        throw ending;
      }
      const signedIn = signedInBy(grantedBy(answer, run), START_AGAIN, {});
      await updateContext(store, (context) => withoutPendingDevice(withSignIn(context, binding, signedIn)));
      return { isPending: false, ...(signedIn.user && { user: signedIn.user }) };
    }
    if (run.clock.now() + interval > until) {
      const slower = { ...device, intervalSeconds: interval / 1000 };
      await updateContext(store, (context) => withPendingDevice(context, slower));
      return { isPending: true };
    }
    run.onWait('nobody has entered the code yet', interval / 1000);
    await run.clock.sleep(interval, run.signal).catch(() => {
      throw cancelled(run.signal, 'while it waited for the sign-in');
    });
  }
}

const endings: Readonly<Record<string, string>> = {
  authorization_declined: 'The sign-in was declined.',
  access_denied: 'The sign-in was declined.',
  expired_token: 'The code was not entered in time.',
  code_expired: 'The code was not entered in time.',
  bad_verification_code: 'The login that was begun is not known any more.',
};

function endOf(error = ''): AuthError | undefined {
  const meaning = endings[error];
  return meaning === undefined ? undefined : new AuthError(meaning, START_AGAIN, { code: error });
}

function secondsIn(value: unknown, usual: number): number {
  const seconds = Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : usual;
}
