/** How a client named itself at the token endpoint. */
export interface ClientCredentials {
  /** Empty where the request names no client. */
  readonly id: string;
  /** Empty where there is none. */
  readonly secret: string;
  /** Whether it sent a signed assertion instead of a secret. */
  readonly hasAssertion: boolean;
}

/** RFC 6749 2.3.1: both halves of Basic credentials are form-encoded before they are joined. */
function formDecode(text: string): string {
  return new URLSearchParams(`value=${text}`).get('value') ?? '';
}

/**
 * Reads client authentication from HTTP Basic or from the form; the form names the client where both do.
 *
 * @param form Body parameters.
 * @param authorization The `Authorization` header.
 */
export function readClient(form: URLSearchParams, authorization: string | undefined): ClientCredentials {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const pair = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  const basic =
    colon < 0
      ? { id: '', secret: '' }
      : { id: formDecode(pair.slice(0, colon)), secret: formDecode(pair.slice(colon + 1)) };
  return {
    id: form.get('client_id') ?? basic.id,
    secret: form.get('client_secret') ?? basic.secret,
    hasAssertion: form.has('client_assertion'),
  };
}
