import { defineCommand } from '../../integration/command.js';
import { enableAccount, signInStatePermissions } from './sign-in-state.js';

/** Allows sign-in again. Graph: PATCH /users/{id}. Least permission: User.EnableDisableAccount.All with User.Read.All. */
export default defineCommand<'msgraph-user-unblock'>({
  permissions: signInStatePermissions,
  effects: 'write',
  actsOn: 'user',
  suppressesMissing: true,
  examples: ['!msgraph-user-unblock user=former.employee@contoso.example'],
  run: ({ user }, context) => enableAccount(user, context),
});
