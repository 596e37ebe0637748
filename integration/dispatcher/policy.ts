import { type SignInProvider } from '../auth/token.js';
import { type CommandMetadata } from '../command.js';
import { SettingsError } from '../errors.js';
import { isDelegated } from '../settings/delegated.js';
import { type Settings } from '../settings/settings.js';
import { permissionsInWords } from './permission-sets.js';

/** Whether a command sends anything to Graph; one that does not is allowed everywhere. */
export function asksGraph({ permissions }: Pick<CommandMetadata, 'permissions'>): boolean {
  return permissions.delegated.length + permissions.application.length > 0;
}

/** Whether an instance can be one that a command does not work on; one without a policy works with unusable parameters. */
export function hasPolicy(metadata: CommandMetadata): boolean {
  return asksGraph(metadata) || metadata.needsMfaService === true || metadata.generatesSecrets === true;
}

/**
 * Refuses a command that cannot work on this instance, before anything is sent: Graph has it for the other kind of
 * caller only (rule R22), the cloud lacks it (rule R21), the hosted application may not do it, or the instance does not
 * allow secrets to be made. A missing permission
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
  checkMfaService(command, metadata, instance.settings);
  if (metadata.generatesSecrets && !instance.settings.allowSecretGenerators) {
    throw new SettingsError(
      `${command} makes a secret, and this instance does not allow that. Nothing was sent.`,
      'Tick "Allow commands that create secrets" (allow_secret_generators) if that is meant.',
    );
  }
  if (ownAppOnly && signIn.flow === 'cortex_app') {
    throw new SettingsError(
      `${command} does not work with the hosted application (cortex_app). Nothing was sent.`,
      'Register an application of your own and tick "Use a self-deployed Azure application".',
    );
  }
  if (!asksGraph(metadata) || (permissions.delegated.length > 0 && permissions.application.length > 0))
    return;
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

function checkMfaService(
  command: string,
  { needsMfaService }: CommandMetadata,
  { cloud, mfa, signIn }: Settings,
): void {
  if (!needsMfaService) return;
  if (signIn.flow === 'cortex_app') {
    throw new SettingsError(
      `${command} does not work with the hosted application (cortex_app): the vendor's service gives tokens for Microsoft Graph only, and does not tell the tenant whose MFA service is meant. Nothing was sent.`,
      'Register an application of your own and tick "Use a self-deployed Azure application".',
    );
  }
  if (mfa === undefined) {
    throw new SettingsError(
      `${command} needs the MFA service, and its address in the cloud ${cloud} is not known. Nothing was sent.`,
      cloud === 'Custom'
        ? 'Give its address in "MFA service host" (mfa_endpoint).'
        : 'There is no setting that helps, unless your cloud has an address for "MFA service host" (mfa_endpoint).',
    );
  }
}
