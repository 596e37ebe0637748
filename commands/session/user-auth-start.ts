import { defineCommand } from '../../integration/command.js';
import { startOnDevice } from './device-login.js';
import { allRegistered } from './login-scopes.js';

/** Begins a login on another device. Entra: device authorization grant. */
export default defineCommand<'msgraph-user-auth-start'>({
  permissions: { delegated: [], application: [] },
  effects: 'read',
  examples: ['!msgraph-user-auth-start'],
  run: (_args, context) => startOnDevice('user', allRegistered, context),
});
