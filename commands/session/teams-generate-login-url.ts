import { defineCommand } from '../../integration/command.js';
import { loginInstructions } from './login-instructions.js';
import { forChats } from './login-scopes.js';

/** Gives the address at which a user signs in for the chat commands. */
export default defineCommand<'msgraph-teams-generate-login-url'>({
  permissions: { delegated: [], application: [] },
  effects: 'read',
  examples: ['!msgraph-teams-generate-login-url'],
  run: (_args, context) => loginInstructions(forChats, 'msgraph-teams-test', context),
});
