import { defineCommand } from '../../integration/command.js';
import { connectionReport } from './connection-report.js';
import { probePermissions } from './probe.js';

/** Checks sign-in and permissions from the War Room, and says who is connected to what. */
export default defineCommand<'msgraph-teams-test'>({
  permissions: probePermissions,
  effects: 'read',
  examples: ['!msgraph-teams-test'],
  run: (_args, context) => connectionReport('✅ Success!', context),
});
