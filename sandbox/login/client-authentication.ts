import type { Call } from '../http/exchange.js';
import type { SandboxApp } from '../tenant/apps.js';
import { Refused } from './aadsts.js';
import type { ClientProof } from './access-token.js';

/** How a client named itself at the token endpoint. */
export interface ClientCredentials {
  /** Empty where the request names no client. */
  readonly id: string;
  /** Empty where there is none. */
  readonly secret: string;
  /** A signed assertion instead of a secret. */
  readonly assertion?: string;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** RFC 6749 2.3.1: both halves of Basic credentials are form-encoded before they are joined. */
function formDecode(text: string): string {
  return new URLSearchParams(`value=${text}`).get('value') ?? '';
}

/**
 * Reads client authentication from HTTP Basic or from the form; the form names the client where both do.
 *
 * @param form Body parameters.
 * @param authorization The `Authorization` header.
 * @throws Refused for an assertion without its type (RFC 7521 4.2).
 */
export function readClient(form: URLSearchParams, authorization: string | undefined): ClientCredentials {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const pair = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  const basic =
    colon < 0
      ? { id: '', secret: '' }
      : { id: formDecode(pair.slice(0, colon)), secret: formDecode(pair.slice(colon + 1)) };
  const assertion = form.get('client_assertion');
  if (assertion !== null && form.get('client_assertion_type') !== assertionType) {
    throw new Refused(900144, { parameter: 'client_assertion_type' });
  }
  return {
    id: form.get('client_id') ?? basic.id,
    secret: form.get('client_secret') ?? basic.secret,
    ...(assertion === null ? {} : { assertion }),
  };
}

/** Checks a signed assertion; throws `Refused`. */
export type AssertionCheck = (assertion: string, app: SandboxApp, call: Call, now: number) => Promise<void>;

/** What a client is checked with. */
export interface ClientChecks {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Passed in, so that what only certificates need is loaded only for them. */
  readonly checkAssertion: AssertionCheck;
  /** Checks a secret that is not the application's first one; throws `Refused`. */
  readonly checkOtherSecret: (secret: string) => void;
  /** Whether a public client may do without secret and assertion (RFC 6749 2.1); not by default. */
  readonly allowsNothing?: boolean;
}

/**
 * Checks a client's secret or assertion.
 *
 * @param options What to check with.
 * @returns How it proved who it is.
 * @throws Refused 401.
 */
export async function authenticateClient(
  call: Call,
  app: SandboxApp,
  client: ClientCredentials,
  options: ClientChecks,
): Promise<ClientProof> {
  if (client.assertion !== undefined) {
    await options.checkAssertion(client.assertion, app, call, options.now);
    return 'certificate';
  }
  if (client.secret === '') {
    if (options.allowsNothing) return 'nothing';
    throw new Refused(7000218);
  }
  if (client.secret !== app.clientSecret) options.checkOtherSecret(client.secret);
  return 'secret';
}
