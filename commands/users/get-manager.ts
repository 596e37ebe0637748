import { defineCommand } from '../../integration/command.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { identified } from '../../integration/graph/unexpected-answer.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { contextKeys, readableKeys } from '../../integration/results/keys.js';
import { objectIdOf } from './object-id.js';

/**
 * Shows a user's manager, and with `levels` those above. Graph: GET /users/{id}/manager, and for the chain GET /users/{id}
 * with `$expand=manager($levels=n)`. Least permission: User.Read.All.
 */
export default defineCommand<'msgraph-user-get-manager'>({
  permissions: { delegated: [['User.Read.All']], application: [['User.Read.All']] },
  effects: 'read',
  suppressesMissing: true,
  examples: [
    '!msgraph-user-get-manager user=adele@contoso.example',
    '!msgraph-user-get-manager user=adele@contoso.example levels=3',
    '!msgraph-user-get-manager user=noor@contoso.example',
  ],
  async run({ user, levels }, { graph }) {
    const above = levels !== undefined && levels > 1 ? await chainOf(graph, user, levels) : undefined;
    const answer = await graph.getOrNull(path`users/${user}/manager`, 'manager');
    const ID = above?.id ?? (await objectIdOf(graph, user));
    const output = (value: JsonObject) => [
      { prefix: 'MSGraphUserManager', key: 'User', value: { User: user, ID, ...value } },
    ];
    if (!answer) {
      return { text: `No manager is set for ${user}.`, outputs: output({ Manager: {} }), raw: null };
    }
    const { '@odata.type': type, ...manager } = identified(answer, 'a manager');
    const chain = above?.managers.map((person, index) => ({ Level: index + 1, ...contextKeys(person) }));
    return {
      table: {
        title: `${user} - manager`,
        rows: [
          { ...(above && { Level: 1 }), ...readableKeys(manager) },
          ...(above?.managers.slice(1) ?? []).map((person, index) => ({
            Level: index + 2,
            ...readableKeys(person),
          })),
        ],
        ...(above && { columns: ['Level'] }),
      },
      outputs: output({ Manager: contextKeys(manager), ...(chain && { Chain: chain }) }),
      raw: answer,
    };
  },
});

interface Chain {
  readonly id: string;
  /** The nearest one first. */
  readonly managers: readonly JsonObject[];
}

async function chainOf(graph: GraphClient, user: string, levels: number): Promise<Chain> {
  const names = ['id', 'displayName', 'jobTitle', 'mail', 'userPrincipalName'];
  const answer = await graph.get(path`users/${user}`, {
    select: ['id'],
    expand: `manager($levels=${levels};$select=${names.join(',')})`,
    count: true,
    advanced: true,
  });
  const managers: JsonObject[] = [];
  for (let next = answer['manager']; isJsonObject(next); next = next['manager']) {
    const { manager, '@odata.type': type, ...person } = next;
    managers.push(person);
  }
  return { id: textAt(identified(answer, 'a user'), 'id') ?? user, managers };
}
