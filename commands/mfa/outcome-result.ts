import { type AskedPush, type PushOutcome } from '../../integration/mfa/outcome.js';
import { type PushResult } from '../../integration/mfa/values.js';
import { type CommandResult, type ContextOutput } from '../../integration/results/command-result.js';

/** How a push ended, and how that is to be told. */
export interface EndedPush {
  /** The user as typed. */
  readonly user: string;
  readonly asked: AskedPush;
  readonly outcome: PushOutcome;
  /** Whether a refusal, or no answer, is an error entry. */
  readonly failOnReject: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the user is asked by otherwise, where it was read. */
  readonly defaultMethod?: string | undefined;
}

/** Endings that say what the user did, as against those that say that it did not work. */
const rejections: ReadonlySet<PushResult> = new Set(['denied', 'timeout', 'fraud']);

/** The entry of a push that came to its end: only an approval is a success, and the context tells all of them apart. */
export function endedResult(ended: EndedPush): CommandResult {
  const { user, outcome, failOnReject } = ended;
  const isFine = outcome.result === 'approved' || (rejections.has(outcome.result) && !failOnReject);
  const sentence = knownSentence(outcome);
  const { result, mayFollow } = outcome;
  const failure = {
    text: `Failed to pop MFA request for user ${user}: ${sentence}`,
    ...(result === 'failed' && mayFollow && { isUnknown: mayFollow }),
  };
  return {
    ...(isFine ? { text: sentence } : { failure }),
    outputs: [requestOutput(user, ended.asked, ended)],
    warnings: remarks(ended),
  };
}

/** Sentences that scripts know (rule R25); what they had no words for says what the service's word means. */
function knownSentence({ result, value, message, text }: PushOutcome): string {
  switch (result) {
    case 'approved':
      return 'Status: User Approved MFA Request';
    case 'denied':
      return 'Status: User Denied Request';
    case 'timeout':
      return 'Status: MFA Request Timed Out';
    default:
      return `Status: MFA Request Failed - ${message ?? (value === undefined ? text : `${value}: ${text}`)}`;
  }
}

function remarks({ outcome, defaultMethod }: EndedPush): string[] {
  const { value, message, text, result, mayFollow } = outcome;
  const lines: string[] = [];
  if (message !== undefined && result !== 'approved') lines.push(`${value ?? ''}: ${text}.`);
  if (result === 'timeout' && message === undefined) lines.push(`To be exact: ${text}.`);
  if (result === 'not_pushable') {
    lines.push(
      defaultMethod === undefined
        ? 'Nobody was prompted. Which method is the default could not be read.'
        : `Nobody was prompted. The default method of the user is ${defaultMethod}.`,
    );
  }
  if (mayFollow) {
    lines.push(
      'The prompt may still stand on the phone. An answer from now on is heard by nobody, and another prompt is refused for a minute.',
    );
  }
  return lines;
}

/** The place of a request in the context. @param ended Undefined while it is open. */
export function requestOutput(
  user: string,
  { contextId, sessionId, startedAt }: AskedPush,
  ended?: Pick<EndedPush, 'outcome' | 'now'>,
): ContextOutput {
  const outcome = ended?.outcome;
  return {
    prefix: 'MSGraphUser.MFARequest',
    key: 'ContextID',
    value: {
      User: user,
      ContextID: contextId,
      ...(sessionId !== undefined && { SessionID: sessionId }),
      Status: outcome?.result ?? 'pending',
      ...(startedAt !== undefined && { StartedAt: new Date(startedAt).toISOString() }),
      ...(ended && {
        Result: ended.outcome.result,
        Value: ended.outcome.value ?? null,
        Message: ended.outcome.message ?? null,
        AnsweredAt: answeredAt(ended),
      }),
    },
  };
}

/** When the user answered, as far as we heard; null where they did not. */
function answeredAt({ outcome, now }: Pick<EndedPush, 'outcome' | 'now'>): string | null {
  const isAnswer = ['approved', 'denied', 'fraud'].includes(outcome.result);
  return isAnswer ? new Date(now).toISOString() : null;
}
