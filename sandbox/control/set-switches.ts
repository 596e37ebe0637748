import type { TenantSwitches } from '../tenant/switches.js';

const counts = [
  'notificationCopies',
  'notificationsHeld',
  'passwordResetSeconds',
  'appPasswordDelaySeconds',
] as const;
const flags = ['areNotificationsLost', 'areValidationTokensForged', 'isPasswordWriteBackOn'] as const;

/**
 * Sets switches by name.
 *
 * @param wishes Values by name.
 * @returns What cannot be set; undefined where everything was. Nothing is set then.
 */
export function setSwitches(
  switches: TenantSwitches,
  wishes: Readonly<Record<string, unknown>>,
): string | undefined {
  const changes: (() => void)[] = [];
  for (const [given, value] of Object.entries(wishes)) {
    const count = counts.find((name) => name === given);
    const flag = flags.find((name) => name === given);
    if (count !== undefined && typeof value === 'number' && Number.isInteger(value) && value >= 0) {
      changes.push(() => (switches[count] = value));
    } else if (flag !== undefined && typeof value === 'boolean') {
      changes.push(() => (switches[flag] = value));
    } else if (given === 'wrongClientState' && (value === null || typeof value === 'string')) {
      changes.push(() => (switches.wrongClientState = value));
    } else {
      return `The switch '${given}' does not exist here, or does not take that value.`;
    }
  }
  for (const change of changes) change();
  return undefined;
}
