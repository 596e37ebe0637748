import { defineCommand } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { lookAfter } from '../../integration/mfa/look-after.js';
import { connectToMfa } from './connection.js';
import { endedResult } from './outcome-result.js';
import { patienceOf } from './patience.js';
import { pendingResult } from './polling.js';

/** Looks what became of an MFA request; it prompts nobody. Speaks to a service that Microsoft does not document. */
export default defineCommand<'msgraph-user-get-mfa-request-status'>({
  permissions: { delegated: [], application: [] },
  effects: 'read',
  ownAppOnly: true,
  needsMfaService: true,
  examples: ['!msgraph-user-get-mfa-request-status user_mail=adele@contoso.example'],
  async run(args, context) {
    const { user_mail: user, fail_on_reject: failOnReject } = args;
    const timeoutSeconds = patienceOf(args.timeout);
    const asked = await lookAfter(await connectToMfa(context), {
      ...{ user, timeoutSeconds },
      contextId: args.context_id,
      sessionId: args.session_id,
      token: args.access_token,
    });
    if (!asked) {
      throw new ArgumentError(
        `No open MFA request to ${user} is known to this instance${args.context_id ? ' under that context_id' : ''}.`,
        'Begin one with !msgraph-user-initiate-mfa-request, or give its context_id and session_id.',
      );
    }
    const { outcome } = asked;
    if (!outcome) return pendingResult(asked, { user, timeoutSeconds, failOnReject });
    return endedResult({ user, asked, outcome, failOnReject, now: context.run.clock.now() });
  },
});
