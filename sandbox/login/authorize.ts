import { randomUUID } from 'node:crypto';
import { targetOf, type Answer, type Call, type Outcome } from '../http/exchange.js';
import { needsAdministrator } from '../tenant/graph-scopes.js';
import type { Person } from '../tenant/person.js';
import { sessionMark } from '../tenant/session-mark.js';
import { Refused } from './aadsts.js';
import {
  readAuthorizeRequest,
  readResponseMode,
  readReturnAddress,
  type AuthorizeRequest,
  type ResponseMode,
  type ReturnAddress,
} from './authorize-request.js';
import { refusalPage, returnRefusal, returnTo } from './authorize-response.js';
import { consentedScopes } from './consents.js';
import type { LoginContext } from './context.js';
import { formOf } from './login-request.js';
import { page } from './page.js';
import { consentForm, personForm } from './sign-in-form.js';
import { newSecret } from './user-tokens.js';

interface SignIn {
  readonly call: Call;
  readonly context: LoginContext;
  readonly address: ReturnAddress;
  readonly mode: ResponseMode;
  readonly request: AuthorizeRequest;
}

function askWho({ call, context, address, request }: SignIn, user: string, problem?: string): Answer {
  const form = personForm(targetOf(call), { user: user === '' ? request.loginHint : user, problem }, context);
  return page(`Sign in to ${address.app.name}`, form, { formTargets: [new URL(address.redirectUri).origin] });
}

/** What still has to be agreed to: all of it where the application insists. */
function scopesToConsent({ address, context, request }: SignIn, person: Person): readonly string[] {
  const consented = consentedScopes(address.app, person.id, context);
  const missing = request.asked.permissions.filter((scope) => !consented.includes(scope));
  if (missing.length > 0) return missing;
  if (request.prompt !== 'consent') return [];
  return request.asked.isDefault ? consented : request.asked.permissions;
}

async function giveCode(signIn: SignIn, person: Person): Promise<Answer> {
  const { address, context, mode, request } = signIn;
  const code = newSecret(800);
  await context.grants.add(code, {
    kind: 'code',
    clientId: address.app.clientId,
    scope: request.scope,
    issuedAt: context.now(),
    userId: person.id,
    redirectUri: address.redirectUri,
    ...(request.nonce === null ? {} : { nonce: request.nonce }),
    ...request.challenge,
    sessionMark: sessionMark(person),
    isRedeemed: false,
  });
  return returnTo(address, mode, { code, session_state: randomUUID() });
}

/** Somebody filled in a form: who it is, and whether that person agrees. */
async function answerForm(signIn: SignIn): Promise<Answer> {
  const { call, context, address, mode, request } = signIn;
  const form = formOf(call);
  const decision = form.get('decision');
  if (decision === 'cancel') {
    return returnRefusal(address, mode, new Refused(65004), context.now(), 'cancel');
  }
  const user = (form.get('user') ?? '').trim();
  const person = context.directory.peek().find(user);
  if (!person) return askWho(signIn, user, `This user name may be incorrect: ${user}`);
  if (!person.accountEnabled) return askWho(signIn, user, 'AADSTS50057: The user account is disabled.');

  const missing = scopesToConsent(signIn, person);
  if (missing.length === 0) return giveCode(signIn, person);
  if (missing.some(needsAdministrator) && person.directoryRoles.length === 0) {
    return refusalPage(new Refused(90094, { app: address.app.clientId }), undefined, context.now());
  }
  if (decision !== 'accept') {
    return page('Permissions requested', consentForm(targetOf(call), person, address.app.name, missing), {
      formTargets: [new URL(address.redirectUri).origin],
    });
  }
  await context.grants.consent(address.app.clientId, person.id, request.asked.permissions);
  return giveCode(signIn, person);
}

async function answer(call: Call, tenant: string, context: LoginContext): Promise<Answer> {
  const query = new URLSearchParams(call.query);
  const address = readReturnAddress(query, tenant);
  let mode: ResponseMode = 'query';
  try {
    mode = readResponseMode(query);
    const request = readAuthorizeRequest(query, call);
    const signIn = { call, context, address, mode, request };
    return call.method === 'POST' ? await answerForm(signIn) : askWho(signIn, '');
  } catch (error) {
    if (error instanceof Refused) return returnRefusal(address, mode, error, context.now());
    throw error;
  }
}

/**
 * The sign-in page: `GET /{tenant}/oauth2/v2.0/authorize`, and what its forms send (Entra: authorization code flow). The
 * request stays in the address, and the body of a form holds `user` and `decision`: `continue`, `accept` or `cancel`.
 *
 * @param tenant The first path segment.
 * @returns A page, or the redirect to the application. A bad application or address never leads to a redirect.
 */
export async function answerAuthorize(call: Call, tenant: string, context: LoginContext): Promise<Outcome> {
  try {
    return { answer: await answer(call, tenant, context), acted: false };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const clientRequestId = call.headers['client-request-id'];
    return { answer: refusalPage(error, clientRequestId, context.now()), acted: false };
  }
}
