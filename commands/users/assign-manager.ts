import { defineCommand } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { actionOutput } from './action-output.js';
import { managerPermissions } from './manager-permissions.js';

/** Sets a user's manager. Graph: PUT /users/{id}/manager/$ref. Least permission: User.ReadWrite.All. */
export default defineCommand<'msgraph-user-assign-manager'>({
  permissions: managerPermissions,
  effects: 'write',
  actsOn: 'user',
  suppressesMissing: true,
  examples: [
    '!msgraph-user-assign-manager user=temp42@contoso.example manager=noor@contoso.example',
    '!msgraph-user-assign-manager user=temp42@contoso.example,newstarter@contoso.example manager=noor@contoso.example',
  ],
  check({ user, manager }) {
    refuseOneself(manager, [user]);
  },
  async run({ user, manager }, { graph, settings, target }) {
    refuseOneself(manager, [target?.id, target?.userPrincipalName]);
    const id = target?.id ?? user;
    // The link is a path like any other: encoded, and in the cloud that the instance works with (rules R1, R13).
    const link = `${settings.graphUrl}/v1.0/${path`users/${manager}`.text}`;
    await graph.put(path`users/${id}/manager/$ref`, { '@odata.id': link }, { idempotent: true });
    const output = actionOutput('assign-manager', user, target);
    return {
      text: `A manager was assigned to user "${user}". It might take several minutes for the changes to take affect across all applications.`,
      outputs: [{ ...output, value: { ...output.value, Manager: manager } }],
      raw: null,
    };
  },
});

/** Graph lets people manage themselves; nobody means that. */
function refuseOneself(manager: string, names: readonly (string | undefined)[]): void {
  if (!names.some((name) => name?.toLowerCase() === manager.toLowerCase())) return;
  throw new ArgumentError(
    `manager=${JSON.stringify(manager)} is the user.`,
    'Name somebody else. To leave the user without a manager, use !msgraph-user-remove-manager.',
  );
}
