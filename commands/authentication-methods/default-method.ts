import { defineCommand } from '../../integration/command.js';
import { notInChina, readPermissions } from './method-kind.js';
import { defaultMethod, readSignInPreferences } from './sign-in-preferences.js';

const sources = {
  system: 'picked by Entra, the safest that the user has',
  user: "the user's own choice",
  none: 'nothing is known',
} as const;

/** Shows how a user is asked for a second factor. Graph beta: GET /users/{id}/authentication/signInPreferences. */
export default defineCommand<'msgraph-user-get-user-default-auth-method'>({
  permissions: readPermissions,
  effects: 'read',
  notInClouds: notInChina,
  suppressesMissing: true,
  examples: ['!msgraph-user-get-user-default-auth-method user=mei@contoso.example'],
  async run({ user }, { graph }) {
    const preferences = await readSignInPreferences(graph, user);
    const { name, source } = defaultMethod(preferences);
    const value = {
      User: user,
      DefaultMethod: name,
      DefaultMethodSource: source,
      IsSystemPreferredAuthenticationMethodEnabled:
        preferences.raw['isSystemPreferredAuthenticationMethodEnabled'] ?? null,
      UserPreferredMethodForSecondaryAuthentication: preferences.chosen ?? null,
      SystemPreferredAuthenticationMethod: preferences.system ?? null,
    };
    return {
      table: {
        title: `Authentication Preferences for ${user}`,
        metadata: `**Default Auth Method:** ${name}`,
        columns: Object.keys(value),
        rows: [{ ...value, DefaultMethodSource: sources[source] }],
      },
      outputs: [{ prefix: 'MSGraphUser.AuthMethod', key: 'User', value }],
      raw: preferences.raw,
    };
  },
});
