import { type TargetUser } from '../../integration/dispatcher/target-user.js';
import { type JsonObject } from '../../integration/json.js';
import { type ContextOutput } from '../../integration/results/command-result.js';

/**
 * What an effect on a user leaves in the context: its own root, so that nothing is added to the users that playbooks
 * work on (rule R26).
 * @param action What was done. @param user The user as it was typed. @param target The user as read before.
 * @param more What else belongs to this action.
 */
export function actionOutput(
  action: string,
  user: string,
  target: TargetUser | undefined,
  more: JsonObject = {},
): ContextOutput & { readonly value: JsonObject } {
  return {
    prefix: 'MSGraphUserAction',
    key: ['ID', 'Action'],
    value: {
      ID: target?.id ?? user,
      Action: action,
      User: user,
      UserPrincipalName: target?.userPrincipalName ?? null,
      DisplayName: target?.displayName ?? null,
      UserType: target?.userType ?? null,
      Synchronized: target?.isSynchronized ?? null,
      AccountEnabledBefore: target?.accountEnabled ?? null,
      ...more,
    },
  };
}
