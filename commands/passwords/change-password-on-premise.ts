import { defineCommand } from '../../integration/command.js';
import { beginReset } from './begin-reset.js';
import { lookAtReset } from './look-at-reset.js';

/**
 * Resets a password through the password method, which password writeback carries to an on-premises directory, and looks
 * until it has ended. Graph: POST /users/{id}/authentication/methods/{id}/resetPassword, GET
 * /users/{id}/authentication/operations/{id}. Graph refuses applications. Least permission:
 * UserAuthenticationMethod.ReadWrite.All, and the Entra role Authentication Administrator or a higher one.
 */
export default defineCommand<'msgraph-user-change-password-on-premise'>({
  permissions: { delegated: [['UserAuthenticationMethod.ReadWrite.All']], application: [] },
  effects: 'write',
  actsOn: 'user',
  looksBy: 'polling_url',
  ownAppOnly: true,
  notInClouds: ['China'],
  examples: [
    '!msgraph-user-change-password-on-premise user=sylvie@contoso.example password=Tr4vel-Kettle-Moss reason="Reported phishing"',
    '!msgraph-user-change-password-on-premise user=sylvie@contoso.example password=generate zip_password="open sesame 7" wait=false',
  ],
  run: (args, context) =>
    args.polling_url === undefined ? beginReset(args, context) : lookAtReset(args, args.polling_url, context),
});
