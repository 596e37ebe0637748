import { type CommandContext } from '../../integration/command.js';
import { path } from '../../integration/graph/path.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { actionOutput } from './action-output.js';

/** Permissions for switching sign-in on and off. Administrators among the users need more: a higher Entra role. */
export const signInStatePermissions = {
  delegated: [
    ['User.EnableDisableAccount.All', 'User.Read.All'],
    ['User.ReadWrite.All'],
    ['Directory.AccessAsUser.All'],
  ],
  application: [['User.EnableDisableAccount.All', 'User.Read.All'], ['User.ReadWrite.All']],
} as const;

/** Blocks or allows sign-in. Graph: PATCH /users/{id}, accountEnabled. */
async function setAccountEnabled(
  enabled: boolean,
  user: string,
  { graph, target }: CommandContext,
): Promise<void> {
  // By object ID: the name could be given to somebody else between the look and the act.
  const address = path`users/${target?.id ?? user}`;
  const isDone = async (): Promise<boolean> =>
    (await graph.get(address, { select: ['accountEnabled'] }))['accountEnabled'] === enabled;
  // Where the account was like that before, or nobody knows how it was, a look proves nothing.
  const isTelling = target?.accountEnabled === !enabled;
  await graph.patch(address, { accountEnabled: enabled }, { idempotent: true, ...(isTelling && { isDone }) });
}

/** Blocks sign-in, and says what stays open (rule R25). */
export async function disableAccount(user: string, context: CommandContext): Promise<CommandResult> {
  const { target } = context;
  await setAccountEnabled(false, user, context);
  const warnings = [
    'Tokens already issued work until they end. Run !msgraph-user-session-revoke to end the sessions.',
  ];
  if (target?.accountEnabled === false) warnings.push('The account was disabled before.');
  if (target?.isSynchronized) {
    warnings.push(
      'The account comes from an on-premises directory, whose next synchronization may enable it again: disable it there too.',
    );
  }
  if (target?.userType === 'Guest')
    warnings.push('The account is a guest: at home, and in other tenants, it stays enabled.');
  return {
    text: `user: "${user}" account has been disabled successfully.`,
    outputs: [actionOutput('disable', user, target)],
    raw: null,
    warnings,
  };
}

/** Allows sign-in again. */
export async function enableAccount(user: string, context: CommandContext): Promise<CommandResult> {
  const { target } = context;
  await setAccountEnabled(true, user, context);
  const warnings = target?.isSynchronized
    ? [
        'The account comes from an on-premises directory, whose next synchronization may disable it again: enable it there too.',
      ]
    : [];
  return {
    text: `"${user}" unblocked. It might take several minutes for the changes to take effect across all applications.`,
    outputs: [actionOutput('enable', user, target)],
    raw: null,
    warnings,
  };
}
