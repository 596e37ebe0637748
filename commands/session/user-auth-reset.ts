import { defineCommand } from '../../integration/command.js';
import { resetSignIn } from './reset.js';

/** Forgets the kept sign-in of this instance. */
export default defineCommand<'msgraph-user-auth-reset'>({
  permissions: { delegated: [], application: [] },
  effects: 'read',
  examples: ['!msgraph-user-auth-reset'],
  run: (_args, context) => resetSignIn(context),
});
