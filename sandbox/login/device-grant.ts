import { randomInt } from 'node:crypto';
import { withLoginFaults } from '../faults/with-login-faults.js';
import type { Call, Outcome } from '../http/exchange.js';
import type { SandboxApp } from '../tenant/apps.js';
import { grantKey, type DeviceGrant } from '../tenant/grants.js';
import { Refused } from './aadsts.js';
import type { LoginContext } from './context.js';
import { checkTenant, formOf, knownApp, required } from './login-request.js';
import { readScopes } from './scopes.js';
import { newSecret } from './user-tokens.js';

const lifetimeSeconds = 15 * 60;
const intervalSeconds = 5;

/** What a device may be early, so that a delay on the way is not taken for haste. */
const toleranceSeconds = 1;

/** Letters and digits that cannot be taken for one another. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function newUserCode(): string {
  return Array.from({ length: 9 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** @returns Whether nobody can enter the code of a device any more. */
export function isExpired(device: DeviceGrant, now: number): boolean {
  return now - device.issuedAt > lifetimeSeconds * 1000;
}

async function start(call: Call, tenant: string, context: LoginContext): Promise<Outcome> {
  if (call.method !== 'POST') throw new Refused(900561, { method: call.method });
  const form = formOf(call);
  const clientId = required(form, 'client_id');
  const scope = required(form, 'scope');
  checkTenant(tenant, clientId, false);
  const app = knownApp(clientId, tenant);
  readScopes(scope, call.origin);
  const deviceCode = newSecret(150);
  const userCode = newUserCode();
  await context.grants.add(deviceCode, {
    kind: 'device',
    clientId: app.clientId,
    scope,
    issuedAt: context.now(),
    userCode: grantKey(userCode),
    isRedeemed: false,
  });
  const page = `${call.origin}/devicelogin`;
  const json = {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: page,
    expires_in: lifetimeSeconds,
    interval: intervalSeconds,
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
  };
  return { answer: { status: 200, headers: {}, json }, acted: false, app: app.name };
}

/** `POST /{tenant}/oauth2/v2.0/devicecode` (Entra: device authorization grant; RFC 8628 3.1, 3.2). */
export async function answerDeviceCode(call: Call, tenant: string, context: LoginContext): Promise<Outcome> {
  return withLoginFaults(call, context, () => start(call, tenant, context));
}

/**
 * One poll of a device (RFC 8628 3.4, 3.5).
 *
 * @param request The `device_code` parameter; `code`, as old clients name it, is understood too.
 * @returns The grant, once somebody agreed.
 * @throws Refused while nobody decided, and for good when it was declined, expired, used or never given out.
 */
export async function pollDevice(
  app: SandboxApp,
  { form, context }: { form: URLSearchParams; context: LoginContext },
): Promise<DeviceGrant> {
  const now = context.now();
  const secret = form.get('device_code') ?? required(form, 'code');
  const found: DeviceGrant[] = [];
  await context.grants.change(grantKey(secret), (device) => {
    if (device?.kind !== 'device' || device.isRedeemed) throw new Refused(70018);
    if (device.clientId !== app.clientId) throw new Refused(70000);
    if (isExpired(device, now)) throw new Refused(70020);
    if (device.userId === '') throw new Refused(65004, {}, 'authorization_declined');
    found.push(device);
    return device.userId === undefined ? { ...device, polledAt: now } : { ...device, isRedeemed: true };
  });
  const [device] = found;
  if (!device) throw new Refused(70018);
  if (device.userId !== undefined) return device;
  const since = now - (device.polledAt ?? -Infinity);
  const isHasty = since < (intervalSeconds - toleranceSeconds) * 1000;
  throw new Refused(70016, {}, isHasty ? 'slow_down' : 'authorization_pending');
}
