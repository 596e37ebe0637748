import type { MfaOutcome } from '../tenant/mfa-sessions.js';

/** What the service calls each outcome, whatever it was asked first. */
export const outcomeValues: Readonly<Record<MfaOutcome, string>> = {
  approve: 'Success',
  deny: 'PhoneAppDenied',
  'no-response': 'PhoneAppNoResponse',
  fraud: 'PhoneAppFraud',
  locked: 'AuthenticationMethodLocked',
  'all-devices-blocked': 'PhoneAppAllDevicesBlocked',
  challenge: 'Success',
};

/** Outcomes with which nobody is asked at all. */
export const refusedAtOnce: readonly MfaOutcome[] = ['locked', 'all-devices-blocked'];

/** The code that a challenge wants where the tenant's switches name no other. */
export const usualCode = '135790';

/** How long a session lasts (Entra: NPS extension errors, InvalidSession). */
export const sessionMilliseconds = 3 * 60 * 1000;
