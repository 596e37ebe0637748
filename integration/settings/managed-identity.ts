import { type Findings } from './findings.js';
import { GUID } from './guid.js';
import { type ManagedIdentitySignIn } from './settings.js';
import { type SignInFields, warnOfUnused } from './sign-in-fields.js';

/** The Azure machine's identity; nothing but the client ID of a user-assigned one is needed. */
export function readManagedIdentity(fields: SignInFields, findings: Findings): ManagedIdentitySignIn {
  const { clientId, tenant, secret, thumbprint, privateKey, redirectUri, code, managedClientId } = fields;
  warnOfUnused(
    [clientId, tenant, secret, thumbprint, privateKey, redirectUri, code],
    'A managed identity',
    findings,
  );
  if (managedClientId === undefined) return { flow: 'managed_identity' };
  if (!GUID.test(managedClientId.text)) {
    findings.faults.push(
      `${managedClientId.named} must be the client ID (a GUID) of a user-assigned identity.`,
    );
  }
  return { flow: 'managed_identity', clientId: managedClientId.text };
}
