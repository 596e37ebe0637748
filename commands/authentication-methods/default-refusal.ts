import { GraphError, SoarError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { defaultMethod, readSignInPreferences } from './sign-in-preferences.js';

/** Whether Graph refused to delete a method because it is the user's default. Graph has a text for it and no code. */
export function isDefaultRefusal(error: unknown): error is GraphError {
  return error instanceof GraphError && error.failure.status === 400 && /default/i.test(error.failure.text);
}

/**
 * The refusal to delete a default method, with what that default is and what to do. Any other failure comes back as it is.
 * @param user As asked for in the deletion.
 */
export async function explainDefaultRefusal(
  error: unknown,
  graph: GraphClient,
  user: string,
): Promise<unknown> {
  if (!isDefaultRefusal(error)) return error;
  const which = await currentDefault(graph, user);
  return new GraphError(
    `${error.message}\n${which}`,
    'Have another default set, or delete the other methods first: !msgraph-user-auth-methods-purge does so in the right order.',
    error.failure,
  );
}

/** A read made only to explain never hides the failure (rule R34). */
async function currentDefault(graph: GraphClient, user: string): Promise<string> {
  try {
    const preferences = await readSignInPreferences(graph, user);
    const { name, source } = defaultMethod(preferences);
    const own = preferences.chosen === undefined ? 'none' : preferences.chosen;
    return source === 'system'
      ? `The user's own default method is ${own}; Entra itself asks for ${name} first.`
      : `The user's default method is ${name}.`;
  } catch (error) {
    const [cause = ''] = error instanceof SoarError ? error.message.split('\n') : [String(error)];
    return `Which method is the default could not be read: ${cause}`;
  }
}
