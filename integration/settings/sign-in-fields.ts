import { parseAddress } from './addresses.js';
import { type Given, type Parameters, readField } from './aliases.js';
import { readSwitch } from './booleans.js';
import { FIELDS } from './fields.js';
import { type Findings } from './findings.js';

/** Everything in the form that has to do with signing in, under all its names. */
export interface SignInFields {
  readonly authType: Given | undefined;
  readonly managed: boolean;
  /** Undefined where the checkbox is absent or empty, which is not the same as unticked. */
  readonly selfDeployed: boolean | undefined;
  readonly clientId: Given | undefined;
  readonly tenant: Given | undefined;
  readonly secret: Given | undefined;
  readonly thumbprint: Given | undefined;
  readonly privateKey: Given | undefined;
  readonly redirectUri: Given | undefined;
  readonly code: Given | undefined;
  readonly managedClientId: Given | undefined;
}

/** Reads the fields that have to do with signing in; what they mean together is decided elsewhere. */
export function readSignInFields(params: Parameters, findings: Findings): SignInFields {
  const read = (name: keyof typeof FIELDS) => readField(params, FIELDS[name], findings);
  return {
    authType: read('authType'),
    managed: readSwitch(params, 'use_managed_identities', findings),
    selfDeployed: readSwitch(params, 'self_deployed', findings),
    clientId: read('clientId'),
    tenant: read('tenant'),
    secret: read('secret'),
    thumbprint: read('thumbprint'),
    privateKey: read('privateKey'),
    redirectUri: read('redirectUri'),
    code: read('code'),
    managedClientId: read('managedClientId'),
  };
}

/** One warning for the fields that are filled in although the flow makes no use of them. */
export function warnOfUnused(given: readonly (Given | undefined)[], flow: string, findings: Findings): void {
  const names = given.filter((value) => value !== undefined).map(({ from }) => from);
  if (names.length > 0) findings.warnings.push(`${flow} makes no use of ${names.join(', ')}.`);
}

/** Checks the redirect URI; it is kept as written, because Microsoft compares it character by character. */
export function checkRedirect(redirectUri: Given | undefined, findings: Findings): void {
  if (redirectUri === undefined) return;
  const parsed = parseAddress(redirectUri.text);
  if ('problem' in parsed) findings.faults.push(`${redirectUri.named} ${parsed.problem}.`);
}
