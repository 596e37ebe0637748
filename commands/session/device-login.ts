import { type CommandContext } from '../../integration/command.js';
import { type CommandResult } from '../../integration/results/command-result.js';

/** The two halves, by which the commands are named. */
type Half = 'user' | 'teams';

/**
 * Tells a person how to sign in on another device.
 * @param scopes Permissions on Graph to ask for, without its address.
 * @throws SettingsError for an instance of another flow. @throws AuthError when it is refused.
 */
export async function startOnDevice(
  half: Half,
  scopes: readonly string[],
  { tokens, run }: CommandContext,
): Promise<CommandResult> {
  const { page, userCode, minutes } = await tokens.startDeviceLogin(run, scopes);
  const text = [
    '### Authorization instructions',
    `1. Within ${minutes} minutes open [${page}](${page}), enter the code **${userCode}** and sign in.`,
    `2. Run \`!msgraph-${half}-auth-complete\`.`,
  ];
  return { text: text.join('\n') };
}

/**
 * Completes the login that was begun, or says that nobody has signed in so far.
 * @throws AuthError where it was declined, has ended, or was never begun.
 */
export async function completeOnDevice(half: Half, { tokens, run }: CommandContext): Promise<CommandResult> {
  const { isPending, user } = await tokens.completeDeviceLogin(run);
  if (isPending) {
    return {
      text: `Nobody has entered the code yet. Run \`!msgraph-${half}-auth-complete\` again afterwards.`,
    };
  }
  const who = user?.name ?? user?.id ?? 'a user';
  return { text: `✅ Authorization completed: signed in as ${who}.` };
}
