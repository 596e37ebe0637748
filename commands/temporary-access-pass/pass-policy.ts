import { ArgumentError, CancelledError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { firstLine } from './failed-read.js';

/** A pass that is wanted. */
export interface WantedPass {
  readonly lifetimeInMinutes: number;
  readonly isUsableOnce: boolean;
}

/**
 * Holds a wanted pass against the tenant's own limits, which are narrower than Graph's, so that the refusal names them.
 * Graph: get temporaryAccessPassAuthenticationMethodConfiguration.
 * @returns What to warn of: that the limits could not be read, which stops nothing (rule R34).
 * @throws ArgumentError for a pass that the tenant does not allow.
 */
export async function checkAgainstPolicy(
  wanted: WantedPass,
  graph: Pick<GraphClient, 'get'>,
): Promise<readonly string[]> {
  let policy: JsonObject;
  try {
    policy = await graph.get(
      path`policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass`,
    );
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    return [
      `The tenant's limits for passes could not be read beforehand (Policy.Read.AuthenticationMethod allows it): ${firstLine(error)}`,
    ];
  }
  const refusal = refusalBy(policy, wanted);
  if (refusal !== undefined) throw new ArgumentError(refusal, 'No pass was made.');
  return [];
}

function refusalBy(policy: JsonObject, { lifetimeInMinutes, isUsableOnce }: WantedPass): string | undefined {
  const { minimumLifetimeInMinutes: least, maximumLifetimeInMinutes: most } = policy;
  if (textAt(policy, 'state')?.toLowerCase() === 'disabled') {
    return 'The tenant allows no Temporary Access Passes: an administrator can switch them on under Authentication methods, Policies.';
  }
  const isTooShort = typeof least === 'number' && lifetimeInMinutes < least;
  const isTooLong = typeof most === 'number' && lifetimeInMinutes > most;
  if (isTooShort || isTooLong) {
    return `lifetime_in_minutes=${lifetimeInMinutes} is not allowed in this tenant. Allowed: ${String(least)} to ${String(most)}.`;
  }
  return policy['isUsableOnce'] === true && !isUsableOnce
    ? 'is_usable_once=false is not allowed in this tenant: its passes work for one sign-in only. Use is_usable_once=true.'
    : undefined;
}
