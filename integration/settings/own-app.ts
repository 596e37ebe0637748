import { Secret } from '../secret.js';
import { missing } from './aliases.js';
import { readCredential } from './credential.js';
import { FIELDS } from './fields.js';
import { type Findings } from './findings.js';
import { GUID } from './guid.js';
import { type ClientCredentialsSignIn, type DeviceCodeSignIn, type UserSignIn } from './settings.js';
import { checkRedirect, type SignInFields, warnOfUnused } from './sign-in-fields.js';

/** A domain name of at least two labels (RFC 1035 2.3.1). */
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/i;

/** Which app registration of which tenant. */
interface Registration {
  readonly tenant: string;
  readonly clientId: string;
}

function readRegistration({ tenant, clientId }: SignInFields, findings: Findings): Registration | undefined {
  if (tenant === undefined) findings.faults.push(missing(FIELDS.tenant));
  else if (!GUID.test(tenant.text) && !DOMAIN.test(tenant.text)) {
    findings.faults.push(`${tenant.named} must be the ID (a GUID) or a domain name of the tenant.`);
  }
  if (clientId === undefined) findings.faults.push(missing(FIELDS.clientId));
  return tenant && clientId && { tenant: tenant.text, clientId: clientId.text };
}

/** The application signs in as itself. */
export function readClientCredentials(
  fields: SignInFields,
  findings: Findings,
): ClientCredentialsSignIn | undefined {
  const { authType, redirectUri, code } = fields;
  const registration = readRegistration(fields, findings);
  const credential = readCredential(fields, findings);
  checkRedirect(redirectUri, findings);
  checkCode(fields, findings);
  if (authType !== undefined) warnOfUnused([code], 'auth_type=client_credentials', findings);
  else if (redirectUri !== undefined) {
    findings.warnings.push(
      `${redirectUri.named} is set without an authorization code, so the application signs in as itself. To sign in as a user, set auth_type to user_auth_flow.`,
    );
  }
  if (registration === undefined || credential === undefined) return undefined;
  return {
    flow: 'client_credentials',
    ...registration,
    credential,
    inferred: authType === undefined,
    ...(redirectUri && { redirectUri: redirectUri.text }),
  };
}

/** A user signs in; without a code they have yet to. */
export function readUserSignIn(fields: SignInFields, findings: Findings): UserSignIn | undefined {
  const { redirectUri, code } = fields;
  const registration = readRegistration(fields, findings);
  const credential = readCredential(fields, findings);
  checkRedirect(redirectUri, findings);
  checkCode(fields, findings);
  if (registration === undefined || credential === undefined) return undefined;
  return {
    flow: 'user_auth_flow',
    ...registration,
    credential,
    ...(redirectUri && { redirectUri: redirectUri.text }),
    ...(code && { code: new Secret(code.text) }),
  };
}

/** A user signs in on another device; the application proves nothing of itself, so it needs no secret. */
export function readDeviceCode(fields: SignInFields, findings: Findings): DeviceCodeSignIn | undefined {
  const { secret, thumbprint, privateKey, redirectUri, code } = fields;
  warnOfUnused([secret, thumbprint, privateKey, redirectUri, code], 'auth_type=device_code', findings);
  const registration = readRegistration(fields, findings);
  return registration && { flow: 'device_code', ...registration };
}

function checkCode({ code, redirectUri }: SignInFields, findings: Findings): void {
  if (code !== undefined && redirectUri === undefined) {
    findings.faults.push(
      `${code.named} needs redirect_uri (${FIELDS.redirectUri.label}), the address the code was sent to.`,
    );
  }
}
