import { defineCommand } from '../../integration/command.js';
import { loginInstructions } from './login-instructions.js';
import { allRegistered } from './login-scopes.js';

/** Gives the address at which a user signs in, with every permission that the app registration lists. */
export default defineCommand<'msgraph-user-generate-login-url'>({
  permissions: { delegated: [], application: [] },
  effects: 'read',
  examples: ['!msgraph-user-generate-login-url'],
  run: (_args, context) => loginInstructions(allRegistered, 'msgraph-user-test', context),
});
