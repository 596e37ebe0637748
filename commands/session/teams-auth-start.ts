import { defineCommand } from '../../integration/command.js';
import { startOnDevice } from './device-login.js';
import { forChats } from './login-scopes.js';

/** Begins a login on another device. Entra: device authorization grant. */
export default defineCommand<'msgraph-teams-auth-start'>({
  permissions: { delegated: [], application: [] },
  effects: 'read',
  examples: ['!msgraph-teams-auth-start'],
  run: (_args, context) => startOnDevice('teams', forChats, context),
});
