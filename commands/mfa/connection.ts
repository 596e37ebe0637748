import { claimsOf } from '../../integration/auth/claims.js';
import { type CommandContext } from '../../integration/command.js';
import { SettingsError } from '../../integration/errors.js';
import { type MfaConnection, openMfa } from '../../integration/mfa/connection.js';

/**
 * The way to the MFA service of the instance's tenant. A managed identity names no tenant: its token does.
 * @throws SettingsError where tenant or address are not known.
 */
export async function connectToMfa(context: CommandContext): Promise<MfaConnection> {
  const { settings, state, run } = context;
  return openMfa(settings, await tenantOf(context), state, run);
}

async function tenantOf({ settings, tokens, run }: CommandContext): Promise<string> {
  const { signIn } = settings;
  if ('tenant' in signIn) return signIn.tenant;
  const tenant = claimsOf(await tokens.getToken(run))?.tenantId;
  if (tenant !== undefined) return tenant;
  throw new SettingsError(
    'The token of this instance does not tell its tenant, whose MFA service is meant.',
    'Use an instance with an application of your own and the tenant ID.',
  );
}
