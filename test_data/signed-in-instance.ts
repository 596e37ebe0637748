import { type Instance } from '../integration/dispatcher/invocation.js';
import { type Sandbox } from '../sandbox/index.js';
import { sandboxInstance } from './sandbox-instance.js';

/** An administrator of the sandbox, whose Entra roles reach everybody. */
export const ADMINISTRATOR = 'nadia.admin@contoso.example';

/** The application that somebody signed in to, and what they agreed to. */
export interface SignInChoice {
  readonly app?: string;
  /** Everything that the application lists, by default. */
  readonly scopes?: readonly string[];
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * An instance that acts for a person, who has signed in at a running sandbox.
 * @param user User principal name; the administrator by default.
 */
export async function signedInInstance(
  sandbox: Sandbox,
  user = ADMINISTRATOR,
  { app = 'soar', scopes, params }: SignInChoice = {},
): Promise<Instance> {
  const { refreshToken = '' } = await sandbox.signIn({
    app,
    user,
    ...(scopes && { scopes: [...scopes, 'offline_access', 'openid', 'profile'] }),
  });
  return sandboxInstance(sandbox, app, {
    auth_type: 'user_auth_flow',
    redirect_uri: `https://soar.contoso.example/oauth/${app}`,
    creds_auth_code: `refresh_token:${refreshToken}`,
    ...params,
  });
}
