import { defineCommand } from '../../integration/command.js';
import { connectionReport } from './connection-report.js';
import { probePermissions } from './probe.js';

/** Checks sign-in and permissions from the War Room, and says who is connected to what. */
export default defineCommand<'msgraph-user-test'>({
  permissions: probePermissions,
  effects: 'read',
  examples: ['!msgraph-user-test'],
  run: (_args, context) =>
    connectionReport(context.settings.selfDeployed ? '```✅ Success!```' : 'ok', context),
});
