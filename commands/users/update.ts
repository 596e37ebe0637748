import { defineCommand } from '../../integration/command.js';
import { CancelledError, GraphError, SoarError, TransportError } from '../../integration/errors.js';
import { identified } from '../../integration/graph/unexpected-answer.js';
import { type GraphPath, path } from '../../integration/graph/path.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { type JsonObject } from '../../integration/json.js';
import { explainRefusal } from './fields/field-permissions.js';
import { type UserFields, userFields } from './fields/typed-fields.js';
import { userResult } from './user-result.js';

/**
 * Changes properties of a user and shows the user. Graph: PATCH /users/{id}. Least permission: User.ReadWrite.All; a
 * password takes User-PasswordProfile.ReadWrite.All.
 */
export default defineCommand<'msgraph-user-update'>({
  permissions: {
    delegated: [['User.ReadWrite.All'], ['Directory.ReadWrite.All']],
    application: [['User.ReadWrite.All'], ['Directory.ReadWrite.All']],
  },
  effects: 'write',
  actsOn: 'user',
  suppressesMissing: true,
  examples: [
    '!msgraph-user-update user=adele@contoso.example updated_fields="jobTitle=Lead Analyst,officeLocation=HQ/3.01"',
    '!msgraph-user-update user=adele@contoso.example updated_fields=`displayName="Winterbourne, Adele"`',
    `!msgraph-user-update user=newstarter@contoso.example updated_fields=\`{"businessPhones":["+47 22 55 01 42"],"mobilePhone":null}\``,
  ],
  check({ updated_fields: text, updated_fields_delimiter: delimiter }) {
    userFields(text, delimiter, 'updated_fields', 0);
  },
  async run({ user, updated_fields: text, updated_fields_delimiter: delimiter }, { graph, run, target }) {
    const fields = userFields(text, delimiter, 'updated_fields', run.clock.now());
    await write(graph, path`users/${target?.id ?? user}`, fields);
    const { userPrincipalName: renamed, passwordProfile } = fields.together;
    // By object ID: the name may be another one now.
    const name = target?.id ?? (typeof renamed === 'string' ? renamed : user);
    const result = await readBack(graph, user, path`users/${name}`);
    if (!passwordProfile || !target?.isSynchronized) return result;
    const warning =
      'The account comes from an on-premises directory, which keeps its own password: the one set here may not reach it.';
    return { ...result, warnings: [...(result.warnings ?? []), warning] };
  },
});

/** What Graph takes only by itself goes in a request of its own, after the rest. */
async function write(graph: GraphClient, address: GraphPath, { together, alone }: UserFields): Promise<void> {
  const first = Object.keys(together);
  const rest = Object.keys(alone);
  if (first.length > 0) await patch(graph, address, together);
  if (rest.length === 0) return;
  try {
    await patch(graph, address, alone);
  } catch (error) {
    if (first.length === 0 || !(error instanceof SoarError)) throw error;
    throw new SoarError(
      `${first.join(', ')} were changed. ${rest.join(', ')}, which Graph takes only by themselves, were not: ${error.message}`,
      error.nextStep,
      { cause: error },
    );
  }
}

async function patch(graph: GraphClient, address: GraphPath, fields: JsonObject): Promise<void> {
  await graph.patch(address, fields, { idempotent: true }).catch((error: unknown) => {
    throw explainRefusal(error, Object.keys(fields));
  });
}

/** The change is done; that it cannot be shown does not make it a failure. */
async function readBack(graph: GraphClient, user: string, address: GraphPath): Promise<CommandResult> {
  try {
    return userResult(`${user} data`, identified(await graph.get(address, { select: ['*'] }), 'a user'));
  } catch (error) {
    if (!(
      error instanceof GraphError ||
      error instanceof TransportError ||
      error instanceof CancelledError
    )) {
      throw error;
    }
    return {
      text: `User "${user}" was updated.`,
      raw: null,
      warnings: [`The user could not be read afterwards: ${error.message}`],
    };
  }
}
