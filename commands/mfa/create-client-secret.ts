import { defineCommand } from '../../integration/command.js';
import { SoarError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, textAt } from '../../integration/json.js';
import { readClient, withClient } from '../../integration/mfa/client-record.js';
import { type MfaConnection } from '../../integration/mfa/connection.js';
import { Secret } from '../../integration/secret.js';
import { updateContext } from '../../integration/state/update-context.js';
import { principalPermissions, readClientPrincipal } from './client-principal.js';
import { connectToMfa } from './connection.js';

const DAY_MS = 86_400_000;

/**
 * Adds a secret to the tenant's MFA client and keeps it for this instance. Graph: POST /servicePrincipals/{id}/addPassword.
 * The secret leaves it only where that is asked for (rule R10).
 */
export default defineCommand<'msgraph-user-create-mfa-client-secret'>({
  permissions: principalPermissions,
  effects: 'write',
  ownAppOnly: true,
  needsMfaService: true,
  generatesSecrets: true,
  examples: [
    '!msgraph-user-create-mfa-client-secret reason="Verify by push"',
    '!msgraph-user-create-mfa-client-secret valid_days=7 return_secret=true',
  ],
  async run({ valid_days: days, return_secret: isReturned }, context) {
    const { graph, run } = context;
    const connection = await connectToMfa(context);
    const { id } = await readClientPrincipal(graph);
    const endDateTime = new Date(run.clock.now() + days * DAY_MS).toISOString();
    const answer = await graph.post(
      path`servicePrincipals/${id}/addPassword`,
      { passwordCredential: { displayName: 'MFA App Secret', endDateTime } },
      { idempotent: false },
    );
    const made = isJsonObject(answer) ? answer : {};
    const secret = textAt(made, 'secretText');
    const keyId = textAt(made, 'keyId');
    if (!secret || keyId === undefined) {
      throw new SoarError(
        'Microsoft Graph answered without the new secret.',
        'Look at the secrets of the MFA client before trying again; one may have been added.',
      );
    }
    const before = await keep(connection, new Secret(secret), keyId);
    const value = {
      KeyID: keyId,
      ValidFrom: textAt(made, 'startDateTime') ?? null,
      ValidUntil: textAt(made, 'endDateTime') ?? null,
      Stored: true,
    };
    return {
      text: 'A new client secret has been added. Note you might need to wait 30-60 seconds before the secret will be activated.',
      outputs: [
        {
          prefix: 'MSGraphUser.MFAClientSecret',
          key: 'KeyID',
          value: { ...value, ...(isReturned && { MFAClientSecret: secret }) },
        },
      ],
      raw: value,
      warnings: [
        'The secret is kept for this instance. Whoever has it can prompt everybody in the tenant, over a service that Microsoft does not document.',
        ...(before === undefined
          ? []
          : [
              `The secret kept before (key ${before}) works until it ends. Remove it: !msgraph-user-delete-mfa-client-secret key_id=${before}`,
            ]),
      ],
    };
  },
});

/**
 * Keeps a secret in place of the one before.
 * @returns The key of the one before, where it is known.
 */
async function keep(connection: MfaConnection, secret: Secret, keyId: string): Promise<string | undefined> {
  let before: string | undefined;
  try {
    await updateContext(connection.store, (context) => {
      const known = readClient(context, connection);
      before = known.secret?.keyId;
      return withClient(context, connection, { ...known, secret: { secret, keyId } });
    });
  } catch (error) {
    throw new SoarError(
      `A secret was added to the MFA client (key ${keyId}) and could not be kept: ${error instanceof Error ? error.message : String(error)}`,
      `Remove it: !msgraph-user-delete-mfa-client-secret key_id=${keyId}`,
    );
  }
  return before;
}
