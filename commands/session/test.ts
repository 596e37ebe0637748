import { defineCommand } from '../../integration/command.js';
import { toEntries } from '../../integration/results/command-result.js';
import { probe } from './probe.js';

/** Checks sign-in and permissions from the War Room, and says what the instance may do. Graph: GET /users?$top=1. */
export default defineCommand<'msgraph-user-test'>({
  permissions: {
    delegated: [['User.ReadBasic.All'], ['User.Read.All']],
    application: [['User.ReadBasic.All'], ['User.Read.All']],
  },
  effects: 'read',
  examples: ['!msgraph-user-test'],
  async run(_args, context) {
    const permissions = await probe(context);
    const { settings } = context;
    const success = settings.selfDeployed ? '```✅ Success!```' : 'ok';
    const connection = {
      Flow: settings.signIn.flow,
      Cloud: settings.cloud,
      Graph: settings.graphUrl,
      Permissions: permissions?.toSorted().join(', ') ?? 'the token cannot be read',
    };
    const columns = ['Flow', 'Cloud', 'Graph', 'Permissions'];
    return {
      text: success,
      raw: success,
      also: toEntries({ table: { title: 'Connection', rows: [connection], columns } }),
    };
  },
});
