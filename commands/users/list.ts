import { type CommandArguments } from '../../generated/arguments.js';
import { defineCommand } from '../../integration/command.js';
import { collect, type Collected } from '../../integration/graph/collect.js';
import { path } from '../../integration/graph/path.js';
import { accountOf } from '../../integration/results/account.js';
import { contextKeys, readableKeys } from '../../integration/results/keys.js';
import { selectedProperties } from './properties.js';
import { searchExpression } from './search-expression.js';

/** Most users of one run: an entry with more serves nobody, and the next page goes on from there. */
const MOST_USERS = 10_000;

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
    const found = await collect(
      graph,
      path`users`,
      {
        select: selectedProperties(args.properties ?? ['displayName', 'jobTitle', 'mobilePhone', 'mail']),
        count: true,
        advanced: true,
        ...(args.filter && { filter: args.filter }),
        ...(args.search && { search: searchExpression(args.search) }),
        ...(args.order_by && { orderby: args.order_by }),
      },
      {
        limit: args.all_results ? MOST_USERS : args.limit,
        ...(args.page_size && { pageSize: args.page_size }),
        ...(args.next_page && { from: args.next_page }),
      },
    );
    const metadata = remarks(args, found);
    return {
      table: { title: 'All Graph Users', rows: found.items.map(readableKeys), ...(metadata && { metadata }) },
      outputs: [
        { prefix: 'MSGraphUser', key: 'ID', value: found.items.map(contextKeys) },
        { prefix: 'Account', key: 'ID', value: found.items.map(accountOf) },
        ...nextPageOutput(args, found),
      ],
      raw: found.items,
    };
  },
});

function remarks(args: CommandArguments['msgraph-user-list'], { items, total, next }: Collected): string {
  const lines: string[] = [];
  if (total !== undefined) lines.push(`${items.length} of ${total} users.`);
  if (args.all_results && next) lines.push(`One run returns at most ${MOST_USERS} users.`);
  if (next) lines.push(`To get further results, enter this to the next_page parameter:\n${next}`);
  return lines.join('\n');
}

/** The link to the next page has a place of its own beside the users (rule R8) and is emptied on the last page. */
function nextPageOutput(args: CommandArguments['msgraph-user-list'], { next }: Collected) {
  const wasContinued = args.next_page !== undefined;
  if (next === undefined && !wasContinued) return [];
  return [
    { prefix: 'MSGraphUser', selector: "val.NextPage.indexOf('http')>=0", value: { NextPage: next ?? '' } },
  ];
}
