import { defineCommand } from '../../integration/command.js';
import { GraphError, NotFoundError, TransportError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject } from '../../integration/json.js';
import { actionOutput } from './action-output.js';
import { managerPermissions } from './manager-permissions.js';

/** Leaves a user without a manager. Graph: DELETE /users/{id}/manager/$ref. Least permission: User.ReadWrite.All. */
export default defineCommand<'msgraph-user-remove-manager'>({
  permissions: managerPermissions,
  effects: 'write',
  actsOn: 'user',
  suppressesMissing: true,
  examples: ['!msgraph-user-remove-manager user=adele@contoso.example reason="Moves to another team"'],
  async run({ user }, { graph, target }) {
    const id = target?.id ?? user;
    const previous = await managerOf(graph, id);
    const wasThere = previous === 'unknown' ? previous : previous !== undefined;
    const output = actionOutput('remove-manager', user, target);
    try {
      await graph.delete(path`users/${id}/manager/$ref`, wasThere);
    } catch (error) {
      if (!(error instanceof NotFoundError) || error.resource !== 'manager') throw error;
      return { text: `No manager is set for ${user}.`, outputs: [output], raw: null };
    }
    return {
      text: `The manager of user "${user}" was removed.`,
      outputs: [
        {
          ...output,
          value: { ...output.value, ...(isJsonObject(previous) && { PreviousManager: previous }) },
        },
      ],
      raw: null,
    };
  },
});

/** Who it was, so that it can be undone; a read that fails does not stop the effect (rule R34). */
async function managerOf(graph: GraphClient, user: string): Promise<JsonObject | 'unknown' | undefined> {
  try {
    const manager = await graph.getOrNull(path`users/${user}/manager`, 'manager', {
      select: ['id', 'displayName', 'userPrincipalName'],
    });
    return manager
      ? {
          ID: manager['id'],
          DisplayName: manager['displayName'],
          UserPrincipalName: manager['userPrincipalName'],
        }
      : undefined;
  } catch (error) {
    if (error instanceof GraphError || error instanceof TransportError) return 'unknown';
    throw error;
  }
}
