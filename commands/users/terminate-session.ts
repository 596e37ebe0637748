import { defineCommand } from '../../integration/command.js';
import { disableAccount, signInStatePermissions } from './sign-in-state.js';

/**
 * The old name of msgraph-user-account-disable: it blocks sign-in and, despite its name, ends no session (rule R24).
 * Graph: PATCH /users/{id}. Least permission: User.EnableDisableAccount.All with User.Read.All.
 */
export default defineCommand<'msgraph-user-terminate-session'>({
  permissions: signInStatePermissions,
  effects: 'write',
  actsOn: 'user',
  suppressesMissing: true,
  ownAppOnly: true,
  examples: ['!msgraph-user-terminate-session user=temp42@contoso.example'],
  async run({ user }, context) {
    const result = await disableAccount(user, context);
    const notice =
      'msgraph-user-terminate-session disables the account and ends no session. Its new name is msgraph-user-account-disable.';
    return { ...result, warnings: [notice, ...(result.warnings ?? [])] };
  },
});
