import { Secret } from '../secret.js';
import { parsePrivateKey, parseThumbprint } from './certificate.js';
import { missing } from './aliases.js';
import { FIELDS } from './fields.js';
import { type Findings } from './findings.js';
import { GUID } from './guid.js';
import { type Credential } from './settings.js';
import { type SignInFields } from './sign-in-fields.js';

/**
 * What an own app registration proves itself with: a certificate where both halves are given, else a client secret.
 *
 * @returns Undefined where neither is usable; the faults then say why.
 */
export function readCredential(fields: SignInFields, findings: Findings): Credential | undefined {
  const { secret, thumbprint, privateKey } = fields;
  if (thumbprint !== undefined || privateKey !== undefined) {
    if (secret !== undefined && thumbprint !== undefined && privateKey !== undefined) {
      findings.warnings.push(`The certificate is used and ${secret.from} is not.`);
    }
    return readCertificate(fields, findings);
  }
  if (secret === undefined) {
    findings.faults.push(`${missing(FIELDS.secret)} Or give a certificate: creds_certificate.`);
    return undefined;
  }
  if (GUID.test(secret.text)) {
    findings.warnings.push(
      `${secret.named} looks like the ID of a client secret. Microsoft asks for its value, shown once when it is made.`,
    );
  }
  return { kind: 'secret', secret: new Secret(secret.text) };
}

function readCertificate(
  { thumbprint, privateKey }: SignInFields,
  findings: Findings,
): Credential | undefined {
  const print = thumbprint && parseThumbprint(thumbprint.text);
  if (thumbprint === undefined) findings.faults.push(missing(FIELDS.thumbprint));
  else if (print === undefined) {
    findings.faults.push(
      `${thumbprint.named} must be 40 hex digits (SHA-1) or 64 (SHA-256), colons and spaces apart.`,
    );
  }
  if (privateKey === undefined) {
    findings.faults.push(missing(FIELDS.privateKey));
    return undefined;
  }
  const key = parsePrivateKey(privateKey.text, print?.thumbprint);
  if ('problem' in key) {
    findings.faults.push(`${privateKey.named} ${key.problem}.`);
    return undefined;
  }
  return print && { kind: 'certificate', ...print, ...key };
}
