import { type Parameters } from './aliases.js';
import { type CloudName, CLOUDS, type MfaService, WORLDWIDE_MFA } from './clouds.js';
import { FIELDS } from './fields.js';
import { type Findings } from './findings.js';
import { readServer } from './server.js';

/**
 * Where the MFA service is: the cloud's own, or `mfa_endpoint` where the cloud has none that is known. A token for one
 * service is never sent to another.
 *
 * @returns Undefined where no address is known.
 */
export function readMfaService(
  cloud: CloudName,
  params: Parameters,
  findings: Findings,
): MfaService | undefined {
  const known = CLOUDS.find(({ name }) => name === cloud)?.mfa;
  const given = readServer(params, FIELDS.mfaService, findings);
  if (given === undefined) return known;
  if (known === undefined) return { url: given.origin, resource: WORLDWIDE_MFA.resource };
  if (given.origin !== known.url) {
    findings.warnings.push(
      `${given.named} is not used: the MFA service of the cloud ${cloud} is ${known.url}. Only a Custom cloud names its own.`,
    );
  }
  return known;
}
