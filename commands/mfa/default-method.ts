import { type CommandContext } from '../../integration/command.js';
import { GraphError, TransportError } from '../../integration/errors.js';
import { betaPath } from '../../integration/graph/path.js';
import { textAt } from '../../integration/json.js';

/**
 * What a user is asked by when nobody says otherwise, such as `sms`, for a remark only: undefined where it cannot be
 * read (rule R34). Graph beta: GET /users/{id}/authentication/signInPreferences.
 */
export async function defaultMethodOf(
  user: string,
  { graph }: Pick<CommandContext, 'graph'>,
): Promise<string | undefined> {
  try {
    const preferences = await graph.get(betaPath`users/${user}/authentication/signInPreferences`);
    const chosen = textAt(preferences, 'userPreferredMethodForSecondaryAuthentication');
    const bySystem = textAt(preferences, 'systemPreferredAuthenticationMethod');
    return preferences['isSystemPreferredAuthenticationMethodEnabled'] === true
      ? (bySystem ?? chosen)
      : chosen;
  } catch (error) {
    if (error instanceof GraphError || error instanceof TransportError) return undefined;
    throw error;
  }
}
