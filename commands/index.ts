import { type Registry } from '../integration/command.js';
import { type MethodKindName } from './authentication-methods/method-kind.js';

/** The two commands of each kind of authentication method are made from one table. */
const listOf = async (kind: MethodKindName) => ({
  default: (await import('./authentication-methods/list-methods.js')).listMethods(kind),
});
const deletionOf = async (kind: MethodKindName) => ({
  default: (await import('./authentication-methods/delete-method.js')).deleteMethod(kind),
});

/** Every command by its name. A handler is loaded only when its command is run. */
export const registry: Registry = {
  'test-module': () => import('./session/test-module.js'),
  'msgraph-user-test': () => import('./session/test.js'),
  'msgraph-user-generate-login-url': () => import('./session/user-generate-login-url.js'),
  'msgraph-user-auth-reset': () => import('./session/user-auth-reset.js'),
  'msgraph-user-auth-start': () => import('./session/user-auth-start.js'),
  'msgraph-user-auth-complete': () => import('./session/user-auth-complete.js'),
  'msgraph-user-permissions-check': () => import('./session/permissions-check.js'),
  'msgraph-user-get-auth-methods': () => import('./authentication-methods/get.js'),
  'msgraph-user-auth-methods-list': () => import('./authentication-methods/list.js'),
  'msgraph-user-fido2-method-list': () => listOf('fido2'),
  'msgraph-user-fido2-method-delete': () => deletionOf('fido2'),
  'msgraph-user-email-method-list': () => listOf('email'),
  'msgraph-user-email-method-delete': () => deletionOf('email'),
  'msgraph-user-authenticator-method-list': () => listOf('authenticator'),
  'msgraph-user-authenticator-method-delete': () => deletionOf('authenticator'),
  'msgraph-user-phone-method-list': () => listOf('phone'),
  'msgraph-user-phone-method-delete': () => deletionOf('phone'),
  'msgraph-user-software-oath-method-list': () => listOf('software-oath'),
  'msgraph-user-software-oath-method-delete': () => deletionOf('software-oath'),
  'msgraph-user-windows-hello-method-list': () => listOf('windows-hello'),
  'msgraph-user-windows-hello-method-delete': () => deletionOf('windows-hello'),
  'msgraph-user-temp-access-pass-method-list': () => listOf('temp-access-pass'),
  'msgraph-user-temp-access-pass-method-delete': () => deletionOf('temp-access-pass'),
  'msgraph-user-platform-credential-method-list': () => listOf('platform-credential'),
  'msgraph-user-platform-credential-method-delete': () => deletionOf('platform-credential'),
  'msgraph-user-external-method-list': () => listOf('external'),
  'msgraph-user-external-method-delete': () => deletionOf('external'),
  'msgraph-user-get-user-default-auth-method': () => import('./authentication-methods/default-method.js'),
  'msgraph-user-auth-methods-purge': () => import('./authentication-methods/purge.js'),
  'msgraph-teams-test': () => import('./session/teams-test.js'),
  'msgraph-teams-generate-login-url': () => import('./session/teams-generate-login-url.js'),
  'msgraph-teams-auth-reset': () => import('./session/teams-auth-reset.js'),
  'msgraph-teams-auth-start': () => import('./session/teams-auth-start.js'),
  'msgraph-teams-auth-complete': () => import('./session/teams-auth-complete.js'),
  'msgraph-user-get': () => import('./users/get.js'),
  'msgraph-user-account-disable': () => import('./users/account-disable.js'),
  'msgraph-user-terminate-session': () => import('./users/terminate-session.js'),
  'msgraph-user-unblock': () => import('./users/unblock.js'),
  'msgraph-user-session-revoke': () => import('./users/session-revoke.js'),
  'msgraph-user-list': () => import('./users/list.js'),
};
