import { defineCommand } from '../../integration/command.js';
import { startAsking } from '../../integration/mfa/begin.js';
import { connectToMfa } from './connection.js';
import { patienceOf } from './patience.js';
import { pendingResult } from './polling.js';
import { promptedResult } from './prompted.js';
import { pushPermissions } from './push-permissions.js';

/** Prompts somebody's authenticator app without waiting. Speaks to a service that Microsoft does not document. */
export default defineCommand<'msgraph-user-initiate-mfa-request'>({
  permissions: pushPermissions,
  effects: 'write',
  ownAppOnly: true,
  needsMfaService: true,
  actsOn: 'user_mail',
  examples: ['!msgraph-user-initiate-mfa-request user_mail=adele@contoso.example'],
  async run({ user_mail: user, timeout, access_token: token, fail_on_reject: failOnReject }, context) {
    const connection = await connectToMfa(context);
    const asked = await startAsking(connection, { user, token });
    const { outcome } = asked;
    if (!outcome) return pendingResult(asked, { user, timeoutSeconds: patienceOf(timeout), failOnReject });
    return promptedResult({ ...asked, outcome }, { user, failOnReject }, context);
  },
});
