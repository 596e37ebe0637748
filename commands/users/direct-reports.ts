import { defineCommand } from '../../integration/command.js';
import { collect } from '../../integration/graph/collect.js';
import { path } from '../../integration/graph/path.js';
import { contextKeys, readableKeys } from '../../integration/results/keys.js';
import { nextPageOutput, nextPageRemark, partOf } from './paging.js';
import { selectedProperties } from './properties.js';

/** Lists who reports to a user. Graph: GET /users/{id}/directReports. Least permission: User.Read.All. */
export default defineCommand<'msgraph-direct-reports'>({
  permissions: { delegated: [['User.Read.All']], application: [['User.Read.All']] },
  effects: 'read',
  suppressesMissing: true,
  examples: [
    '!msgraph-direct-reports user=noor@contoso.example',
    '!msgraph-direct-reports user=ingrid@contoso.example limit=1',
  ],
  async run(args, { graph }) {
    const { user, properties } = args;
    const query = properties ? { select: selectedProperties(properties) } : {};
    const found = await collect(graph, path`users/${user}/directReports`, query, partOf(args));
    const metadata = nextPageRemark(found);
    return {
      table: {
        title: `${user} - direct reports`,
        rows: found.items.map(readableKeys),
        ...(metadata && { metadata }),
      },
      outputs: [
        {
          prefix: 'MSGraphUserDirectReports',
          key: 'Manager',
          value: { Manager: user, Reports: found.items.map(contextKeys) },
        },
        ...nextPageOutput('MSGraphUserDirectReports', found, args.next_page),
      ],
      raw: found.items,
    };
  },
});
