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
  'msgraph-teams-list-chats': () => import('./validators/msgraph-teams-list-chats.js'),
  'msgraph-teams-create-chat': () => import('./validators/msgraph-teams-create-chat.js'),
  'msgraph-teams-get-chat': () => import('./validators/msgraph-teams-get-chat.js'),
  'msgraph-teams-update-chat': () => import('./validators/msgraph-teams-update-chat.js'),
  'msgraph-teams-list-members': () => import('./validators/msgraph-teams-list-members.js'),
  'msgraph-teams-add-member': () => import('./validators/msgraph-teams-add-member.js'),
  'msgraph-teams-remove-member': () => import('./validators/msgraph-teams-remove-member.js'),
  'msgraph-teams-list-messages': () => import('./validators/msgraph-teams-list-messages.js'),
  'msgraph-teams-get-message': () => import('./validators/msgraph-teams-get-message.js'),
  'msgraph-teams-send-message': () => import('./validators/msgraph-teams-send-message.js'),
  'msgraph-teams-message-update-policy-violation': () => import('./validators/msgraph-teams-message-update-policy-violation.js'),
  'microsoft-teams-message-update-policy-violation': () => import('./validators/microsoft-teams-message-update-policy-violation.js'),
  'msgraph-user-get': () => import('./validators/msgraph-user-get.js'),
  'msgraph-user-list': () => import('./validators/msgraph-user-list.js'),
  'msgraph-user-account-disable': () => import('./validators/msgraph-user-account-disable.js'),
  'msgraph-user-terminate-session': () => import('./validators/msgraph-user-terminate-session.js'),
  'msgraph-user-unblock': () => import('./validators/msgraph-user-unblock.js'),
  'msgraph-user-session-revoke': () => import('./validators/msgraph-user-session-revoke.js'),
  'test-module': () => import('./validators/test-module.js'),
};
