import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/exchange.js';
import { catalogue, type AadstsCode, type Refusal } from './aadsts-catalogue.js';

/** Values for the `{…}` in the text of a refusal. */
export type RefusalDetails = Readonly<Record<string, string>>;

/** Thrown wherever an endpoint of Entra notices something to refuse; the endpoint turns it into its kind of answer. */
export class Refused extends Error {
  /**
   * @param code AADSTS number.
   * @param details Values for the `{…}` in its text.
   * @param error OAuth `error` where it is not the usual one of that number.
   */
  constructor(
    readonly code: AadstsCode,
    readonly details: RefusalDetails = {},
    readonly error?: string,
  ) {
    super(`AADSTS${code}`);
  }
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a condition of access asks for (OpenID Connect Core 5.5); an application replays it as it is. */
const challenge = JSON.stringify({
  access_token: { capolids: { essential: true, values: ['5a0f7c52-6a0e-4f0b-9d51-2b8f3a6e7c10'] } },
});

/**
 * The words and IDs of a refusal.
 *
 * @param refused What is refused, and why.
 * @param clientRequestId The caller's `client-request-id`; a GUID becomes the correlation ID.
 * @param now Milliseconds since 1970.
 */
export function describeRefusal(
  { code, details }: Pick<Refused, 'code' | 'details'>,
  clientRequestId: string | undefined,
  now: number,
): { description: string; timestamp: string; traceId: string; correlationId: string } {
  const traceId = randomUUID();
  const correlationId =
    clientRequestId !== undefined && guid.test(clientRequestId) ? clientRequestId : randomUUID();
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const text = catalogue[code].text.replaceAll(/\{(\w+)\}/g, (_, key: string) => details[key] ?? 'unknown');
  const description = `AADSTS${code}: ${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return { description, timestamp, traceId, correlationId };
}

/**
 * The error answer of the token endpoint (Entra: error response of the OAuth 2.0 flows; RFC 6749 5.2).
 *
 * @param refused What is refused, and why.
 * @param clientRequestId The caller's `client-request-id`.
 * @param now Milliseconds since 1970.
 */
export function refuse(
  refused: Pick<Refused, 'code' | 'details' | 'error'>,
  clientRequestId: string | undefined,
  now: number,
): Answer {
  const refusal: Refusal = catalogue[refused.code];
  const { description, timestamp, traceId, correlationId } = describeRefusal(refused, clientRequestId, now);
  return {
    status: refusal.status,
    headers: { 'x-ms-request-id': traceId },
    json: {
      error: refused.error ?? refusal.error,
      error_description: description,
      error_codes: [refused.code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${refused.code}`,
      ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
      ...(refusal.hasClaims ? { claims: challenge } : {}),
    },
  };
}
