import { type Secret } from '../secret.js';
import { callMfa } from './call.js';
import { type MfaConnection } from './connection.js';
import { type AskedPush, failedCall, notAnswered, outcomeOf } from './outcome.js';
import { openPush, settlePush } from './pushes.js';
import { isPending } from './values.js';
import { readAnswer } from './xml-answer.js';
import { endRequest } from './xml-request.js';

const END_PATH = '/StrongAuthenticationService.svc/Connector/EndTwoWayAuthentication';

/** How long the answer may take, in seconds. */
const ANSWER_SECONDS = 30;

/** A request whose outcome is asked for; what is left out is taken from what was noted when it was begun. */
export interface EarlierPush {
  readonly user: string;
  readonly contextId: string | undefined;
  readonly sessionId: string | undefined;
  /** How long after its beginning nobody waits any longer. */
  readonly timeoutSeconds: number;
  /** A token to use in place of the one it was begun with. */
  readonly token: Secret | undefined;
}

/**
 * Looks what became of a request; this prompts nobody.
 * @returns Undefined where no such request is known.
 * @throws SettingsError, AuthError or TransportError where there is no token.
 */
export async function lookAfter(
  connection: MfaConnection,
  { user, timeoutSeconds, ...given }: EarlierPush,
): Promise<AskedPush | undefined> {
  const push = await openPush(connection, user, given.contextId);
  const contextId = push?.contextId ?? given.contextId;
  const sessionId = given.sessionId ?? push?.sessionId;
  if (contextId === undefined || sessionId === undefined) return undefined;
  const known = { contextId, sessionId, ...(push && { startedAt: push.startedAt }) };
  const called = await callMfa(connection, {
    url: push?.endUrl ?? connection.service.url + END_PATH,
    xml: endRequest({ user, contextId, sessionId }),
    idempotent: true,
    patienceSeconds: ANSWER_SECONDS,
    token: given.token ?? push?.token,
  });
  const isOk = called.kind === 'answer' && called.answer.status >= 200 && called.answer.status <= 299;
  const answer = isOk ? readAnswer(called.answer.body, 'EndTwoWayAuthenticationResponse') : undefined;
  if (!answer) return { ...known, outcome: failedCall(called) };
  if (!isPending(answer)) {
    await settlePush(connection, contextId, answer);
    return { ...known, outcome: outcomeOf(answer) };
  }
  const isOver = push && connection.run.clock.now() >= push.startedAt + timeoutSeconds * 1000;
  return isOver ? { ...known, outcome: { ...notAnswered(timeoutSeconds), value: answer.value } } : known;
}
