import { type CommandContext } from '../../integration/command.js';
import { SoarError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { actionOutput } from '../users/action-output.js';
import { nextLook, operationOutputs, type ResetArguments } from './reset-operation.js';

/**
 * States of a long-running operation, in lower case because older answers spell them otherwise (Graph:
 * longRunningOperation); `canceled` is not among those documented, and means what it says.
 */
const OPEN = ['notstarted', 'running'];
const FAILED = ['failed', 'canceled', 'cancelled'];
const SUCCEEDED = 'succeeded';

/**
 * Looks at a reset that was begun before, and schedules the next look while it is open. A state that nobody knows gets
 * one more look.
 * @param pollingUrl Where Graph tells the state; checked before the token goes there (rule R2).
 * @throws SoarError where the reset failed, or where its state stays unknown.
 */
export async function lookAtReset(
  args: ResetArguments,
  pollingUrl: string,
  { graph, target }: CommandContext,
): Promise<CommandResult> {
  const { user, wait } = args;
  const operations = path`users/${target?.id ?? user}/authentication/operations`;
  const operation = await graph.getLinked('polling_url', pollingUrl, operations);
  const status = textAt(operation, 'status') ?? 'unknown';
  const state = status.toLowerCase();
  const unused =
    args.password || args.nonsensitive_password
      ? ['The password was not used: polling_url looks at a reset that was begun before.']
      : [];
  if (state === SUCCEEDED) {
    return {
      text: `Password reset **succeeded** for user **${user}**.`,
      outputs: [...operationOutputs(user, status, pollingUrl), actionOutput('reset-password', user, target)],
      raw: operation,
      warnings: [...unused, ...afterSuccess],
    };
  }
  if (FAILED.includes(state)) {
    throw new SoarError(
      `Password reset **failed** for user **${user}**. Details: ${detailsOf(operation)}`,
      'The password is the old one. Check the password rules and password writeback of the directory, and run the command again.',
    );
  }
  const isKnown = OPEN.includes(state);
  if (!isKnown && args.unknown_status !== undefined) {
    throw new SoarError(
      `The password reset of ${user} has the status ${status}, which Graph does not document.`,
      `Whether the password was reset is not known. Look at lastPasswordChangeDateTime of the user.`,
    );
  }
  const next = nextLook(args, pollingUrl, args.interval_in_seconds, isKnown ? undefined : status);
  return {
    text: `Password reset status for **${user}** is **${status}**. Still waiting...`,
    raw: operation,
    warnings: unused,
    ...(wait ? { next } : { outputs: operationOutputs(user, status, pollingUrl) }),
  };
}

const afterSuccess = [
  'The user must choose another password at the next sign-in. Tokens already issued work until they end: run !msgraph-user-session-revoke to end the sessions.',
];

function detailsOf(operation: JsonObject): string {
  const { error } = operation;
  const message = isJsonObject(error) ? textAt(error, 'message') : undefined;
  return message ?? textAt(operation, 'statusDetail') ?? 'No specific error message.';
}
