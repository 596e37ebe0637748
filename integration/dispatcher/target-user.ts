import { GraphError, TransportError } from '../errors.js';
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
    return { user: asTargetUser(await graph.get(address, { select: properties })) };
  } catch (error) {
    if (error instanceof GraphError || error instanceof TransportError) return { failure: error };
    throw error;
  }
}

function asTargetUser(user: JsonObject): TargetUser {
  const { accountEnabled } = user;
  return {
    id: textAt(user, 'id') ?? '',
    userPrincipalName: textAt(user, 'userPrincipalName') ?? '',
    displayName: textAt(user, 'displayName'),
    userType: textAt(user, 'userType'),
    accountEnabled: typeof accountEnabled === 'boolean' ? accountEnabled : undefined,
    isSynchronized: user['onPremisesSyncEnabled'] === true,
    sessionsValidFrom: textAt(user, 'signInSessionsValidFromDateTime'),
    passwordChangedAt: textAt(user, 'lastPasswordChangeDateTime'),
  };
}
