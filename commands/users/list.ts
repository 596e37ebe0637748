import { type CommandArguments } from '../../generated/arguments.js';
import { defineCommand } from '../../integration/command.js';
import { collect, type Collected, everyPage } from '../../integration/graph/collect.js';
import { path } from '../../integration/graph/path.js';
import { accountOf } from '../../integration/results/account.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { contextKeys, readableKeys } from '../../integration/results/keys.js';
import { MOST_ITEMS, nextPageOutput, nextPageRemark, partOf } from './paging.js';
import { selectedProperties } from './properties.js';
import { searchExpression } from './search-expression.js';

type Arguments = CommandArguments['msgraph-user-list'];

/**
 * Lists users. Graph: GET /users. Least permission: User.ReadBasic.All. Every page is asked as an advanced query, so
 * that each filter and the total work (rule R3).
 */
export default defineCommand<'msgraph-user-list'>({
  permissions: {
    delegated: [['User.ReadBasic.All'], ['User.Read.All']],
    application: [['User.ReadBasic.All'], ['User.Read.All']],
  },
  effects: 'read',
  examples: [
    '!msgraph-user-list',
    '!msgraph-user-list filter="accountEnabled eq false" properties=displayName,accountEnabled',
    `!msgraph-user-list filter="department eq 'Security'" properties=givenName,surname,businessPhones,officeLocation,preferredLanguage`,
    '!msgraph-user-list search=adele',
    '!msgraph-user-list order_by="displayName desc" limit=5',
  ],
  async run(args, { graph }) {
    const users = path`users`;
    const query = {
      select: selectedProperties(args.properties ?? ['displayName', 'jobTitle', 'mobilePhone', 'mail']),
      count: true,
      advanced: true,
      ...(args.filter && { filter: args.filter }),
      ...(args.search && { search: searchExpression(args.search) }),
      ...(args.order_by && { orderby: args.order_by }),
    };
    const part = partOf(args);
    const collected = async () => listed(args, await collect(graph, users, query, part));
    return args.all_results ? { pages: everyPage(graph, users, query, part), collected } : collected();
  },
});

function listed(args: Arguments, found: Collected): CommandResult {
  const metadata = remarks(args, found);
  return {
    table: { title: 'All Graph Users', rows: found.items.map(readableKeys), ...(metadata && { metadata }) },
    outputs: [
      { prefix: 'MSGraphUser', key: 'ID', value: found.items.map(contextKeys) },
      { prefix: 'Account', key: 'ID', value: found.items.map(accountOf) },
      ...nextPageOutput('MSGraphUser', found, args.next_page),
    ],
    raw: found.items,
  };
}

function remarks(args: Arguments, found: Collected): string {
  const { items, total, next } = found;
  const lines: string[] = [];
  if (total !== undefined) lines.push(`${items.length} of ${total} users.`);
  if (args.all_results && next) lines.push(`One run returns at most ${MOST_ITEMS} users.`);
  if (next) lines.push(nextPageRemark(found, 'parameter'));
  return lines.join('\n');
}
