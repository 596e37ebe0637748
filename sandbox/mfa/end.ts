import type { LoginContext } from '../login/context.js';
import type { MfaSession } from '../tenant/mfa-sessions.js';
import type { Person } from '../tenant/person.js';
import { outcomeValues, sessionMilliseconds, usualCode } from './outcomes.js';
import type { MfaFields } from './read-request.js';
import { blankResponse, type MfaResponse } from './write-response.js';

/** Whether a request speaks of a session that is still there; what else it says has to be right. */
function fits(session: MfaSession, person: Person, fields: MfaFields, now: number): boolean {
  const contextId = fields.get('ContextId') ?? session.contextId;
  const user = fields.get('UserPrincipalName') ?? person.userPrincipalName;
  return (
    !session.isTold &&
    now - session.startedAt <= sessionMilliseconds &&
    contextId === session.contextId &&
    user.toLowerCase() === person.userPrincipalName.toLowerCase()
  );
}

/**
 * Asks what became of a session: `EndTwoWayAuthentication`. The outcome is told once.
 *
 * @param fields The request; `AdditionalAuthData` holds the code that was typed in.
 * @returns undefined where the request names no session.
 */
export async function endAuthentication(
  fields: MfaFields,
  { directory, mfaBook, switches, now: clock }: LoginContext,
): Promise<MfaResponse | undefined> {
  const sessionId = fields.get('SessionId');
  if (sessionId === undefined) return undefined;
  const now = clock();
  const session = mfaBook.all().find((candidate) => candidate.sessionId === sessionId);
  const person = session && directory.peek().find(session.userId);
  if (!session || !person || !fits(session, person, fields, now)) {
    return { ...blankResponse, sessionId, value: 'InvalidSession', authenticationResult: 'false' };
  }
  const heard = { ...blankResponse, sessionId, contextId: session.contextId };
  const pending: MfaResponse = {
    ...heard,
    value: 'AuthenticationPending',
    isRetry: true,
    authenticationResult: 'false',
  };
  if (session.outcome === 'challenge') {
    const code = fields.get('AdditionalAuthData');
    const expected = switches.mfaAnswers[person.userPrincipalName.toLowerCase()]?.code ?? usualCode;
    if (code === undefined) return pending;
    if (code !== expected) return { ...pending, value: 'OathCodeIncorrect' };
  } else if (now < session.answeredAt) {
    return pending;
  }
  await mfaBook.keep({ ...session, isTold: true });
  const isGood = session.outcome === 'approve' || session.outcome === 'challenge';
  return {
    ...heard,
    value: outcomeValues[session.outcome],
    authenticationResult: isGood ? 'true' : 'false',
  };
}
