/* Written by `npm run generate`; do not edit. */
import { type CommandName } from '../integration/command.js';
import { type ArgumentValidation } from '../integration/dispatcher/validation.js';

/** The compiled argument schema of each command, loaded when the command is run. */
export const validators: Readonly<Record<CommandName, () => Promise<ArgumentValidation>>> = {
  'msgraph-user-test': () => import('./validators/msgraph-user-test.js'),
  'msgraph-user-generate-login-url': () => import('./validators/msgraph-user-generate-login-url.js'),
  'msgraph-user-auth-reset': () => import('./validators/msgraph-user-auth-reset.js'),
  'msgraph-user-auth-start': () => import('./validators/msgraph-user-auth-start.js'),
  'msgraph-user-auth-complete': () => import('./validators/msgraph-user-auth-complete.js'),
  'msgraph-user-permissions-check': () => import('./validators/msgraph-user-permissions-check.js'),
  'msgraph-teams-test': () => import('./validators/msgraph-teams-test.js'),
  'msgraph-teams-generate-login-url': () => import('./validators/msgraph-teams-generate-login-url.js'),
  'msgraph-teams-auth-reset': () => import('./validators/msgraph-teams-auth-reset.js'),
  'msgraph-teams-auth-start': () => import('./validators/msgraph-teams-auth-start.js'),
  'msgraph-teams-auth-complete': () => import('./validators/msgraph-teams-auth-complete.js'),
  'msgraph-user-get': () => import('./validators/msgraph-user-get.js'),
  'msgraph-user-list': () => import('./validators/msgraph-user-list.js'),
  'msgraph-user-account-disable': () => import('./validators/msgraph-user-account-disable.js'),
  'msgraph-user-terminate-session': () => import('./validators/msgraph-user-terminate-session.js'),
  'msgraph-user-unblock': () => import('./validators/msgraph-user-unblock.js'),
  'msgraph-user-request-mfa': () => import('./validators/msgraph-user-request-mfa.js'),
  'msgraph-user-initiate-mfa-request': () => import('./validators/msgraph-user-initiate-mfa-request.js'),
  'msgraph-user-get-mfa-request-status': () => import('./validators/msgraph-user-get-mfa-request-status.js'),
  'msgraph-user-create-mfa-client-secret': () => import('./validators/msgraph-user-create-mfa-client-secret.js'),
  'msgraph-user-delete-mfa-client-secret': () => import('./validators/msgraph-user-delete-mfa-client-secret.js'),
  'msgraph-user-create-mfa-client-access-token': () => import('./validators/msgraph-user-create-mfa-client-access-token.js'),
  'msgraph-user-session-revoke': () => import('./validators/msgraph-user-session-revoke.js'),
  'test-module': () => import('./validators/test-module.js'),
};
