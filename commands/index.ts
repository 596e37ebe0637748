import { type Registry } from '../integration/command.js';

/** Every command by its name. A handler is loaded only when its command is run. */
export const registry: Registry = {
  'test-module': () => import('./session/test-module.js'),
  'msgraph-user-test': () => import('./session/test.js'),
  'msgraph-user-get': () => import('./users/get.js'),
  'msgraph-user-account-disable': () => import('./users/account-disable.js'),
  'msgraph-user-terminate-session': () => import('./users/terminate-session.js'),
  'msgraph-user-unblock': () => import('./users/unblock.js'),
  'msgraph-user-session-revoke': () => import('./users/session-revoke.js'),
  'msgraph-user-list': () => import('./users/list.js'),
};
