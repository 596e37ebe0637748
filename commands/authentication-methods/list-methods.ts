import { type Command, type CommandContext, defineCommand } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { collect } from '../../integration/graph/collect.js';
import { identified } from '../../integration/graph/unexpected-answer.js';
import { type JsonObject } from '../../integration/json.js';
import { type CommandResult, type ContextOutput } from '../../integration/results/command-result.js';
import { contextKeys } from '../../integration/results/keys.js';
import { nextPageOutput, nextPageRemark } from '../users/paging.js';
import { methodExamples } from './examples.js';
import { type ListCommandName, type MethodKind, type MethodKindName } from './method-kind.js';
import { methodKinds } from './method-kinds.js';
import { withoutSecrets } from './without-secrets.js';

/** What a list command takes; kinds of which nobody has many take neither a limit nor a page. */
interface ListArguments {
  readonly user: string;
  readonly method_id?: string;
  readonly limit?: number;
  readonly next_page?: string;
}

/** Nobody has that many; it only ends a list that does not end. */
const MOST_METHODS = 10_000;

/**
 * The command that lists a user's methods of one kind, or shows one of them. Graph: GET
 * /users/{id}/authentication/{collection}, which takes no query options, so that the limit is kept on our side.
 */
export function listMethods(name: MethodKindName): Command<ListCommandName> {
  const kind = methodKinds[name];
  return defineCommand<ListCommandName>({
    permissions: kind.canRead,
    effects: 'read',
    ...(kind.notInClouds && { notInClouds: kind.notInClouds }),
    suppressesMissing: true,
    examples: methodExamples[name].list,
    run: (args: ListArguments, context) =>
      args.method_id === undefined
        ? showAll(kind, args, context)
        : showOne(kind, { ...args, method_id: args.method_id }, context),
  });
}

async function showOne(
  kind: MethodKind,
  args: ListArguments & { readonly method_id: string },
  { graph }: CommandContext,
): Promise<CommandResult> {
  const { user, method_id: id } = args;
  if (args.next_page !== undefined) {
    throw new ArgumentError('method_id and next_page do not go together.', 'Give one of them only.');
  }
  const method = withoutSecrets(identified(await graph.get(kind.one(user, id)), 'a method'));
  return {
    table: tableOf(kind, `Method ${id} for User ${user}:`, [method]),
    outputs: [methodsOutput(kind, user, [method])],
    raw: method,
  };
}

async function showAll(
  kind: MethodKind,
  { user, limit, next_page: from }: ListArguments,
  { graph }: CommandContext,
): Promise<CommandResult> {
  const found = await collect(
    graph,
    kind.all(user),
    {},
    { limit: limit ?? MOST_METHODS, largestPage: null, ...(from !== undefined && { from }) },
  );
  const methods = found.items.map(withoutSecrets);
  const outputs = [methodsOutput(kind, user, methods), ...nextPageOutput(kind.prefix, found, from)];
  if (methods.length === 0) {
    return {
      text: `No ${kind.label} authentication methods found for user ${user}.`,
      outputs,
      raw: methods,
    };
  }
  const metadata = nextPageRemark(found);
  return {
    table: { ...tableOf(kind, `Methods for User ${user}:`, methods), ...(metadata && { metadata }) },
    outputs,
    raw: methods,
  };
}

function tableOf(kind: MethodKind, ending: string, methods: readonly JsonObject[]) {
  const columns = Object.entries(kind.columns);
  return {
    title: `${kind.title ?? `${kind.label} Authentication`} ${ending}`,
    columns: columns.map(([header]) => header),
    rows: methods.map((method) =>
      Object.fromEntries(columns.map(([header, property]) => [header, method[property] ?? null])),
    ),
  };
}

/** The user is part of what identifies a method: phones and e-mail addresses have the same IDs for everybody. */
function methodsOutput(kind: MethodKind, user: string, methods: readonly JsonObject[]): ContextOutput {
  return {
    prefix: kind.prefix,
    key: ['ID', 'UserID'],
    value: methods.map((method) => ({ ...contextKeys(method), UserID: user })),
  };
}
