import { defineCommand } from '../../integration/command.js';
import { path } from '../../integration/graph/path.js';
import { actionOutput } from './action-output.js';

/**
 * Makes a user choose a new password at the next sign-in. Graph: PATCH /users/{id}, passwordProfile. Least permission:
 * User-PasswordProfile.ReadWrite.All with User.Read.All. A user who does not exist stays an error (rule R27).
 */
export default defineCommand<'msgraph-user-force-reset-password'>({
  permissions: {
    delegated: [['User-PasswordProfile.ReadWrite.All', 'User.Read.All'], ['Directory.AccessAsUser.All']],
    application: [['User-PasswordProfile.ReadWrite.All', 'User.Read.All']],
  },
  effects: 'write',
  actsOn: 'user',
  examples: [
    '!msgraph-user-force-reset-password user=temp42@contoso.example reason="Password in a leak"',
    '!msgraph-user-force-reset-password user=newstarter@contoso.example with_mfa=true',
  ],
  async run({ user, with_mfa: withMfa }, { graph, target }) {
    const passwordProfile = withMfa
      ? { forceChangePasswordNextSignInWithMfa: true }
      : { forceChangePasswordNextSignIn: true };
    await graph.patch(path`users/${target?.id ?? user}`, { passwordProfile }, { idempotent: true });
    const warnings = ['Sessions that exist go on. Run !msgraph-user-session-revoke to end them.'];
    if (target?.isSynchronized) {
      warnings.push(
        'The account comes from an on-premises directory: the change is asked for only where the tenant has password writeback and takes over forced changes. Ask for it there too.',
      );
    }
    if (target?.userType === 'Guest') {
      warnings.push('The account is a guest, whose password is kept at home: nothing changes there.');
    }
    return {
      text: `User ${user} will be required to change his password.`,
      outputs: [actionOutput('force-reset-password', user, target)],
      raw: null,
      warnings,
    };
  },
});
