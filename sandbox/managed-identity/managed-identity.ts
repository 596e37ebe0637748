import { isManagedIdentityFault, retryAfterOf, type FaultRule } from '../faults/fault-rule.js';
import { withFault } from '../faults/with-faults.js';
import type { Answer, Call, Outcome } from '../http/exchange.js';
import { mintAccessToken } from '../login/access-token.js';
import type { LoginContext } from '../login/context.js';
import { audienceOf } from '../login/scopes.js';
import { identityHeader, managedIdentities } from '../tenant/apps.js';

function refusal(status: number, error: string, description: string): Answer {
  return { status, headers: {}, json: { error, error_description: description } };
}

function faultAnswer(rule: FaultRule): Answer {
  const status = rule.kind.startsWith('throttle') ? 429 : Number(rule.kind.slice(0, 3));
  const texts: Readonly<Record<number, string>> = {
    404: 'No identity is assigned to this resource yet.',
    410: 'The identity endpoint is being updated.',
    429: 'Too many requests.',
  };
  const text = texts[status] ?? 'Failed to retrieve token from the upstream server.';
  const answer = refusal(status, status === 429 ? 'too_many_requests' : 'unknown', text);
  return { ...answer, headers: retryAfterOf(rule) };
}

type Told = Pick<Outcome, 'answer' | 'app'>;

const bad = (description: string): Told => ({ answer: refusal(400, 'invalid_request', description) });

/** What the service in question wants to see before it looks at the rest; undefined where it is content. */
function objection(call: Call, query: URLSearchParams, { arcKeys }: LoginContext): Told | undefined {
  if (call.method !== 'GET') return { answer: { status: 405, headers: { allow: 'GET' } } };
  const version = query.get('api-version');
  if (/^\/msi\/token/i.test(call.path)) {
    if (call.headers['x-identity-header'] !== identityHeader) {
      return { answer: refusal(401, 'unauthorized', 'The identity header is missing or wrong') };
    }
    return version === '2019-08-01' ? undefined : bad('Unsupported or missing api-version');
  }
  if (call.headers['metadata']?.toLowerCase() !== 'true') {
    return bad('Required metadata header not specified');
  }
  // A request that came through a proxy is refused, so that no proxy can be talked into fetching a token.
  if (call.headers['x-forwarded-for'] !== undefined) return bad('X-Forwarded-For is not allowed');
  if (version === '2020-06-01' && arcKeys) return arcKeys.challenge(call.headers['authorization']);
  return version === '2018-02-01' ? undefined : bad('Unsupported or missing api-version');
}

async function tokenAnswer(call: Call, context: LoginContext): Promise<Told> {
  const query = new URLSearchParams(call.query);
  const now = context.now();
  const objected = objection(call, query, context);
  if (objected) return objected;
  const resource = query.get('resource') ?? '';
  if (resource === '') return bad('Required audience parameter not specified');
  const clientId = query.get('client_id')?.toLowerCase();
  const { systemAssigned, userAssigned } = managedIdentities;
  if (clientId !== undefined && clientId !== userAssigned.clientId) return bad('Identity not found');
  const app = clientId === undefined ? systemAssigned : userAssigned;
  const audience = audienceOf(resource, call.origin);
  if (audience === undefined) {
    const description = `AADSTS500011: The resource principal named ${resource} was not found in the tenant.`;
    return { answer: refusal(400, 'invalid_resource', description), app: app.name };
  }
  const { token, lifetimeSeconds } = await mintAccessToken({ app, proof: 'certificate', audience }, now);
  const issued = Math.floor(now / 1000);
  const json = {
    access_token: token,
    client_id: app.clientId,
    expires_in: String(lifetimeSeconds),
    expires_on: String(issued + lifetimeSeconds),
    ext_expires_in: String(lifetimeSeconds),
    not_before: String(issued),
    resource,
    token_type: 'Bearer',
  };
  return { answer: { status: 200, headers: {}, json }, app: app.name };
}

/**
 * The token endpoint of the instance metadata service, of App Service (`/msi/token`), and of the agent of Azure Arc, which
 * is the first one with another version (Entra: managed identities, acquire a token using HTTP; App Service: REST endpoint
 * reference; Azure Arc: authenticate against resources). All numbers in their answers are text.
 *
 * @returns The token of the machine's own identity, or of the one that `client_id` names.
 */
export async function answerManagedIdentity(call: Call, context: LoginContext): Promise<Outcome> {
  const outcome = await withFault(
    context.faults.next({ call, possible: isManagedIdentityFault }),
    async () => ({ ...(await tokenAnswer(call, context)), acted: false }),
    faultAnswer,
  );
  const headers = { 'content-type': 'application/json; charset=utf-8', ...outcome.answer.headers };
  return { ...outcome, answer: { ...outcome.answer, headers } };
}
