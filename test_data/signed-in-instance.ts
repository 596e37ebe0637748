import { type Instance } from '../integration/dispatcher/invocation.js';
import { type Sandbox } from '../sandbox/index.js';
import { sandboxInstance } from './sandbox-instance.js';

/** An administrator of the sandbox, whose Entra roles reach everybody. */
export const ADMINISTRATOR = 'nadia.admin@contoso.example';

/** An instance that acts for a person who signed in to a running sandbox. @param user Who; the administrator by default. */
export async function signedInInstance(
  sandbox: Sandbox,
  user = ADMINISTRATOR,
  overrides: Record<string, unknown> = {},
): Promise<Instance> {
  const { refreshToken = '' } = await sandbox.signIn({ user });
  return sandboxInstance(sandbox, 'soar', {
    auth_type: 'user_auth_flow',
    redirect_uri: 'https://soar.contoso.example/oauth/soar',
    creds_auth_code: `refresh_token:${refreshToken}`,
    ...overrides,
  });
}
