import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { accountOf } from '../../integration/results/account.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { contextKeys, readableKeys } from '../../integration/results/keys.js';

/**
 * One user as an entry: a table with the title, `MSGraphUser` and `Account`.
 * @param user As Graph gives it, perhaps with the manager expanded.
 */
export function userResult(title: string, user: JsonObject): CommandResult {
  const { manager, ...properties } = user;
  const context = {
    ...contextKeys(properties),
    ...(isJsonObject(manager) && { Manager: contextKeys(manager) }),
  };
  return {
    table: {
      title,
      rows: [
        {
          ...readableKeys(properties),
          ...(isJsonObject(manager) && { Manager: textAt(manager, 'displayName') }),
        },
      ],
    },
    outputs: [
      { prefix: 'MSGraphUser', key: 'ID', value: context },
      { prefix: 'Account', key: 'ID', value: accountOf(user) },
    ],
    raw: user,
  };
}
