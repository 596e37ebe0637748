import { commandMetadata } from '../../generated/commands.js';
import { claimsOf } from '../../integration/auth/claims.js';
import { defineCommand } from '../../integration/command.js';
import { missingPermissions, permissionsInWords } from '../../integration/dispatcher/permission-sets.js';
import { asksGraph } from '../../integration/dispatcher/policy.js';
import { AuthError } from '../../integration/errors.js';

/** Holds every command against the permissions in the instance's token, without asking Graph. */
export default defineCommand<'msgraph-user-permissions-check'>({
  permissions: { delegated: [], application: [] },
  effects: 'read',
  examples: ['!msgraph-user-permissions-check'],
  async run(_args, { tokens, run }) {
    const claims = claimsOf(await tokens.getToken(run));
    if (!claims) {
      throw new AuthError(
        'The token cannot be read, so its permissions are not known.',
        'Look at the permissions of the application in the Entra admin center.',
      );
    }
    const kind = claims.isDelegated ? 'delegated' : 'application';
    const held = claims.isDelegated ? claims.scopes : claims.roles;
    const commands = Object.entries(commandMetadata)
      .filter(([name, { permissions }]) => name !== 'test-module' && asksGraph({ permissions }))
      .map(([Command, { permissions }]) => {
        const accepted = permissions[kind];
        const missing = missingPermissions(accepted, held);
        return {
          Command,
          Allowed: accepted.length > 0 && missing.length === 0,
          Missing: accepted.length === 0 ? `not possible with ${kind} permissions` : missing.join(', '),
          Accepted: permissionsInWords(accepted),
        };
      });
    return {
      table: {
        title: 'Permissions',
        metadata: `The token holds these ${kind} permissions: ${held.toSorted().join(', ') || 'none'}. Entra roles, and what else the target takes, are not looked at.`,
        rows: commands.map(({ Allowed, ...row }) => ({ ...row, Allowed: Allowed ? 'yes' : 'no' })),
        columns: ['Command', 'Allowed', 'Missing', 'Accepted'],
      },
      outputs: [{ prefix: 'MSGraphPermission', key: 'Command', value: commands }],
      raw: { kind, held, commands },
    };
  },
});
