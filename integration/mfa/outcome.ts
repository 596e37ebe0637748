import { type Called } from './call.js';
import { meaningOf, type PushResult } from './values.js';
import { type MfaAnswer } from './xml-answer.js';

/** What a request for a second factor came to. */
export interface PushOutcome {
  readonly result: PushResult;
  /** The service's word for it; absent where it did not answer. */
  readonly value?: string;
  /** The service's own words. */
  readonly message?: string;
  /** What that means, in ours. */
  readonly text: string;
  /** Whether the prompt may still be answered, although nobody waits any longer. */
  readonly mayFollow?: true;
}

/** A request, and its outcome if there is one already. */
export interface AskedPush {
  readonly contextId: string;
  /** What the service knows it by, where it is asked for again. */
  readonly sessionId?: string;
  /** Milliseconds since 1970; undefined for a request that was begun elsewhere. */
  readonly startedAt?: number;
  /** Undefined while nobody has answered. */
  readonly outcome?: PushOutcome;
}

/** A request that has an outcome. */
export type AnsweredPush = AskedPush & { readonly outcome: PushOutcome };

/** The outcome that the service tells. */
export function outcomeOf(answer: MfaAnswer): PushOutcome {
  const { result, text } = meaningOf(answer);
  const { value, message } = answer;
  return { result, value, text, ...(message !== undefined && { message }) };
}

/** The outcome where nobody waits any longer. */
export function notAnswered(seconds: number): PushOutcome {
  return { result: 'timeout', text: `nobody answered within ${seconds} seconds`, mayFollow: true };
}

/** The outcome of a call without a readable answer. What came in its place is not shown: it may hold what was sent. */
export function failedCall(called: Called): PushOutcome {
  if (called.kind === 'late') {
    return { result: 'failed', text: 'the service did not answer in time', mayFollow: true };
  }
  if (called.kind === 'lost') {
    const { error } = called;
    return { result: 'failed', text: error.message, ...(error.sent && { mayFollow: true }) };
  }
  const { status } = called.answer;
  return { result: 'failed', text: inWords(status), ...(!isRefusal(called) && { mayFollow: true }) };
}

/** Whether an answer says by its status that nothing was done. */
export function isRefusal(called: Called): boolean {
  return called.kind === 'answer' && called.answer.status >= 400 && called.answer.status < 500;
}

function inWords(status: number): string {
  if (status === 401 || status === 403) {
    return `the service refused the access token (status ${status}). A new secret takes 30 to 60 seconds to work; if it stays so, make another with !msgraph-user-create-mfa-client-secret`;
  }
  if (status >= 400) return `the service answered with status ${status}`;
  return `the service answered ${status} with something that cannot be read. A proxy or gateway may have answered in its place`;
}
