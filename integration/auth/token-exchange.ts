import { type AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import { AuthError, SoarError } from '../errors.js';
import { type HttpClient } from '../http/client.js';
import { type JsonObject } from '../json.js';
import { type Run } from '../run.js';
import { Secret } from '../secret.js';
import { type Credential, type Settings } from '../settings/settings.js';
import { authorityOf } from './authority.js';
import { clientProof } from './credential.js';
import { createMsalNetwork } from './msal-network.js';
import { explainRefusal } from './refusal.js';
import { type AccessToken } from './token.js';

/** An application, and where it signs in. */
export interface ClientApp {
  readonly settings: Settings;
  readonly tenant: string;
  readonly clientId: string;
  readonly credential: Credential;
  readonly http: HttpClient;
}

/** One request to the token endpoint. */
export interface TokenExchange {
  /** Asks MSAL for it. */
  readonly ask: (client: ConfidentialClientApplication) => Promise<AuthenticationResult | null>;
  /** Whether asking twice harms nobody: not so for a code, which works once. */
  readonly idempotent: boolean;
  /** What to do when a person has to sign in again; undefined where nobody signs in. */
  readonly again?: string;
}

/** What the token endpoint granted. */
export interface Granted {
  readonly token: AccessToken;
  /** The whole answer (RFC 6749, 5.1): MSAL keeps the refresh token to itself. */
  readonly answer: JsonObject;
}

/**
 * Asks the token endpoint once, through an MSAL client that lives no longer than that, so that its cache is never used.
 * @throws AuthError when the sign-in is refused. @throws TransportError when the sign-in host cannot be reached.
 */
export async function exchangeToken(app: ClientApp, exchange: TokenExchange, run: Run): Promise<Granted> {
  const { settings, tenant, clientId, credential, http } = app;
  const network = createMsalNetwork(http, run, exchange.idempotent);
  try {
    const client = new ConfidentialClientApplication({
      auth: {
        clientId,
        ...clientProof(credential),
        ...authorityOf(settings, tenant),
        // Says that we answer claims challenges; Graph sends them to nobody else.
        clientCapabilities: ['cp1'],
      },
      system: { networkClient: network.client },
    });
    const result = await exchange.ask(client);
    const answer = network.answer();
    if (answer && result?.accessToken && result.expiresOn) {
      return {
        token: { token: new Secret(result.accessToken), expiresOn: result.expiresOn.getTime() },
        answer,
      };
    }
  } catch (error) {
    const failure = network.failure();
    if (failure instanceof SoarError) throw failure;
    if (!network.refusal()) {
      throw new AuthError(
        `The sign-in failed: ${reasonOf(failure ?? error)}`,
        'Check the sign-in host and the proxy.',
        {},
        { cause: error },
      );
    }
  }
  const refusal = network.refusal();
  if (refusal) throw explainRefusal(refusal.status, refusal.body, exchange.again);
  throw new AuthError('The sign-in host answered without a token.', 'Check the sign-in host.');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
