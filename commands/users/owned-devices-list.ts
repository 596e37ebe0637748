import { defineCommand } from '../../integration/command.js';
import { collect } from '../../integration/graph/collect.js';
import { path } from '../../integration/graph/path.js';
import { contextKeys } from '../../integration/results/keys.js';
import { objectIdOf } from './object-id.js';
import { nextPageOutput, nextPageRemark, partOf } from './paging.js';

/** Lists the devices that a user owns. Graph: GET /users/{id}/ownedDevices. Least permission: User.Read.All. */
export default defineCommand<'msgraph-user-owned-devices-list'>({
  permissions: {
    delegated: [['User.Read.All'], ['Directory.Read.All']],
    application: [['User.Read.All'], ['Directory.Read.All']],
  },
  effects: 'read',
  suppressesMissing: true,
  examples: [
    '!msgraph-user-owned-devices-list user=adele@contoso.example',
    '!msgraph-user-owned-devices-list user=adele@contoso.example limit=1',
  ],
  async run(args, { graph }) {
    const { user, filter } = args;
    const query = { count: true, advanced: true, ...(filter && { filter }) };
    const found = await collect(graph, path`users/${user}/ownedDevices`, query, partOf(args));
    const ID = await objectIdOf(graph, user);
    const metadata = nextPageRemark(found);
    const next = nextPageOutput('MSGraphUserOwnedDevices', found, args.next_page);
    if (found.items.length === 0) {
      return { text: `No owned devices found for user ${user}.`, outputs: next, raw: [] };
    }
    return {
      table: {
        title: `Owned Devices for User ${user}:`,
        columns: ['Device Id', 'Azure Device Registration Id', 'Device Display Name'],
        rows: found.items.map((device) => ({
          'Device Id': device['id'],
          'Azure Device Registration Id': device['deviceId'],
          'Device Display Name': device['displayName'],
        })),
        ...(metadata && { metadata }),
      },
      outputs: [
        {
          prefix: 'MSGraphUser',
          key: 'ID',
          // Playbooks know the user as it was typed under `Id`.
          value: { ID, Id: user, OwnedDevice: found.items.map(contextKeys) },
        },
        ...next,
      ],
      raw: found.items,
    };
  },
});
