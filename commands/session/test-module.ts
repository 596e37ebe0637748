import { defineCommand } from '../../integration/command.js';
import { probe, probePermissions } from './probe.js';

/**
 * The Test button of the instance form, for which `ok` is the only success. A platform keeps nothing of what it signs
 * in with, so a code is left alone.
 */
export default defineCommand<'test-module'>({
  permissions: probePermissions,
  effects: 'read',
  examples: ['!test-module'],
  async run(_args, context) {
    await probe(context, { keepCode: true });
    return { text: 'ok', raw: 'ok' };
  },
});
