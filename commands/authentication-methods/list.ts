import { defineCommand } from '../../integration/command.js';
import { contextKeys } from '../../integration/results/keys.js';
import { notInChina, readPermissions } from './method-kind.js';
import { isMfaCapable, methodColumns, methodRow, readRegisteredMethods } from './registered-methods.js';

/** The older name of `msgraph-user-get-auth-methods`, which writes its own two context paths as well (rule R24). */
export default defineCommand<'msgraph-user-auth-methods-list'>({
  permissions: readPermissions,
  effects: 'read',
  notInClouds: notInChina,
  suppressesMissing: true,
  examples: ['!msgraph-user-auth-methods-list user=george@contoso.example'],
  async run({ user }, { graph }) {
    const methods = await readRegisteredMethods(graph, user);
    const isCapable = isMfaCapable(methods);
    const shown = methods.map(({ json }) => contextKeys(json));
    return {
      table: {
        title: `Authentication Methods for ${user}`,
        metadata: `**MFA Capable:** ${isCapable ? 'True' : 'False'}`,
        columns: methodColumns,
        rows: methods.map(methodRow),
      },
      outputs: [
        {
          prefix: 'MSGraphUserAuthMethods',
          key: 'ID',
          value: { ID: user, Methods: shown, IsMfaCapable: isCapable },
        },
        {
          prefix: 'MSGraphUser.AuthMethod',
          key: ['ID', 'UserID'],
          value: shown.map((method) => ({ ...method, UserID: user })),
        },
        { prefix: 'MSGraphUser.MFAStatus', key: 'User', value: { User: user, IsMfaCapable: isCapable } },
      ],
      raw: methods.map(({ json }) => json),
    };
  },
});
