import { SoarError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { collect } from '../../integration/graph/collect.js';
import { odata } from '../../integration/graph/odata.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { MFA_CLIENT_ID } from '../../integration/mfa/client-token.js';

/** What adding and removing secrets of a service principal takes. */
export const principalPermissions = {
  delegated: [['Application.ReadWrite.All'], ['Directory.ReadWrite.All']],
  application: [['Application.ReadWrite.All']],
} as const;

/** The MFA client as the tenant knows it. */
export interface ClientPrincipal {
  /** Object ID. */
  readonly id: string;
  /** Its secrets, of which Graph tells everything but the secret. */
  readonly credentials: readonly JsonObject[];
}

/**
 * Finds the service principal of Microsoft's MFA client. Graph: GET /servicePrincipals.
 * @throws SoarError where the tenant has none.
 */
export async function readClientPrincipal(graph: GraphClient): Promise<ClientPrincipal> {
  const query = {
    filter: odata`appId eq ${MFA_CLIENT_ID}`,
    select: ['id', 'passwordCredentials'],
  };
  // An answer without a list is no proof that there is none.
  const { items } = await collect(graph, path`servicePrincipals`, query, { limit: 1, largestPage: null });
  const [found] = items;
  const id = found && textAt(found, 'id');
  if (!found || id === undefined) {
    throw new SoarError(
      'The tenant has no service principal of the MFA client (Azure Multi-Factor Auth Client).',
      'It appears with the first license that holds multifactor authentication; an administrator can also create it for the application ID 981f26a1-7f43-403b-a875-f8b09b8cd720.',
    );
  }
  const credentials: unknown = found['passwordCredentials'];
  return { id, credentials: Array.isArray(credentials) ? credentials.filter(isJsonObject) : [] };
}
