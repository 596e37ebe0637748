import { defineCommand } from '../../integration/command.js';
import { GraphError, TransportError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { type GraphPath, path } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';
import { contextKeys } from '../../integration/results/keys.js';
import { actionOutput } from './action-output.js';

/** How long Graph keeps a deleted user, in milliseconds: 30 days. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Deletes a user. Graph: DELETE /users/{id}, which keeps the user among the deleted items for 30 days. Least permission:
 * User.DeleteRestore.All. The user is read first and put into the entry (rule R34): afterwards nobody can.
 */
export default defineCommand<'msgraph-user-delete'>({
  permissions: {
    delegated: [['User.DeleteRestore.All'], ['User.ReadWrite.All']],
    application: [['User.DeleteRestore.All'], ['User.ReadWrite.All']],
  },
  effects: 'write',
  actsOn: 'user',
  suppressesMissing: true,
  examples: ['!msgraph-user-delete user=temp42@contoso.example reason="Made by an intruder"'],
  async run({ user }, { graph, run, target }) {
    const address = path`users/${target?.id ?? user}`;
    const before = target && (await whole(graph, address));
    await graph.delete(address, target ? true : 'unknown');
    const until = new Date(run.clock.now() + KEPT_MS).toISOString();
    const output = actionOutput('delete', user, target);
    return {
      text: `user: "${user}" was deleted successfully.`,
      outputs: [
        {
          ...output,
          value: { ...output.value, RestorableUntil: until, ...(before && { Deleted: given(before) }) },
        },
      ],
      raw: null,
      warnings: [
        `${target?.id ?? user} can be restored for 30 days, until ${until.slice(0, 10)}: POST /directory/deletedItems/{id}/restore.`,
        ...(target?.isSynchronized
          ? [
              'The account comes from an on-premises directory, whose next synchronization may bring it back: delete it there too.',
            ]
          : []),
      ],
    };
  },
});

/** Every property, or undefined where they cannot be read. */
async function whole(graph: GraphClient, address: GraphPath): Promise<JsonObject | undefined> {
  return graph.get(address, { select: ['*'] }).catch((error: unknown) => {
    if (error instanceof GraphError || error instanceof TransportError) return undefined;
    throw error;
  });
}

function given(user: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(contextKeys(user)).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
