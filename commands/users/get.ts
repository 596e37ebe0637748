import { type CommandArguments } from '../../generated/arguments.js';
import { defineCommand } from '../../integration/command.js';
import { NotFoundError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { identified } from '../../integration/graph/unexpected-answer.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { toPlain } from '../../integration/results/plain.js';
import { pythonRepr } from '../../integration/results/python-text.js';
import { selectedProperties } from './properties.js';
import { userResult } from './user-result.js';

/** Shows one user. Graph: GET /users/{id | userPrincipalName}. Least permission: User.ReadBasic.All. */
export default defineCommand<'msgraph-user-get'>({
  permissions: {
    delegated: [['User.ReadBasic.All'], ['User.Read.All']],
    application: [['User.ReadBasic.All'], ['User.Read.All']],
  },
  effects: 'read',
  examples: [
    '!msgraph-user-get user=adele@contoso.example',
    '!msgraph-user-get user=adele@contoso.example properties=displayName,accountEnabled expand=manager',
  ],
  async run(args, { graph, settings }) {
    try {
      return userResult(`${args.user} data`, await read(args, graph));
    } catch (error) {
      if (error instanceof NotFoundError && settings.handleError) return notFound(args.user, error);
      throw error;
    }
  },
});

/** Graph gives the sign-in activity by object ID only (user resource type, signInActivity). */
async function read(args: CommandArguments['msgraph-user-get'], graph: GraphClient): Promise<JsonObject> {
  const select = selectedProperties(args.properties ?? ['*']);
  const needsObjectId = select.some((name) => name.toLowerCase() === 'signinactivity');
  const id = needsObjectId
    ? textAt(await graph.get(path`users/${args.user}`, { select: ['id'] }), 'id')
    : undefined;
  const user = await graph.get(path`users/${id ?? args.user}`, {
    select,
    ...(args.expand && { expand: args.expand }),
  });
  return identified(user, 'a user');
}

/** The words that playbooks know for a user who does not exist (rule R5). */
function notFound(name: string, error: NotFoundError): CommandResult {
  const { body } = error.failure;
  return {
    text: `### User ${name} was not found.\nMicrosoft Graph Response: ${pythonRepr(toPlain(body))}`,
    raw: body,
    outputs: [],
  };
}
