import { type Command, type CommandContext, defineCommand } from '../../integration/command.js';
import { ArgumentError, GraphError, NotFoundError, TransportError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { identified } from '../../integration/graph/unexpected-answer.js';
import { type GraphPath } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { contextKeys } from '../../integration/results/keys.js';
import { explainDefaultRefusal } from './default-refusal.js';
import { methodExamples } from './examples.js';
import { methodActionOutput } from './method-action-output.js';
import { type DeleteCommandName, type MethodKind, type MethodKindName } from './method-kind.js';
import { methodKinds } from './method-kinds.js';
import { withoutSecrets } from './without-secrets.js';

/** What a delete command takes. The e-mail address alone needs no ID, because there is at most one. */
interface DeleteArguments {
  readonly user: string;
  readonly method_id?: string;
}

/**
 * The command that deletes one method of a user. Graph: DELETE /users/{id}/authentication/{collection}/{id}. The method
 * is read before, so that the context says what was deleted.
 */
export function deleteMethod(name: MethodKindName): Command<DeleteCommandName> {
  const kind = methodKinds[name];
  return defineCommand<DeleteCommandName>({
    permissions: kind.canDelete,
    effects: 'write',
    ...(kind.notInClouds && { notInClouds: kind.notInClouds }),
    actsOn: 'user',
    suppressesMissing: true,
    examples: methodExamples[name].delete,
    run: (args: DeleteArguments, context) => remove(kind, args, context),
  });
}

async function remove(
  kind: MethodKind,
  { user, method_id: given }: DeleteArguments,
  { graph, target }: CommandContext,
): Promise<CommandResult> {
  const id = given ?? kind.onlyId;
  if (id === undefined) throw new ArgumentError('method_id is required.', 'Nothing was deleted.');
  // By object ID: the name could be given to somebody else between the look and the act.
  const address = kind.one(target?.id ?? user, id);
  const before = await readBefore(graph, address);
  try {
    await graph.delete(address);
  } catch (error) {
    throw await explainDefaultRefusal(error, graph, target?.id ?? user);
  }
  const details = {
    MethodKind: kind.name,
    MethodID: id,
    ...(before.method && { Method: contextKeys(before.method) }),
  };
  return {
    text: kind.deleted(id, user),
    outputs: [
      methodActionOutput('delete-authentication-method', user, target, details, ['MethodKind', 'MethodID']),
    ],
    raw: null,
    ...(before.failure !== undefined && {
      warnings: [`What was deleted could not be read before: ${before.failure}`],
    }),
  };
}

/** A read made only to say what was deleted never stops the deletion (rule R34). */
async function readBefore(
  graph: GraphClient,
  address: GraphPath,
): Promise<{ readonly method?: JsonObject; readonly failure?: string }> {
  try {
    return { method: withoutSecrets(identified(await graph.get(address), 'a method')) };
  } catch (error) {
    // Whether there is such a method the deletion itself will tell.
    if (error instanceof NotFoundError) return {};
    if (!(error instanceof GraphError || error instanceof TransportError)) throw error;
    return { failure: error.message.split('\n')[0] ?? '' };
  }
}
