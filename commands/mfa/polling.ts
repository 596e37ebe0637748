import { type AskedPush } from '../../integration/mfa/outcome.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { requestOutput } from './outcome-result.js';

/** Time for the last look, so that the outcome "nobody answered" comes from us and not from whoever waits. */
const GRACE_SECONDS = 30;

/** How an open request is looked after. */
export interface Waiting {
  /** The user as typed. */
  readonly user: string;
  readonly timeoutSeconds: number;
  readonly failOnReject: boolean;
}

/** The entry of a request that nobody has answered: it is looked after every ten seconds. */
export function pendingResult(
  asked: AskedPush,
  { user, timeoutSeconds, failOnReject }: Waiting,
): CommandResult {
  return {
    text: `The MFA request to ${user} has not been answered yet.`,
    outputs: [requestOutput(user, asked)],
    next: {
      command: 'msgraph-user-get-mfa-request-status',
      args: {
        user_mail: user,
        context_id: asked.contextId,
        ...(asked.sessionId !== undefined && { session_id: asked.sessionId }),
        timeout: String(timeoutSeconds),
        fail_on_reject: String(failOnReject),
      },
      inSeconds: 10,
      timeoutSeconds: timeoutSeconds + GRACE_SECONDS,
    },
  };
}
