import { defineCommand } from '../../integration/command.js';
import { probe } from './probe.js';

/** The Test button of the instance form, for which `ok` is the only success. Graph: GET /users?$top=1. */
export default defineCommand<'test-module'>({
  permissions: {
    delegated: [['User.ReadBasic.All'], ['User.Read.All']],
    application: [['User.ReadBasic.All'], ['User.Read.All']],
  },
  effects: 'read',
  examples: ['!test-module'],
  async run(_args, context) {
    await probe(context);
    return { text: 'ok', raw: 'ok' };
  },
});
