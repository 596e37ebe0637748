import { type CommandArguments } from '../../generated/arguments.js';
import { defineCommand } from '../../integration/command.js';
import { ArgumentError, GraphError, SoarError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { collect, type Collected } from '../../integration/graph/collect.js';
import { GraphPath, path } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';
import { contextKeys, readableKeys } from '../../integration/results/keys.js';
import { nextPageRemark } from './paging.js';
import { selectedProperties } from './properties.js';

type Arguments = CommandArguments['msgraph-user-get-delta'];

/**
 * Tells which users changed since an earlier call, or all users in the first call. Graph: GET /users/delta. Least
 * permission: User.Read.All.
 */
export default defineCommand<'msgraph-user-get-delta'>({
  permissions: { delegated: [['User.Read.All']], application: [['User.Read.All']] },
  effects: 'read',
  examples: [
    '!msgraph-user-get-delta properties=displayName,givenName,surname,jobTitle,mail,mobilePhone',
    '!msgraph-user-get-delta properties=businessPhones,officeLocation,preferredLanguage',
    '!msgraph-user-get-delta limit=3',
  ],
  async run(args, { graph, settings }) {
    if (args.delta_link !== undefined && args.next_page !== undefined) {
      throw new ArgumentError('delta_link and next_page are both given.', 'Give the newer one of them only.');
    }
    if (args.delta_link !== undefined) {
      GraphPath.fromContinuation('delta_link', args.delta_link, settings.graphUrl, path`users/delta`);
    }
    const found = await read(args, graph);
    const users = latestOf(found.items);
    const metadata = remarks(found);
    return {
      table: { title: 'All Graph Users', rows: users.map(readableKeys), ...(metadata && { metadata }) },
      outputs: [
        { prefix: 'MSGraphUser', key: 'ID', value: users.map(contextKeys) },
        {
          prefix: 'MSGraphUserDelta',
          key: 'Collection',
          value: { Collection: 'users', DeltaLink: found.delta ?? '', NextPage: found.next ?? '' },
        },
      ],
      raw: found.items,
    };
  },
});

/** @throws SoarError with the way out when the link is too old. */
async function read(
  { properties, limit, delta_link, next_page }: Arguments,
  graph: GraphClient,
): Promise<Collected> {
  const from = delta_link ?? next_page;
  const query = properties ? { select: selectedProperties(properties) } : {};
  const part = { limit, largestPage: null, ...(from !== undefined && { from }) };
  return collect(graph, path`users/delta`, query, part).catch((error: unknown) => {
    if (!(error instanceof GraphError) || !isTooOld(error)) throw error;
    throw new SoarError(
      error.message,
      'The link is too old: Graph keeps them for seven days. Start over without delta_link and next_page.',
      { cause: error },
    );
  });
}

/** Graph: delta query, synchronization reset. */
function isTooOld({ failure: { status, code } }: GraphError): boolean {
  return status === 410 || code === 'syncStateNotFound' || code === 'resyncRequired';
}

/** The same user may come several times in one round; what was said last counts. */
function latestOf(items: readonly JsonObject[]): readonly JsonObject[] {
  const users = new Map<unknown, JsonObject>();
  for (const item of items) {
    const before = users.get(item['id']);
    const isReturned = before !== undefined && !Object.hasOwn(item, '@removed');
    const { '@removed': removed, ...kept } = before ?? {};
    users.set(item['id'], isReturned ? { ...kept, ...item } : { ...before, ...item });
  }
  return [...users.values()];
}

function remarks(found: Collected): string {
  if (found.delta === undefined) return nextPageRemark(found);
  return `To get what changes from now on, enter this to the delta_link argument:\n${found.delta}`;
}
