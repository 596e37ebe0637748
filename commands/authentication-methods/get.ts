import { defineCommand } from '../../integration/command.js';
import { contextKeys } from '../../integration/results/keys.js';
import { notInChina, readPermissions } from './method-kind.js';
import { isMfaCapable, methodColumns, methodRow, readRegisteredMethods } from './registered-methods.js';

/** Shows everything a user signs in with. Graph: GET /users/{id}/authentication/methods. */
export default defineCommand<'msgraph-user-get-auth-methods'>({
  permissions: readPermissions,
  effects: 'read',
  notInClouds: notInChina,
  suppressesMissing: true,
  examples: ['!msgraph-user-get-auth-methods user=george@contoso.example'],
  async run({ user }, { graph }) {
    const methods = await readRegisteredMethods(graph, user);
    return {
      table: { title: `${user} - auth methods`, columns: methodColumns, rows: methods.map(methodRow) },
      outputs: [
        {
          prefix: 'MSGraphUserAuthMethods',
          key: 'ID',
          value: {
            ID: user,
            Methods: methods.map(({ json }) => contextKeys(json)),
            IsMfaCapable: isMfaCapable(methods),
          },
        },
      ],
      raw: methods.map(({ json }) => json),
    };
  },
});
