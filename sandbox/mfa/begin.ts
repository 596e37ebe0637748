import { randomUUID } from 'node:crypto';
import type { Call } from '../http/exchange.js';
import type { LoginContext } from '../login/context.js';
import { defaultMethod, phoneMethodIds, type PersonMethods } from '../tenant/authentication-methods.js';
import type { MfaSession } from '../tenant/mfa-sessions.js';
import { outcomeValues, refusedAtOnce } from './outcomes.js';
import type { MfaFields } from './read-request.js';
import { blankResponse, type MfaResponse } from './write-response.js';

/** How the person is asked, or the name of the reason why not. */
type Channel = { readonly kind: 'push' | 'code' } | { readonly refusal: string };

/** A default method that cannot be pushed makes the service ask for a code at once, unless a push is demanded. */
function channelOf(wanted: string | undefined, registered: PersonMethods): Channel {
  const has = (...kinds: readonly string[]) => registered.methods.some(({ kind }) => kinds.includes(kind));
  const usual = defaultMethod(registered);
  switch (wanted) {
    case undefined:
      if (!usual) return { refusal: 'NoDefaultAuthenticationMethodIsConfigured' };
      return { kind: usual.kind === 'microsoftAuthenticator' ? 'push' : 'code' };
    case 'PhoneAppNotification':
      return has('microsoftAuthenticator')
        ? { kind: 'push' }
        : { refusal: 'AuthenticationMethodNotConfigured' };
    case 'PhoneAppOTP':
      return has('microsoftAuthenticator', 'softwareOath')
        ? { kind: 'code' }
        : { refusal: 'AuthenticationMethodNotConfigured' };
    case 'OneWaySMS':
      return registered.methods.some(({ id }) => id === phoneMethodIds.mobile)
        ? { kind: 'code' }
        : { refusal: 'AuthenticationMethodNotConfigured' };
    default:
      return { refusal: 'AuthenticationMethodNotSupported' };
  }
}

function isPending(session: MfaSession, now: number): boolean {
  return !session.isSync && !session.isTold && now < session.answeredAt;
}

/**
 * Starts asking somebody for a second factor: `BeginTwoWayAuthentication`. A synchronous request is answered with the
 * outcome, an asynchronous one with a session.
 *
 * @param fields The request.
 * @returns undefined where the request lacks something.
 */
export async function beginAuthentication(
  call: Call,
  fields: MfaFields,
  { directory, mfaBook, switches, now: clock }: LoginContext,
): Promise<MfaResponse | undefined> {
  const [user, contextId, sync] = ['UserPrincipalName', 'ContextId', 'SyncCall'].map((name) =>
    fields.get(name),
  );
  if (user === undefined || contextId === undefined || !/^(true|false)$/.test(sync ?? '')) return undefined;
  const now = clock();
  const refuse = (value: string): MfaResponse => ({
    ...blankResponse,
    contextId,
    value,
    authenticationResult: 'false',
  });
  const tenant = directory.peek();
  const person = tenant.find(user);
  if (person?.userPrincipalName.toLowerCase() !== user.toLowerCase()) return refuse('UserNotFound');
  const channel = channelOf(fields.get('AuthenticationMethodId'), tenant.methodsOf(person));
  if ('refusal' in channel) return refuse(channel.refusal);
  const isBusy = mfaBook.all().some((session) => session.userId === person.id && isPending(session, now));
  if (isBusy) return refuse('UserAuthFailedDuplicateRequest');
  const answer = switches.mfaAnswers[person.userPrincipalName.toLowerCase()] ?? { outcome: 'approve' };
  if (refusedAtOnce.includes(answer.outcome)) return refuse(outcomeValues[answer.outcome]);

  const outcome = channel.kind === 'code' ? 'challenge' : answer.outcome;
  const isSync = sync === 'true';
  const isChallenge = outcome === 'challenge';
  const patience = answer.afterSeconds ?? (outcome === 'no-response' ? 60 : 5);
  const session: MfaSession = {
    sessionId: randomUUID(),
    contextId,
    userId: person.id,
    isSync,
    outcome,
    startedAt: now,
    answeredAt: isSync || isChallenge ? now : now + patience * 1000,
    isTold: isSync && !isChallenge,
  };
  await mfaBook.keep(session);
  const began = { ...blankResponse, contextId, sessionId: session.sessionId };
  if (session.isTold) {
    return {
      ...began,
      value: outcomeValues[outcome],
      authenticationResult: outcome === 'approve' ? 'true' : 'false',
    };
  }
  return {
    ...began,
    authenticationResult: isChallenge ? 'challenge' : null,
    affinityUrl: `${call.origin}/StrongAuthenticationService.svc/Connector/EndTwoWayAuthentication?dc=SBX`,
  };
}
