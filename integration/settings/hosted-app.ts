import { Secret } from '../secret.js';
import { parseAddress } from './addresses.js';
import { type Given, missing } from './aliases.js';
import { FIELDS } from './fields.js';
import { type Findings } from './findings.js';
import { type HostedAppSignIn } from './settings.js';
import { type SignInFields } from './sign-in-fields.js';

const OWN_APP_HINT =
  'For an app registration of your own, set self_deployed to true or auth_type to client_credentials.';

/** Lengths of an AES key in bytes. */
const KEY_BYTES = [16, 24, 32];

/**
 * The vendor's hosted application. The three fields that hold client ID, tenant and secret of an own application hold
 * its registration ID, token and encryption key.
 */
export function readHostedApp(fields: SignInFields, findings: Findings): HostedAppSignIn | undefined {
  const { clientId, tenant, secret, thumbprint, privateKey, redirectUri, code } = fields;
  const unusable = [thumbprint, privateKey, redirectUri, code].filter((value) => value !== undefined);
  if (unusable.length > 0) {
    const names = unusable.map(({ from }) => from).join(', ');
    findings.faults.push(`${names} cannot be used with the hosted application. ${OWN_APP_HINT}`);
  }
  if (tenant === undefined) findings.faults.push(missing(FIELDS.tenant));
  if (clientId === undefined) findings.faults.push(missing(FIELDS.clientId));
  if (secret === undefined) findings.faults.push(`${missing(FIELDS.secret)} ${OWN_APP_HINT}`);
  else if (!isAesKey(secret.text)) {
    findings.faults.push(
      `${secret.named} is not the key of the hosted application, which is Base64 of 16, 24 or 32 bytes. ${OWN_APP_HINT}`,
    );
  }
  const registration = clientId && readRegistration(clientId, findings);
  if (registration === undefined || tenant === undefined || secret === undefined) return undefined;
  return {
    flow: 'cortex_app',
    // Only the known chat integration calls its ID so: an instance taken over from it has that one's registration.
    appName: clientId?.from === 'client_id' ? 'ms-graph-teams' : 'ms-graph-user',
    ...registration,
    token: new Secret(tenant.text),
    key: new Secret(secret.text),
  };
}

/** An ID may name where to ask for tokens: `id@https://…`. The token goes there, so it has to be safe to send it. */
function readRegistration(
  { text, named }: Given,
  findings: Findings,
): Pick<HostedAppSignIn, 'id' | 'tokenUrl'> | undefined {
  const at = text.indexOf('@');
  if (at < 0) return { id: text };
  const address = parseAddress(text.slice(at + 1));
  if ('url' in address && at > 0) return { id: text.slice(0, at), tokenUrl: address.url.href };
  const problem = 'problem' in address ? `its address ${address.problem}` : 'the ID is missing';
  findings.faults.push(`${named} has the form id@address, and ${problem}.`);
  return undefined;
}

function isAesKey(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && KEY_BYTES.includes(Buffer.from(text, 'base64').length);
}
