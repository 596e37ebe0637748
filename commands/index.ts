import { type Registry } from '../integration/command.js';

/** Every command by its name. A handler is loaded only when its command is run. */
export const registry: Registry = {
  'test-module': () => import('./session/test-module.js'),
  'msgraph-user-test': () => import('./session/test.js'),
  'msgraph-user-generate-login-url': () => import('./session/user-generate-login-url.js'),
  'msgraph-user-auth-reset': () => import('./session/user-auth-reset.js'),
  'msgraph-user-auth-start': () => import('./session/user-auth-start.js'),
  'msgraph-user-auth-complete': () => import('./session/user-auth-complete.js'),
  'msgraph-user-permissions-check': () => import('./session/permissions-check.js'),
  'msgraph-teams-test': () => import('./session/teams-test.js'),
  'msgraph-teams-generate-login-url': () => import('./session/teams-generate-login-url.js'),
  'msgraph-teams-auth-reset': () => import('./session/teams-auth-reset.js'),
  'msgraph-teams-auth-start': () => import('./session/teams-auth-start.js'),
  'msgraph-teams-auth-complete': () => import('./session/teams-auth-complete.js'),
  'msgraph-user-get': () => import('./users/get.js'),
  'msgraph-user-account-disable': () => import('./users/account-disable.js'),
  'msgraph-user-terminate-session': () => import('./users/terminate-session.js'),
  'msgraph-user-unblock': () => import('./users/unblock.js'),
  'msgraph-user-request-mfa': () => import('./mfa/request.js'),
  'msgraph-user-initiate-mfa-request': () => import('./mfa/initiate.js'),
  'msgraph-user-get-mfa-request-status': () => import('./mfa/status.js'),
  'msgraph-user-create-mfa-client-secret': () => import('./mfa/create-client-secret.js'),
  'msgraph-user-delete-mfa-client-secret': () => import('./mfa/delete-client-secret.js'),
  'msgraph-user-create-mfa-client-access-token': () => import('./mfa/create-client-access-token.js'),
  'msgraph-user-session-revoke': () => import('./users/session-revoke.js'),
  'msgraph-user-list': () => import('./users/list.js'),
};
