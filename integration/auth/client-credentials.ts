import { ConfidentialClientApplication, type Configuration } from '@azure/msal-node';
import { AuthError, SoarError } from '../errors.js';
import { type HttpClient } from '../http/client.js';
import { type Run } from '../run.js';
import { Secret } from '../secret.js';
import { type Settings } from '../settings/settings.js';
import { authorityOf } from './authority.js';
import { createMsalNetwork } from './msal-network.js';
import { explainRefusal } from './refusal.js';
import { type AccessToken } from './token.js';

/** An application that signs in as itself. */
export interface ClientSignIn {
  readonly settings: Settings;
  readonly tenant: string;
  readonly clientId: string;
  readonly secret: Secret;
  readonly http: HttpClient;
}

/**
 * The client credentials flow (RFC 6749, 4.4): a token with the application permissions that were granted to the app.
 * @throws AuthError when the app is refused. @throws TransportError when the sign-in host cannot be reached.
 */
export async function signInAsClient(signIn: ClientSignIn, run: Run): Promise<AccessToken> {
  const { settings, tenant, clientId, secret, http } = signIn;
  const network = createMsalNetwork(http, run);
  const configuration: Configuration = {
    auth: { clientId, clientSecret: secret.reveal(), ...authorityOf(settings, tenant) },
    system: { networkClient: network.client },
  };
  try {
    const answer = await new ConfidentialClientApplication(configuration).acquireTokenByClientCredential({
      scopes: [`${settings.graphUrl}/.default`],
      // MSAL would follow MSAL_FORCE_REGION of the host's environment to another sign-in host.
      azureRegion: 'DisableMsalForceRegion',
      skipCache: true,
    });
    if (answer?.accessToken && answer.expiresOn) {
      return { token: new Secret(answer.accessToken), expiresOn: answer.expiresOn.getTime() };
    }
  } catch (error) {
    const failure = network.failure();
    if (failure instanceof SoarError) throw failure;
    const refusal = network.refusal();
    if (!refusal)
      throw new AuthError(
        `The sign-in failed: ${reasonOf(failure ?? error)}`,
        'Check the sign-in host and the proxy.',
        {},
        { cause: error },
      );
  }
  const refusal = network.refusal();
  if (refusal) throw explainRefusal(refusal.status, refusal.body);
  throw new AuthError('The sign-in host answered without a token.', 'Check the sign-in host.');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
