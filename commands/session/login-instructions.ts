import { beginLogin, LOGIN_MINUTES } from '../../integration/auth/login-url.js';
import { type CommandContext } from '../../integration/command.js';
import { type CommandResult } from '../../integration/results/command-result.js';

/**
 * Tells a person where to sign in for this instance, and what to do with the code.
 * @param scopes Permissions on Graph to ask for, without its address.
 * @param test The command that finishes the sign-in.
 * @throws SettingsError for an instance whose flow has no such address.
 */
export async function loginInstructions(
  scopes: readonly string[],
  test: string,
  { settings, state, run }: CommandContext,
): Promise<CommandResult> {
  const url = await beginLogin(settings, scopes, state, run.clock.now());
  const text = [
    '### Authorization instructions',
    `1. Open the [login URL](${url}), sign in and grant the permissions it asks for. The browser then ends at an address of this form:`,
    '```REDIRECT_URI?code=AUTH_CODE&state=STATE&session_state=SESSION_STATE```',
    `2. Within ${LOGIN_MINUTES} minutes copy that whole address, or its \`AUTH_CODE\` alone, into the **Authorization code** parameter of the instance, save it, and run \`!${test}\`.`,
    '',
    'Where a long-running instance serves the redirect URI, the page after the sign-in says how it ended, and nothing has to be copied.',
    'The code works once. A later login URL takes the place of this one.',
  ];
  return { text: text.join('\n') };
}
