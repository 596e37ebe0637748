import { defineCommand } from '../../integration/command.js';
import { completeOnDevice } from './device-login.js';

/** Completes a login on another device. Entra: device authorization grant. */
export default defineCommand<'msgraph-teams-auth-complete'>({
  permissions: { delegated: [], application: [] },
  effects: 'read',
  examples: ['!msgraph-teams-auth-complete'],
  run: (_args, context) => completeOnDevice('teams', context),
});
