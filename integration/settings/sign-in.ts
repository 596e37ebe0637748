import { nearestName } from '../suggest.js';
import { type Parameters } from './aliases.js';
import { type Findings, quoted } from './findings.js';
import { readHostedApp } from './hosted-app.js';
import { readManagedIdentity } from './managed-identity.js';
import { readClientCredentials, readDeviceCode, readUserSignIn } from './own-app.js';
import { type SignIn } from './settings.js';
import { readSignInFields, type SignInFields, warnOfUnused } from './sign-in-fields.js';

type Flow = SignIn['flow'];

/** Values of `auth_type`, then the names of the same in other integrations, which write blanks where these have `_`. */
const FLOWS: Readonly<Record<string, Flow>> = {
  cortex_app: 'cortex_app',
  client_credentials: 'client_credentials',
  user_auth_flow: 'user_auth_flow',
  device_code: 'device_code',
  managed_identity: 'managed_identity',
  authorization_code: 'user_auth_flow',
  azure_managed_identities: 'managed_identity',
};

/** What `auth_type` offers. */
const OFFERED = [...new Set(Object.values(FLOWS))];

/**
 * How the instance signs in. An explicit `auth_type` decides; left empty, the other fields do, in the order the known
 * integrations use: managed identity, hosted application where no own one is claimed (a redirect URI claims one), user
 * where code and redirect URI are given, else the application itself.
 *
 * @returns Undefined where a fault keeps it from being known.
 */
export function readSignIn(params: Parameters, findings: Findings): SignIn | undefined {
  const fields = readSignInFields(params, findings);
  const flow = fields.authType === undefined ? inferredFlow(fields) : namedFlow(fields, findings);
  if (flow !== 'managed_identity') {
    warnOfUnused([fields.managedClientId], 'Signing in without a managed identity', findings);
  }
  switch (flow) {
    case 'managed_identity':
      return readManagedIdentity(fields, findings);
    case 'cortex_app':
      return readHostedApp(fields, findings);
    case 'user_auth_flow':
      return readUserSignIn(fields, findings);
    case 'device_code':
      return readDeviceCode(fields, findings);
    case 'client_credentials':
      return readClientCredentials(fields, findings);
    case undefined:
      return undefined;
  }
}

function inferredFlow({ managed, selfDeployed, code, redirectUri }: SignInFields): Flow {
  if (managed) return 'managed_identity';
  const isUser = code !== undefined && redirectUri !== undefined;
  // A redirect URI alone is what remains of a user's sign-in when the spent code was removed.
  if (!(selfDeployed ?? redirectUri !== undefined)) return 'cortex_app';
  return isUser ? 'user_auth_flow' : 'client_credentials';
}

function namedFlow({ authType, managed, selfDeployed }: SignInFields, findings: Findings): Flow | undefined {
  if (authType === undefined) return undefined;
  const { text, named } = authType;
  const name = text.toLowerCase().replaceAll(/[\s-]+/g, '_');
  const flow = Object.hasOwn(FLOWS, name) ? FLOWS[name] : undefined;
  if (flow === undefined) {
    const meant = nearestName(text, OFFERED);
    const hint = meant === undefined ? '' : ` Did you mean ${quoted(meant)}?`;
    findings.faults.push(`${named} is ${quoted(text)} and must be one of ${OFFERED.join(', ')}.${hint}`);
  } else if (managed && flow !== 'managed_identity') {
    findings.faults.push(`${named} is ${flow} while use_managed_identities is true. Change one of them.`);
  } else if (selfDeployed && flow === 'cortex_app') {
    findings.faults.push(`${named} is cortex_app while self_deployed is true. Change one of them.`);
  }
  return flow;
}
