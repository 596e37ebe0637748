import { defineCommand } from '../../integration/command.js';
import { CancelledError, NotFoundError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { identified } from '../../integration/graph/unexpected-answer.js';
import { type GraphPath, path } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';
import { actionOutput } from '../users/action-output.js';
import { firstLine } from './failed-read.js';
import { passContext } from './passes.js';
import { passWriters } from './permissions.js';

/**
 * Deletes a Temporary Access Pass. Graph: DELETE /users/{id}/authentication/temporaryAccessPassMethods/{id}. Least
 * permission: UserAuthMethod-TAP.ReadWrite.All.
 */
export default defineCommand<'msgraph-user-tap-policy-delete'>({
  permissions: passWriters,
  effects: 'write',
  actsOn: 'user_id',
  suppressesMissing: true,
  notInClouds: ['China'],
  examples: [
    '!msgraph-user-tap-policy-delete user_id=george@contoso.example policy_id=1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df reason="Not his"',
  ],
  async run({ user_id: user, policy_id: id }, { graph, target }) {
    const address = path`users/${target?.id ?? user}/authentication/temporaryAccessPassMethods/${id}`;
    const warnings: string[] = [];
    const named = (error: unknown): unknown =>
      // The user was read a moment ago: what is not there is the pass.
      error instanceof NotFoundError && target ? noSuchPass(error, user, id) : error;
    // Read first, so that the entry can say what was deleted; a read that fails does not stop that (rule R34).
    const pass = await readPass(graph, address).catch((error: unknown) => {
      if (error instanceof NotFoundError || error instanceof CancelledError) throw named(error);
      warnings.push(`The pass could not be read before it was deleted: ${firstLine(error)}`);
      return undefined;
    });
    await graph.delete(address, pass ? true : 'unknown').catch((error: unknown) => {
      throw named(error);
    });
    return {
      text: `Temporary Access Pass Authentication methods policy ${id} was successfully deleted.`,
      outputs: [
        actionOutput('delete-tap', user, target, {
          TAPPolicy: pass ? passContext(pass, user) : { ID: id, UserID: user },
        }),
      ],
      raw: null,
      warnings,
    };
  },
});

async function readPass(graph: GraphClient, address: GraphPath): Promise<JsonObject> {
  return identified(await graph.get(address), 'a pass');
}

function noSuchPass({ failure }: NotFoundError, user: string, id: string): NotFoundError {
  return new NotFoundError(
    `User ${user} has no Temporary Access Pass with the ID ${id}.`,
    `!msgraph-user-tap-policy-list user_id=\`${user}\` shows the one that is there.`,
    failure,
    id,
  );
}
