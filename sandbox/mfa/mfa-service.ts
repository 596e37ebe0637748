import { isMfaFault, retryAfterOf, type FaultRule } from '../faults/fault-rule.js';
import { withFault } from '../faults/with-faults.js';
import type { Answer, Call, Outcome } from '../http/exchange.js';
import { verifyResourceToken } from '../login/access-token.js';
import type { LoginContext } from '../login/context.js';
import { mfaClient } from '../tenant/service-principals.js';
import { beginAuthentication } from './begin.js';
import { connectorAudience } from './connector.js';
import { endAuthentication } from './end.js';
import { readMfaRequest } from './read-request.js';
import { writeMfaResponse } from './write-response.js';

function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, text };
}

function faultAnswer(rule: FaultRule): Answer {
  const status = rule.kind.startsWith('throttle') ? 429 : Number(rule.kind.slice(0, 3));
  return plain(status, 'The service is unavailable.', retryAfterOf(rule));
}

/** The refusal of a caller without a token of the MFA client for this service; undefined for a good one. */
async function refusal(call: Call, now: number): Promise<Answer | undefined> {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(call.headers['authorization'] ?? '')?.[1];
  const caller = token === undefined ? 'malformed' : await verifyResourceToken(token, connectorAudience, now);
  if (typeof caller !== 'string' && caller.clientId === mfaClient.clientId) return undefined;
  return plain(401, 'Unauthorized', { 'www-authenticate': 'Bearer error="invalid_token"' });
}

async function respond(call: Call, isBegin: boolean, context: LoginContext): Promise<Outcome> {
  const notDone = (answer: Answer): Outcome => ({ answer, acted: false });
  if (call.method !== 'POST') return notDone(plain(405, 'Method not allowed.', { allow: 'POST' }));
  const refused = await refusal(call, context.now());
  if (refused) return notDone(refused);
  if (!/^application\/xml\b/i.test(call.headers['content-type'] ?? '')) {
    return notDone(plain(415, 'The content type has to be application/xml.'));
  }
  const root = isBegin ? 'BeginTwoWayAuthentication' : 'EndTwoWayAuthentication';
  const fields = readMfaRequest(call.body, `${root}Request`);
  const response =
    fields &&
    (isBegin ? await beginAuthentication(call, fields, context) : await endAuthentication(fields, context));
  if (!fields || !response) return notDone(plain(400, 'The server cannot read the request.'));
  const shown = [...fields].filter(([name]) => name !== 'AdditionalAuthData');
  return {
    answer: {
      status: 200,
      headers: { 'content-type': 'application/xml; charset=utf-8' },
      text: writeMfaResponse(`${root}Response`, response),
    },
    acted: isBegin && response.sessionId !== null,
    app: mfaClient.name,
    body: Object.fromEntries(shown),
  };
}

/**
 * The service behind the MFA of VPNs and federated sign-ins. Microsoft does not document it: this follows public accounts of
 * how it talks to the NPS extension and the AD FS adapter.
 *
 * @returns undefined for a path that is none of its own.
 */
export async function answerMfa(call: Call, context: LoginContext): Promise<Outcome | undefined> {
  const [, operation] =
    /^\/StrongAuthenticationService\.svc\/Connector\/{1,2}(Begin|End)TwoWayAuthentication\/?$/i.exec(
      call.path,
    ) ?? [];
  if (operation === undefined) return undefined;
  return withFault(
    context.faults.next({ call, possible: isMfaFault }),
    () => respond(call, operation.toLowerCase() === 'begin', context),
    faultAnswer,
  );
}
