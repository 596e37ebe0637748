import type { Answer, Call, Outcome } from '../http/exchange.js';
import type { Tenant } from '../tenant/tenant.js';
import { authenticate } from './authenticate.js';
import { matchPath, splitPath } from './path.js';
import { badRequest, GraphProblem, problemAnswer, requestDenied } from './problem.js';
import type { GraphReply } from './request.js';
import { routes, type Route } from './routes.js';

/** Graph: the path without the version root; undefined where a path has no supported version. */
function belowVersion(path: string): string | undefined {
  return /^\/v1\.0(\/.*)?$/is.exec(path)?.[1] ?? (/^\/v1\.0$/i.test(path) ? '' : undefined);
}

/** Finds who answers, and the key in the path. */
function findRoute(call: Call): { route: Route; key: string } {
  const path = belowVersion(call.path);
  if (path === undefined) throw badRequest('Invalid version.');
  const segments = splitPath(path);
  if (segments[0]?.text.toLowerCase() === 'me') {
    throw badRequest('/me request is only valid with delegated authentication flow.');
  }
  const matches = routes.map((route) => ({ route, match: matchPath(route.path, segments) }));
  const whole = matches.filter(({ match }) => match.isWhole);
  if (whole.length === 0) {
    const known = Math.max(0, ...matches.map(({ match }) => match.fitting));
    throw badRequest(`Resource not found for the segment '${segments[known]?.text ?? ''}'.`);
  }
  const found = whole.find(({ route }) => route.method === call.method);
  if (!found) {
    throw new GraphProblem(
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
    );
  }
  return { route: found.route, key: found.match.key };
}

const json =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const diagnostic =
  '{"ServerInfo":{"DataCenter":"Sandbox","Slice":"E","Ring":"5","ScaleUnit":"001","RoleInstance":"SBX0000001"}}';

function answerOf(reply: GraphReply): Answer {
  return {
    status: reply.status,
    headers: { 'x-ms-resource-unit': String(reply.resourceUnits) },
    ...(reply.json === undefined ? {} : { json: reply.json }),
    ...(reply.text === undefined ? {} : { text: reply.text }),
  };
}

function withCommonHeaders(answer: Answer, ids: { requestId: string; clientRequestId: string }): Answer {
  const type = answer.json !== undefined ? json : answer.text !== undefined ? 'text/plain' : undefined;
  return {
    ...answer,
    headers: {
      ...(type === undefined ? {} : { 'content-type': type }),
      'odata-version': '4.0',
      'cache-control': 'no-cache',
      'strict-transport-security': 'max-age=31536000',
      'x-ms-ags-diagnostic': diagnostic,
      'request-id': ids.requestId,
      'client-request-id': ids.clientRequestId,
      ...answer.headers,
    },
  };
}

/**
 * Microsoft Graph: token, route, permission, then whatever the resource itself checks, in this order, so that nobody
 * without permission learns what exists.
 *
 * @param call The request.
 * @param tenant The directory.
 * @param now Milliseconds since 1970.
 */
export async function answerGraph(call: Call, tenant: Tenant, now: number): Promise<Outcome> {
  const ids = {
    requestId: call.requestId,
    clientRequestId: call.headers['client-request-id'] ?? call.requestId,
  };
  let app: string | undefined;
  const respond = async (): Promise<Answer> => {
    const caller = await authenticate(call, now);
    app = caller.app.name;
    const { route, key } = findRoute(call);
    if (!caller.roles.some((role) => route.permissions.includes(role))) throw requestDenied();
    return answerOf(route.run({ call, caller, tenant, key, now }));
  };
  const answer = await respond().catch((error: unknown) => {
    const problem =
      error instanceof GraphProblem ? error : new GraphProblem(500, 'generalException', String(error));
    return problemAnswer(problem, ids, now);
  });
  return { answer: withCommonHeaders(answer, ids), ...(app === undefined ? {} : { app }) };
}
