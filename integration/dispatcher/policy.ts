import { type SignInProvider } from '../auth/token.js';
import { type CommandMetadata } from '../command.js';
import { SettingsError } from '../errors.js';
import { type Settings, type SignIn } from '../settings/settings.js';
import { permissionsInWords } from './permission-sets.js';

/** Whether a command sends anything to Graph; one that does not is allowed everywhere. */
export function asksGraph({ permissions }: Pick<CommandMetadata, 'permissions'>): boolean {
  return permissions.delegated.length + permissions.application.length > 0;
}

/** Whether the instance acts for a signed-in user, and not as an application. */
function isDelegated({ flow }: SignIn): boolean {
  return flow === 'user_auth_flow' || flow === 'device_code';
}

/**
 * Refuses a command that cannot work on this instance, before anything is sent: Graph has it for the other kind of
 * caller only (rule R22), the cloud lacks it (rule R21), or the hosted application may not do it. A missing permission
 * never refuses: tokens are opaque, and several permissions may serve (rule R31).
 * @param command Its name.
 * @throws SettingsError that says what to change.
 */
export async function checkPolicy(
  command: string,
  metadata: CommandMetadata,
  instance: { readonly settings: Settings; readonly tokens: Pick<SignInProvider, 'state'> },
): Promise<void> {
  const { permissions, notInClouds = [], ownAppOnly } = metadata;
  const { cloud, signIn } = instance.settings;
  if (notInClouds.includes(cloud)) {
    throw new SettingsError(
      `${command} does not exist in the cloud ${cloud}: its Microsoft Graph lacks it. Nothing was sent.`,
      'There is no setting that helps.',
    );
  }
  if (ownAppOnly && signIn.flow === 'cortex_app') {
    throw new SettingsError(
      `${command} does not work with the hosted application (cortex_app). Nothing was sent.`,
      'Register an application of your own and tick "Use a self-deployed Azure application".',
    );
  }
  if (permissions.delegated.length > 0 && permissions.application.length > 0) return;
  const { signIn: effective } = await instance.tokens.state();
  if (isDelegated(effective) && permissions.delegated.length === 0) {
    throw new SettingsError(
      `${command} works for an application only, and this instance acts for a signed-in user (${effective.flow}). Nothing was sent.`,
      `Use an instance with auth_type=client_credentials and the application permission ${permissionsInWords(permissions.application)}.`,
    );
  }
  if (!isDelegated(effective) && permissions.application.length === 0) {
    throw new SettingsError(
      `${command} works for a signed-in user only, and this instance signs in as an application (${effective.flow}). Nothing was sent.`,
      `Use an instance with auth_type=user_auth_flow and the delegated permission ${permissionsInWords(permissions.delegated)}; !msgraph-user-generate-login-url gives the address to sign in at.`,
    );
  }
}
