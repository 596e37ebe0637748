import { defineCommand } from '../../integration/command.js';
import { collect } from '../../integration/graph/collect.js';
import { type GraphPath, path } from '../../integration/graph/path.js';
import { contextKeys, readableKeys } from '../../integration/results/keys.js';
import { objectIdOf } from './object-id.js';
import { nextPageOutput, nextPageRemark, partOf } from './paging.js';

type Relationship = Readonly<
  Record<'all' | 'group' | 'directoryRole' | 'administrativeUnit', (user: string) => GraphPath>
>;

const direct: Relationship = {
  all: (user) => path`users/${user}/memberOf`,
  group: (user) => path`users/${user}/memberOf/microsoft.graph.group`,
  directoryRole: (user) => path`users/${user}/memberOf/microsoft.graph.directoryRole`,
  administrativeUnit: (user) => path`users/${user}/memberOf/microsoft.graph.administrativeUnit`,
};

const transitive: Relationship = {
  all: (user) => path`users/${user}/transitiveMemberOf`,
  group: (user) => path`users/${user}/transitiveMemberOf/microsoft.graph.group`,
  directoryRole: (user) => path`users/${user}/transitiveMemberOf/microsoft.graph.directoryRole`,
  administrativeUnit: (user) => path`users/${user}/transitiveMemberOf/microsoft.graph.administrativeUnit`,
};

/**
 * Lists the groups, Entra roles and administrative units that a user is a member of. Graph: GET /users/{id}/memberOf, and
 * transitiveMemberOf for those reached through other groups. Least permission: Directory.Read.All; with less, Graph gives
 * types and IDs only.
 */
export default defineCommand<'msgraph-user-get-groups'>({
  permissions: {
    delegated: [['Directory.Read.All'], ['GroupMember.Read.All', 'User.Read.All']],
    application: [['Directory.Read.All'], ['GroupMember.Read.All', 'User.Read.All']],
  },
  effects: 'read',
  suppressesMissing: true,
  examples: [
    '!msgraph-user-get-groups user=adele@contoso.example',
    '!msgraph-user-get-groups user=adele@contoso.example type=group transitive=true',
    '!msgraph-user-get-groups user=adele@contoso.example limit=1',
  ],
  async run(args, { graph }) {
    const { user, type, properties } = args;
    const address = (args.transitive ? transitive : direct)[type](user);
    const query = {
      ...(properties && { select: [...new Set(['id', ...properties])] }),
      // Graph picks one type out of several only in an advanced query.
      ...(type !== 'all' && { count: true, advanced: true }),
    };
    const found = await collect(graph, address, query, partOf(args));
    const ID = await objectIdOf(graph, user);
    const metadata = nextPageRemark(found);
    return {
      table: {
        title: `${user} group data`,
        rows: found.items.map(readableKeys),
        ...(metadata && { metadata }),
      },
      outputs: [
        {
          prefix: 'MSGraphUserGroups',
          key: 'ID',
          value: { ID, User: user, Groups: found.items.map(contextKeys) },
        },
        ...nextPageOutput('MSGraphUserGroups', found, args.next_page),
      ],
      raw: { value: found.items },
    };
  },
});
