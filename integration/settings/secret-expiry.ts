import { type Parameters, readField } from './aliases.js';
import { FIELDS } from './fields.js';
import { type Findings } from './findings.js';
import { type SignIn } from './settings.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads the day on which the client secret ends, as the Entra admin center shows it: Microsoft tells an application
 * nothing about its own secret.
 * @param signIn Undefined where the instance's sign-in is at fault.
 * @returns The beginning of that day (UTC) in milliseconds since 1970; undefined where it is not given.
 */
export function readSecretExpiry(
  params: Parameters,
  signIn: SignIn | undefined,
  findings: Findings,
): number | undefined {
  const given = readField(params, FIELDS.secretExpiry, findings);
  if (given === undefined) return undefined;
  const at = DATE.test(given.text) ? Date.parse(given.text) : NaN;
  // A day that does not exist, such as 30 February, is either refused or moved by the parser.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(given.text)) {
    // Not with its value: somebody may have put the secret itself there.
    findings.faults.push(`${given.named} must be a day, such as 2027-01-31.`);
    return undefined;
  }
  const hasSecret = signIn !== undefined && 'credential' in signIn && signIn.credential.kind === 'secret';
  if (signIn !== undefined && !hasSecret) {
    findings.warnings.push(`${given.named} is not used: this instance signs in without a client secret.`);
    return undefined;
  }
  return at;
}
