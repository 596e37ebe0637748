import { defineCommand } from '../../integration/command.js';
import { disableAccount, signInStatePermissions } from './sign-in-state.js';

/** Blocks sign-in. Graph: PATCH /users/{id}. Least permission: User.EnableDisableAccount.All with User.Read.All. */
export default defineCommand<'msgraph-user-account-disable'>({
  permissions: signInStatePermissions,
  effects: 'write',
  actsOn: 'user',
  suppressesMissing: true,
  examples: [
    '!msgraph-user-account-disable user=temp42@contoso.example reason="Reported phishing"',
    '!msgraph-user-account-disable user=temp42@contoso.example,newstarter@contoso.example',
  ],
  run: ({ user }, context) => disableAccount(user, context),
});
