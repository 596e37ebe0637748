import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/exchange.js';

interface Refusal {
  readonly number: number;
  /** OAuth `error`. */
  readonly error: string;
  readonly status: 400 | 401 | 429 | 503;
  /** What follows `AADSTS…: `; `{…}` stand for details. */
  readonly text: string;
}

/** The refusals of the token endpoint (Entra: authentication and authorization error codes). */
const refusals = {
  wrongSecret: {
    number: 7000215,
    error: 'invalid_client',
    status: 401,
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app}'.",
  },
  secretMissing: {
    number: 7000218,
    error: 'invalid_client',
    status: 401,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  certificateUnknown: {
    number: 700027,
    error: 'invalid_client',
    status: 401,
    text: "The certificate used to sign the client assertion is not registered on application '{app}'.",
  },
  unknownClient: {
    number: 700016,
    error: 'unauthorized_client',
    status: 400,
    text: "Application with identifier '{app}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  },
  unknownTenant: {
    number: 90002,
    error: 'invalid_request',
    status: 400,
    text: "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  },
  malformedTenant: {
    number: 900023,
    error: 'invalid_request',
    status: 400,
    text: "Specified tenant identifier '{tenant}' is neither a valid DNS name, nor a valid external domain.",
  },
  parameterMissing: {
    number: 900144,
    error: 'invalid_request',
    status: 400,
    text: "The request body must contain the following parameter: '{parameter}'.",
  },
  postOnly: {
    number: 900561,
    error: 'invalid_request',
    status: 400,
    text: 'The endpoint only accepts POST requests. Received a {method} request.',
  },
  scopeNotDefault: {
    number: 1002012,
    error: 'invalid_scope',
    status: 400,
    text: 'The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
  },
  unknownResource: {
    number: 500011,
    error: 'invalid_resource',
    status: 400,
    text: 'The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.',
  },
  unsupportedGrant: {
    number: 70003,
    error: 'unsupported_grant_type',
    status: 400,
    text: "The app requested an unsupported grant type '{grant}'.",
  },
  resourceOnV2: {
    number: 901002,
    error: 'invalid_request',
    status: 400,
    text: "The 'resource' request parameter is not supported.",
  },
  commonTenant: {
    number: 9001023,
    error: 'invalid_request',
    status: 400,
    text: 'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
  },
  singleTenantApp: {
    number: 50194,
    error: 'invalid_request',
    status: 400,
    text: "Application '{app}' is not configured as a multi-tenant application. Usage of the /{tenant} endpoint is not supported for such apps. Use a tenant-specific endpoint or configure the application to be multi-tenant.",
  },
  throttled: {
    number: 90055,
    error: 'temporarily_unavailable',
    status: 429,
    text: 'The server has terminated the request because there were too many of them.',
  },
  transient: {
    number: 90033,
    error: 'temporarily_unavailable',
    status: 503,
    text: 'A transient error has occurred. Please try again.',
  },
} satisfies Record<string, Refusal>;

/** A way the token endpoint can say no. */
export type RefusalName = keyof typeof refusals;

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The error answer of the token endpoint (Entra: error response of the OAuth 2.0 flows).
 *
 * @param name Which refusal.
 * @param details Values for the `{…}` in its text.
 * @param clientRequestId The caller's `client-request-id`; a GUID becomes the correlation ID.
 * @param now Milliseconds since 1970.
 */
export function refuse(
  name: RefusalName,
  details: Readonly<Record<string, string>>,
  clientRequestId: string | undefined,
  now: number,
): Answer {
  const refusal: Refusal = refusals[name];
  const traceId = randomUUID();
  const correlationId =
    clientRequestId !== undefined && guid.test(clientRequestId) ? clientRequestId : randomUUID();
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const text = refusal.text.replaceAll(/\{(\w+)\}/g, (hole, key: string) => details[key] ?? hole);
  const description = `AADSTS${refusal.number}: ${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return {
    status: refusal.status,
    headers: { 'x-ms-request-id': traceId },
    json: {
      error: refusal.error,
      error_description: description,
      error_codes: [refusal.number],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${refusal.number}`,
    },
  };
}
