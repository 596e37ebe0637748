import { type CommandArguments } from '../../generated/arguments.js';
import { type ContextOutput, type NextRun } from '../../integration/results/command-result.js';

/** The arguments of either run: the one that resets, and those that look. */
export type ResetArguments = CommandArguments['msgraph-user-change-password-on-premise'];

/**
 * What a reset leaves in the context: under the path that the known integration writes, and under the one it declares
 * (rule R19).
 * @param status As Graph says it. @param pollingUrl Where Graph tells it.
 */
export function operationOutputs(
  user: string,
  status: string,
  pollingUrl: string | undefined,
): readonly ContextOutput[] {
  const value = { user, status, polling_url: pollingUrl ?? null };
  return [
    { prefix: 'MSGraphUser.PasswordResetOperation', key: 'user', value },
    { prefix: 'MSGraphUser', key: 'user', value },
  ];
}

/**
 * The next look. It needs neither password: it resets nothing.
 * @param inSeconds When. @param unknownStatus What this look found, where Graph does not document it.
 */
export function nextLook(
  { user, timeout_in_seconds: timeout, interval_in_seconds: interval, reason }: ResetArguments,
  pollingUrl: string,
  inSeconds: number,
  unknownStatus?: string,
): NextRun {
  return {
    command: 'msgraph-user-change-password-on-premise',
    args: {
      user,
      polling_url: pollingUrl,
      interval_in_seconds: String(interval),
      timeout_in_seconds: String(timeout),
      ...(reason !== undefined && { reason }),
      ...(unknownStatus !== undefined && { unknown_status: unknownStatus }),
    },
    inSeconds,
    timeoutSeconds: timeout,
  };
}
