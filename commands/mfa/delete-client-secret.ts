import { defineCommand } from '../../integration/command.js';
import { ArgumentError, SoarError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { textAt } from '../../integration/json.js';
import { readClient, withoutClient } from '../../integration/mfa/client-record.js';
import { updateContext } from '../../integration/state/update-context.js';
import { principalPermissions, readClientPrincipal } from './client-principal.js';
import { connectToMfa } from './connection.js';

/**
 * Removes a secret of the tenant's MFA client, and forgets it if it is the one that this instance keeps.
 * Graph: POST /servicePrincipals/{id}/removePassword.
 */
export default defineCommand<'msgraph-user-delete-mfa-client-secret'>({
  permissions: principalPermissions,
  effects: 'write',
  ownAppOnly: true,
  needsMfaService: true,
  examples: ['!msgraph-user-delete-mfa-client-secret reason="No longer needed"'],
  async run({ key_id: given }, context) {
    const { graph, state } = context;
    const connection = await connectToMfa(context);
    const kept = readClient((await state.read()).value, connection).secret?.keyId;
    const keyId = given?.toLowerCase() ?? kept;
    if (keyId === undefined) {
      throw new ArgumentError(
        'No key_id was given, and this instance keeps no secret that it made.',
        'Give the KeyID that !msgraph-user-create-mfa-client-secret wrote.',
      );
    }
    const { id, credentials } = await readClientPrincipal(graph);
    const credential = credentials.find((one) => textAt(one, 'keyId')?.toLowerCase() === keyId.toLowerCase());
    if (!credential && keyId !== kept) {
      throw new SoarError(
        `The MFA client has no secret with the key ${keyId}.`,
        'Nothing was removed. Check the KeyID; a secret may have been removed before.',
      );
    }
    if (credential) {
      await graph.post(
        path`servicePrincipals/${id}/removePassword`,
        { keyId },
        {
          idempotent: true,
          isDone: async () => {
            const now = await readClientPrincipal(graph);
            return !now.credentials.some(
              (one) => textAt(one, 'keyId')?.toLowerCase() === keyId.toLowerCase(),
            );
          },
        },
      );
    }
    const isKept = keyId === kept;
    if (isKept) await updateContext(state, withoutClient);
    const value = {
      KeyID: keyId,
      ValidFrom: (credential && textAt(credential, 'startDateTime')) ?? null,
      ValidUntil: (credential && textAt(credential, 'endDateTime')) ?? null,
      Stored: false,
      Deleted: true,
    };
    return {
      text: credential
        ? `The client secret ${keyId} has been removed from the MFA client.`
        : `The client secret ${keyId} had been removed from the MFA client before; this instance has forgotten it.`,
      outputs: [{ prefix: 'MSGraphUser.MFAClientSecret', key: 'KeyID', value }],
      raw: value,
      warnings: [
        'Access tokens already issued with it work until they end, about an hour.',
        ...(isKept ? ['This instance has forgotten the secret and its token.'] : []),
      ],
    };
  },
});
