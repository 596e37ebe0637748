import { defineCommand } from '../../integration/command.js';
import { SettingsError } from '../../integration/errors.js';
import { readClient } from '../../integration/mfa/client-record.js';
import { newToken } from '../../integration/mfa/client-token.js';
import { connectToMfa } from './connection.js';

/**
 * Gets an access token for the MFA service and keeps it for this instance. It leaves it only where that is asked for
 * (rule R10).
 */
export default defineCommand<'msgraph-user-create-mfa-client-access-token'>({
  permissions: { delegated: [], application: [] },
  effects: 'read',
  ownAppOnly: true,
  needsMfaService: true,
  generatesSecrets: true,
  examples: [
    '!msgraph-user-create-mfa-client-access-token',
    '!msgraph-user-create-mfa-client-access-token return_token=true',
  ],
  async run({ client_secret: given, return_token: isReturned }, context) {
    const connection = await connectToMfa(context);
    const { value } = await context.state.read();
    const secret = given ?? readClient(value, connection).secret?.secret;
    if (!secret) {
      throw new SettingsError(
        'No client_secret was given, and this instance keeps none.',
        'Make one: !msgraph-user-create-mfa-client-secret.',
      );
    }
    const { token, expiresOn } = await newToken(connection, secret);
    const kept = { ValidUntil: String(Math.floor(expiresOn / 1000)), Stored: true };
    return {
      text: 'A new access token has been created.',
      outputs: [
        {
          prefix: 'MSGraphUser.MFAAccessToken',
          key: 'ValidUntil',
          value: { ...kept, ...(isReturned && { AccessToken: token.reveal() }) },
        },
      ],
      raw: kept,
    };
  },
});
