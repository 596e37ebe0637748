import { defineCommand } from '../../integration/command.js';
import { passContext, passesOf } from './passes.js';

/**
 * Shows a user's Temporary Access Pass. Graph: GET /users/{id}/authentication/temporaryAccessPassMethods. Least
 * permission: UserAuthMethod-TAP.Read.All.
 */
export default defineCommand<'msgraph-user-tap-policy-list'>({
  permissions: {
    delegated: [
      ['UserAuthMethod-TAP.Read.All'],
      ['UserAuthMethod-TAP.ReadWrite.All'],
      ['UserAuthenticationMethod.Read.All'],
    ],
    application: [
      ['UserAuthMethod-TAP.Read.All'],
      ['UserAuthMethod-TAP.ReadWrite.All'],
      ['UserAuthenticationMethod.Read.All'],
    ],
  },
  effects: 'read',
  suppressesMissing: true,
  notInClouds: ['China'],
  examples: ['!msgraph-user-tap-policy-list user_id=george@contoso.example'],
  async run({ user_id: user }, { graph }) {
    const passes = await passesOf(graph, user);
    if (passes.length === 0) return { text: `No Temporary Access Pass is set for ${user}.`, raw: passes };
    const [only] = passes;
    return {
      table: {
        title: `TAP Policy for User ID ${user}:`,
        rows: passes.map((pass) => ({
          'Policy ID': pass['id'],
          'Start Date Time': pass['startDateTime'],
          'Lifetime In Minutes': pass['lifetimeInMinutes'],
          'Is Usable Once': pass['isUsableOnce'],
          'Is Usable': pass['isUsable'],
          'Method Usability Reason': pass['methodUsabilityReason'],
        })),
        columns,
      },
      outputs: [
        {
          prefix: 'MSGraphUser.TAPPolicy',
          key: 'ID',
          value:
            passes.length === 1 && only
              ? passContext(only, user)
              : passes.map((pass) => passContext(pass, user)),
        },
      ],
      raw: passes,
    };
  },
});

/** In the order that people know. */
const columns = [
  'Policy ID',
  'Start Date Time',
  'Lifetime In Minutes',
  'Is Usable Once',
  'Is Usable',
  'Method Usability Reason',
];
