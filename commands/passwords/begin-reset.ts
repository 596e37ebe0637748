import { type CommandContext } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { type GraphLocation } from '../../integration/graph/client.js';
import { path } from '../../integration/graph/path.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { type Secret } from '../../integration/secret.js';
import { actionOutput } from '../users/action-output.js';
import { explainOwnAccount } from '../users/own-account.js';
import { withUnknownOutcome } from '../users/unknown-outcome.js';
import { refuseFederated } from './federated-domain.js';
import { newPassword, PASSWORD_FILE } from './new-password.js';
import { nextLook, operationOutputs, type ResetArguments } from './reset-operation.js';

/** The ID of the password method of every user (Graph: passwordAuthenticationMethod). */
const PASSWORD_METHOD = '28c10230-6103-485e-b985-444c60001490';

/** What Graph's wish for a pause is kept to, in seconds. */
const SHORTEST_PAUSE = 10;
const LONGEST_PAUSE = 120;

/** Begins a reset and schedules the first look at it. @throws ArgumentError without exactly one password. */
export async function beginReset(args: ResetArguments, context: CommandContext): Promise<CommandResult> {
  const { user, wait } = args;
  const { password, files } = await newPassword(givenPassword(args), args.zip_password);
  const unread = await refuseFederated({ override: args.override_protection, isWrittenBack: true }, context);
  const { location, retryAfter } = await post(args, password, context);
  const warnings = [...(files.length > 0 ? [whereItIs] : []), ...unread];
  const outputs = [
    ...operationOutputs(user, 'notStarted', location),
    actionOutput('reset-password', user, context.target),
  ];
  if (location === undefined) {
    const untold =
      'Graph took the reset and did not say where to look at it. Whether it succeeds shows in lastPasswordChangeDateTime of the user.';
    return { text: initiated(user), outputs, raw: null, files, warnings: [...warnings, untold] };
  }
  if (!wait) {
    const later = `To see what became of it: !msgraph-user-change-password-on-premise user=\`${user}\` polling_url=\`${location}\``;
    return { text: initiated(user), outputs, raw: null, files, warnings: [...warnings, later] };
  }
  const pause =
    retryAfter === undefined
      ? args.interval_in_seconds
      : Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, retryAfter));
  return {
    text: `${initiated(user)} Polling for status...`,
    raw: null,
    files,
    warnings,
    next: nextLook(args, location, pause),
  };
}

const whereItIs = `The new password is in the file ${PASSWORD_FILE}, which zip_password opens, and nowhere else. It is valid once the reset has succeeded.`;

const initiated = (user: string): string => `Password reset initiated for **${user}**.`;

function givenPassword({ password, nonsensitive_password: shown }: ResetArguments): Secret {
  if (password && shown && password.reveal() !== shown.reveal()) {
    throw new ArgumentError(
      'password and nonsensitive_password are not the same.',
      'Nothing was changed. Give one of them.',
    );
  }
  const given = password ?? shown;
  if (given) return given;
  throw new ArgumentError(
    'A password is needed: password, or nonsensitive_password.',
    'Nothing was changed. password=generate makes one.',
  );
}

async function post(args: ResetArguments, password: Secret, context: CommandContext): Promise<GraphLocation> {
  const { user, password_method_id: method = PASSWORD_METHOD } = args;
  const id = context.target?.id ?? user;
  try {
    return await context.graph.postForLocation(
      path`users/${id}/authentication/methods/${method}/resetPassword`,
      { newPassword: password },
      // Each call begins a reset of its own, and an on-premises directory may refuse the second.
      { idempotent: false },
    );
  } catch (error) {
    const advice = `It is not known whether the password of ${user} is being reset. Look at lastPasswordChangeDateTime of the user in a minute, or run the command again, which resets it again.`;
    throw withUnknownOutcome(await explainOwnAccount(error, 'reset their own password', context), advice);
  }
}
