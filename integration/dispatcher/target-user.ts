import { GraphError, SoarError, TransportError } from '../errors.js';
import { type GraphClient } from '../graph/client.js';
import { path } from '../graph/path.js';
import { type JsonObject, textAt } from '../json.js';

/** A user that an effect acts on, as Graph knows them. */
export interface TargetUser {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string | undefined;
  /** `Member` or `Guest`. */
  readonly userType: string | undefined;
  readonly accountEnabled: boolean | undefined;
  /** Whether an on-premises directory is the master of this account. */
  readonly isSynchronized: boolean;
  /** Since when sessions count (ISO 8601): revoking moves it. */
  readonly sessionsValidFrom: string | undefined;
  /** When the password was last changed (ISO 8601). */
  readonly passwordChangedAt: string | undefined;
}

/** What a read of a target came to. */
export type TargetReading = { readonly user: TargetUser } | { readonly failure: Error };

const properties = [
  'id',
  'userPrincipalName',
  'displayName',
  'userType',
  'accountEnabled',
  'onPremisesSyncEnabled',
  'signInSessionsValidFromDateTime',
  'lastPasswordChangeDateTime',
];

/**
 * Reads whom an effect is about to act on. Graph: GET /users/{id}. A read that fails does not stop the effect
 * (rule R34): the failure is handed back, to be said.
 * @throws ArgumentError for a name that cannot be asked for.
 */
export async function readTargetUser(graph: GraphClient, name: string): Promise<TargetReading> {
  const address = path`users/${name}`;
  try {
    const user = asTargetUser(await graph.get(address, { select: properties }));
    return user
      ? { user }
      : { failure: new SoarError('Microsoft Graph answered without the ID of the user.') };
  } catch (error) {
    if (error instanceof GraphError || error instanceof TransportError) return { failure: error };
    throw error;
  }
}

/** Undefined for an answer that names nobody: there is no acting on an empty ID. */
function asTargetUser(user: JsonObject): TargetUser | undefined {
  const { accountEnabled } = user;
  const id = textAt(user, 'id');
  if (!id) return undefined;
  return {
    id,
    userPrincipalName: textAt(user, 'userPrincipalName') ?? '',
    displayName: textAt(user, 'displayName'),
    userType: textAt(user, 'userType'),
    accountEnabled: typeof accountEnabled === 'boolean' ? accountEnabled : undefined,
    isSynchronized: user['onPremisesSyncEnabled'] === true,
    sessionsValidFrom: textAt(user, 'signInSessionsValidFromDateTime'),
    passwordChangedAt: textAt(user, 'lastPasswordChangeDateTime'),
  };
}
