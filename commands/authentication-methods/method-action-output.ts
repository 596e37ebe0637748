import { type TargetUser } from '../../integration/dispatcher/target-user.js';
import { isJsonObject, type JsonObject } from '../../integration/json.js';
import { type ContextOutput } from '../../integration/results/command-result.js';
import { actionOutput } from '../users/action-output.js';

/**
 * What an effect on a user's methods leaves in the context: the record of every effect on a user, and what became of
 * the methods.
 * @param action What was done. @param user The user as it was typed. @param target The user as read before.
 * @param details What is added. @param keys Those of the added properties that tell two such effects apart.
 */
export function methodActionOutput(
  action: string,
  user: string,
  target: TargetUser | undefined,
  details: JsonObject,
  keys: readonly string[] = [],
): ContextOutput {
  const known = actionOutput(action, user, target);
  return {
    ...known,
    key: ['ID', 'Action', ...keys],
    value: { ...(isJsonObject(known.value) && known.value), ...details },
  };
}
