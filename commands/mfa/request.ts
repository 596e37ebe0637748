import { defineCommand } from '../../integration/command.js';
import { askAndWait } from '../../integration/mfa/begin.js';
import { connectToMfa } from './connection.js';
import { patienceOf } from './patience.js';
import { promptedResult } from './prompted.js';
import { pushPermissions } from './push-permissions.js';

/** Prompts somebody's authenticator app and waits for the answer. Speaks to a service that Microsoft does not document. */
export default defineCommand<'msgraph-user-request-mfa'>({
  permissions: pushPermissions,
  effects: 'write',
  ownAppOnly: true,
  needsMfaService: true,
  actsOn: 'user_mail',
  examples: ['!msgraph-user-request-mfa user_mail=adele@contoso.example timeout=30'],
  async run({ user_mail: user, timeout, access_token: token, fail_on_reject: failOnReject }, context) {
    const connection = await connectToMfa(context);
    const asked = await askAndWait(connection, { user, token }, patienceOf(timeout));
    return promptedResult(asked, { user, failOnReject }, context);
  },
});
