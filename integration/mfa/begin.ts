import { randomUUID } from 'node:crypto';
import { CancelledError } from '../errors.js';
import { type Secret } from '../secret.js';
import { type Called, callMfa } from './call.js';
import { type MfaConnection } from './connection.js';
import {
  type AskedPush,
  type AnsweredPush,
  failedCall,
  isRefusal,
  notAnswered,
  outcomeOf,
} from './outcome.js';
import { claimPush, dropPush, notePush, type Push, settlePush } from './pushes.js';
import { isPending } from './values.js';
import { type MfaAnswer, readAnswer } from './xml-answer.js';
import { beginRequest } from './xml-request.js';

/** The service's own clients send the double slash. */
const BEGIN_PATH = '/StrongAuthenticationService.svc/Connector//BeginTwoWayAuthentication';
const END_PATH = /^\/StrongAuthenticationService\.svc\/Connector\/{1,2}EndTwoWayAuthentication$/;

/** How long an answer that does not wait for the person may take, in seconds. */
const ANSWER_SECONDS = 30;

/** Who is asked. */
export interface Asked {
  /** User principal name. */
  readonly user: string;
  /** A token to use in place of the instance's own. */
  readonly token: Secret | undefined;
}

/**
 * Prompts somebody and waits for the answer.
 * @param seconds How long to wait.
 * @throws SoarError where they were prompted too often. @throws SettingsError, AuthError or TransportError without a token.
 */
export async function askAndWait(
  connection: MfaConnection,
  asked: Asked,
  seconds: number,
): Promise<AnsweredPush> {
  const push = await claimPush(connection, asked.user, randomUUID());
  const { contextId, startedAt } = push;
  const called = await prompt(connection, push, asked, { isSync: true, patienceSeconds: seconds });
  if (called.kind === 'late') return { contextId, startedAt, outcome: notAnswered(seconds) };
  const answer = answerIn(called);
  if (!answer) return { contextId, startedAt, outcome: failedCall(called) };
  await settlePush(connection, contextId, answer);
  return { contextId, startedAt, outcome: outcomeOf(answer) };
}

/**
 * Prompts somebody and does not wait.
 * @returns With an outcome only where there is one at once, as where nobody could be prompted.
 * @throws as {@link askAndWait}
 */
export async function startAsking(connection: MfaConnection, asked: Asked): Promise<AskedPush> {
  const push = await claimPush(connection, asked.user, randomUUID());
  const { contextId, startedAt } = push;
  const called = await prompt(connection, push, asked, {
    isSync: false,
    patienceSeconds: ANSWER_SECONDS,
  });
  const answer = answerIn(called);
  if (!answer) return { contextId, startedAt, outcome: failedCall(called) };
  const { sessionId } = answer;
  if (sessionId === undefined || !isOpen(answer)) {
    await settlePush(connection, contextId, answer);
    return { contextId, startedAt, outcome: outcomeOf(answer) };
  }
  const endUrl = endUrlOf(connection, answer.affinityUrl);
  const { token } = asked;
  await notePush(connection, contextId, (noted) => ({
    ...noted,
    sessionId,
    ...(endUrl !== undefined && { endUrl }),
    ...(token && { token }),
  }));
  return { contextId, sessionId, startedAt };
}

/** Whether the outcome is still to come. */
function isOpen(answer: MfaAnswer): boolean {
  return isPending(answer) || (answer.value === 'Success' && answer.authenticationResult === undefined);
}

/** Sends the prompt. What says for certain that nobody was prompted takes the note of it back. */
async function prompt(
  connection: MfaConnection,
  { contextId }: Push,
  { user, token }: Asked,
  { isSync, patienceSeconds }: { readonly isSync: boolean; readonly patienceSeconds: number },
): Promise<Called> {
  try {
    const called = await callMfa(connection, {
      url: connection.service.url + BEGIN_PATH,
      xml: beginRequest({ user, contextId, isSync }),
      // A second prompt is worse than none: a request that may have arrived is never repeated.
      idempotent: false,
      patienceSeconds,
      token,
    });
    const wasNotSent = called.kind === 'lost' && !called.error.sent;
    if (wasNotSent || isRefusal(called)) await dropPush(connection, contextId);
    return called;
  } catch (error) {
    if (!(error instanceof CancelledError && error.sent)) await dropPush(connection, contextId);
    throw error;
  }
}

function answerIn(called: Called): MfaAnswer | undefined {
  if (called.kind !== 'answer') return undefined;
  const { status, body } = called.answer;
  return status >= 200 && status <= 299 ? readAnswer(body, 'BeginTwoWayAuthenticationResponse') : undefined;
}

/** The place the service names for asking, if it is one of its own: a token is sent nowhere else. */
function endUrlOf({ service }: MfaConnection, affinityUrl: string | undefined): string | undefined {
  if (affinityUrl === undefined || !URL.canParse(affinityUrl)) return undefined;
  const { origin, pathname, search } = new URL(affinityUrl);
  return origin === service.url && END_PATH.test(pathname) ? origin + pathname + search : undefined;
}
