import { defineCommand } from '../../integration/command.js';
import { SoarError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject } from '../../integration/json.js';
import { actionOutput } from './action-output.js';

/**
 * Ends a user's sessions. Graph: POST /users/{id}/revokeSignInSessions. Least permission: User.RevokeSessions.All.
 * Graph answers `value: true`; any other 2xx counts as done too, but an explicit false does not.
 */
export default defineCommand<'msgraph-user-session-revoke'>({
  permissions: {
    delegated: [['User.RevokeSessions.All'], ['User.ReadWrite.All'], ['Directory.AccessAsUser.All']],
    application: [['User.RevokeSessions.All'], ['User.ReadWrite.All'], ['Directory.ReadWrite.All']],
  },
  effects: 'write',
  actsOn: 'user',
  suppressesMissing: true,
  examples: ['!msgraph-user-session-revoke user=temp42@contoso.example reason="Token theft"'],
  async run({ user }, { graph, target }) {
    const id = target?.id ?? user;
    const validFrom = target?.sessionsValidFrom;
    const answer = await graph.post(path`users/${id}/revokeSignInSessions`, undefined, {
      idempotent: true,
      isDone: async () => {
        const now = await graph.get(path`users/${id}`, { select: ['signInSessionsValidFromDateTime'] });
        return validFrom !== undefined && now['signInSessionsValidFromDateTime'] !== validFrom;
      },
    });
    if (answer === false || (isJsonObject(answer) && answer['value'] === false)) {
      throw new SoarError(
        `Graph answered that the sessions of ${user} were not revoked.`,
        'Try again; if it stays so, disable the account.',
      );
    }
    const warnings = ['Access tokens already issued work until they end, usually within 90 minutes.'];
    if (target?.userType === 'Guest') {
      warnings.push(
        'The account is a guest and signs in at home: nothing was ended there. Disable the account here to keep it out.',
      );
    }
    return {
      text: `User: "${user}" sessions have been revoked successfully.`,
      outputs: [actionOutput('revoke-sessions', user, target)],
      raw: null,
      warnings,
    };
  },
});
