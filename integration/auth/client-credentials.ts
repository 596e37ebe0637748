import { type Run } from '../run.js';
import { type AccessToken, type TokenRequest } from './token.js';
import { type ClientApp, exchangeToken } from './token-exchange.js';

/**
 * The client credentials flow (RFC 6749, 4.4): a token with the application permissions that were granted to the app.
 * @param request What Graph wants the token to hold.
 * @throws AuthError when the app is refused. @throws TransportError when the sign-in host cannot be reached.
 */
export async function signInAsClient(
  app: ClientApp,
  run: Run,
  { claims }: Pick<TokenRequest, 'claims'> = {},
): Promise<AccessToken> {
  const granted = await exchangeToken(
    app,
    {
      // Asking twice for a token gives two tokens, and harms nobody.
      idempotent: true,
      ask: (client) =>
        client.acquireTokenByClientCredential({
          scopes: [`${app.settings.graphUrl}/.default`],
          // MSAL would follow MSAL_FORCE_REGION of the host's environment to another sign-in host.
          azureRegion: 'DisableMsalForceRegion',
          skipCache: true,
          ...(claims !== undefined && { claims }),
        }),
    },
    run,
  );
  return granted.token;
}
