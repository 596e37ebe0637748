import { isOProxyFault, retryAfterOf, type FaultRule } from '../faults/fault-rule.js';
import { withFault } from '../faults/with-faults.js';
import { clouds } from '../clouds.js';
import type { Answer, Call, Outcome } from '../http/exchange.js';
import { mintAccessToken } from '../login/access-token.js';
import { Refused } from '../login/aadsts.js';
import type { LoginContext } from '../login/context.js';
import { readScopes } from '../login/scopes.js';
import { signedInPerson } from '../login/signed-in-person.js';
import { issueUserTokens } from '../login/user-tokens.js';
import type { SandboxApp } from '../tenant/apps.js';
import type { Person } from '../tenant/person.js';
import { openToken } from './open-token.js';
import { registrations, vendorApp, type OProxyRegistration } from './registrations.js';

/** How far a customer's clock may be off. The real figure is not published. */
const clockWindowSeconds = 5 * 60;

/** A refusal in the words of the service. */
class Denied extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(title);
  }
}

function deniedAnswer({ status, title, detail }: Pick<Denied, 'status' | 'title' | 'detail'>): Answer {
  return { status, headers: {}, json: { title, detail } };
}

function faultAnswer(rule: FaultRule): Answer {
  const status = rule.kind.startsWith('throttle') ? 429 : Number(rule.kind.slice(0, 3));
  return {
    status,
    headers: retryAfterOf(rule),
    json: { message: status === 429 ? 'Too many token requests' : 'The service is unavailable' },
  };
}

function readFields(call: Call): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(call.body);
    if (typeof body === 'object' && body !== null) return Object.fromEntries(Object.entries(body));
  } catch {
    // Refused below like any other body that is no object.
  }
  throw new Denied(400, 'Bad request', 'The body has to be a JSON object.');
}

function textOf(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Denied(400, 'Bad request', `The field ${name} is missing.`);
}

/** The token of a request, once it is known to be the registered customer's and fresh. */
function checkedToken(call: Call, now: number): { registration: OProxyRegistration; token: string } {
  const fields = readFields(call);
  const [appName, id, sealed] = ['app_name', 'registration_id', 'encrypted_token'].map((name) =>
    textOf(fields, name),
  );
  const registration = registrations.find((entry) => entry.id === id && entry.appName === appName);
  if (!registration) throw new Denied(401, 'Unauthorized', 'The registration is not known.');
  const opened = openToken(sealed ?? '', registration.key);
  if (!opened) throw new Denied(401, 'Unauthorized', 'The token cannot be decrypted.');
  if (Math.abs(now / 1000 - opened.sealedAt) > clockWindowSeconds) {
    throw new Denied(401, 'Unauthorized', 'The time of the request is out of range. Check the clock.');
  }
  return { registration, token: opened.token };
}

/** Who signed in: with the first token whoever allowed the application, later the holder of a newer one. */
function personBehind(registration: OProxyRegistration, token: string, context: LoginContext): Person {
  if (registration.userId !== undefined && token === registration.token) {
    const person = context.directory.peek().find(registration.userId);
    if (person) return person;
  }
  const grant = context.grants.find(token);
  if (grant?.kind !== 'refresh')
    throw new Denied(401, 'Unauthorized', 'The token is not the registered one.');
  return signedInPerson(grant, context);
}

async function tokens(
  call: Call,
  app: SandboxApp,
  registration: OProxyRegistration,
  token: string,
  context: LoginContext,
): Promise<Readonly<Record<string, unknown>>> {
  if (registration.userId === undefined) {
    if (token !== registration.token) {
      throw new Denied(401, 'Unauthorized', 'The token is not the registered one.');
    }
    const audience = `https://${clouds[0]?.graphHosts[0] ?? ''}`;
    const minted = await mintAccessToken({ app, proof: 'secret', audience }, context.now());
    return { access_token: minted.token, expires_in: minted.lifetimeSeconds };
  }
  const scope = 'https://graph.microsoft.com/.default offline_access';
  const answer = await issueUserTokens(
    call,
    new URLSearchParams(),
    {
      app,
      proof: 'secret',
      person: personBehind(registration, token, context),
      asked: readScopes(scope, call.origin),
      scope,
      wantsRefreshToken: true,
      nonce: undefined,
    },
    context,
  );
  const { access_token, expires_in, refresh_token } = answer;
  return { access_token, expires_in, refresh_token };
}

async function answer(call: Call, context: LoginContext): Promise<Outcome> {
  if (call.method !== 'POST') return { answer: { status: 405, headers: { allow: 'POST' } }, acted: false };
  const app = vendorApp();
  try {
    const { registration, token } = checkedToken(call, context.now());
    if (!app) throw new Denied(500, 'Internal error', 'The application is gone.');
    const json = await tokens(call, app, registration, token, context);
    return { answer: { status: 200, headers: {}, json }, acted: false, app: app.name };
  } catch (error) {
    if (error instanceof Denied) return { answer: deniedAnswer(error), acted: false };
    if (!(error instanceof Refused)) throw error;
    const detail = `Microsoft refused the token: ${error.message}.`;
    return { answer: deniedAnswer({ status: 403, title: 'Forbidden', detail }), acted: false };
  }
}

/**
 * OProxy: `POST /obtain-token` takes `app_name`, `registration_id` and `encrypted_token`, and gives an access token of the
 * vendor's application; for the chats product also the token of the next request.
 *
 * @returns The token, or a refusal with `title` and `detail`.
 */
export async function answerOProxy(call: Call, context: LoginContext): Promise<Outcome> {
  const outcome = await withFault(
    context.faults.next({ call, possible: isOProxyFault }),
    () => answer(call, context),
    faultAnswer,
  );
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'function-execution-id': call.requestId,
    ...outcome.answer.headers,
  };
  return { ...outcome, answer: { ...outcome.answer, headers } };
}
