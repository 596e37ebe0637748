import { SettingsError } from '../errors.js';
import { type Parameters, readField } from './aliases.js';
import { readAuditRequired } from './audit.js';
import { readSwitch } from './booleans.js';
import { readChatEvents } from './chat-events.js';
import { readPlace } from './cloud.js';
import { FIELDS } from './fields.js';
import { type Findings } from './findings.js';
import { warnOfUnknown } from './known-parameters.js';
import { readProtectedUsers } from './protected-users.js';
import { readSecretExpiry } from './secret-expiry.js';
import { type Settings } from './settings.js';
import { readSignIn } from './sign-in.js';
import { readTrustedCertificates } from './trusted-certificates.js';

/**
 * Turns an instance's parameters into settings. Takes every name and shape that instances of either known integration
 * carry: text in place of booleans, credentials as an object, as a vault's answer or as plain text.
 *
 * @param params The parameters by name, as the platform, a file or a request delivers them.
 * @returns The settings, checked as a whole; `warnings` holds what is allowed but worth knowing.
 * @throws {SettingsError} Naming every fault by the field the caller used, and no value of a secret field.
 */
export function parseSettings(params: Parameters): Settings {
  const findings: Findings = { faults: [], warnings: [] };
  const place = readPlace(params, findings);
  const signIn = readSignIn(params, findings);
  const secretExpiresOn = readSecretExpiry(params, signIn, findings);
  const delegatedUser = readField(params, FIELDS.delegatedUser, findings)?.text;
  const handleError = readSwitch(params, 'handle_error', findings);
  const allowSecretGenerators = readSwitch(params, 'allow_secret_generators', findings);
  const insecure = readSwitch(params, 'insecure', findings);
  const insecureLogin = readSwitch(params, 'insecure_login', findings);
  const caCertificates = readTrustedCertificates(params, findings);
  const proxy = readSwitch(params, 'proxy', findings);
  const auditRequired = readAuditRequired(params, findings);
  const protectedUsers = readProtectedUsers(params, findings);
  const allowProtectionOverride = readSwitch(params, 'allow_protection_override', findings);
  const chatEvents = readChatEvents(params, findings);
  warnOfUnknown(params, findings);
  if (insecure) {
    findings.warnings.push(
      'insecure is on: whoever stands between can read the access tokens and the answers.',
    );
  }
  if (insecureLogin) {
    findings.warnings.push(
      'insecure_login is on: whoever stands between can read the secret and the refresh tokens.',
    );
  }
  const { faults, warnings } = findings;
  if (faults.length > 0 || place === undefined || signIn === undefined) {
    throw new SettingsError(
      ['The instance cannot work as it is set up:', ...faults.map((fault) => `- ${fault}`)].join('\n'),
      "Correct these fields in the instance's settings, then run msgraph-user-test.",
    );
  }
  return {
    ...place,
    signIn,
    selfDeployed: signIn.flow !== 'cortex_app',
    ...(secretExpiresOn !== undefined && { secretExpiresOn }),
    ...(delegatedUser !== undefined && { delegatedUser }),
    handleError,
    allowSecretGenerators,
    insecure,
    insecureLogin,
    ...(caCertificates !== undefined && { caCertificates }),
    proxy,
    auditRequired,
    protectedUsers,
    allowProtectionOverride,
    ...(chatEvents && { chatEvents }),
    warnings,
  };
}
