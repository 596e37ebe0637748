import { parseSettings } from '../integration/settings/parse.js';
import { type Settings } from '../integration/settings/settings.js';
import { type ScriptedAnswer } from './scripted-server.js';

/** A secret whose text must appear nowhere but in the token request; it needs form encoding. */
export const CLIENT_SECRET = 'canary~secret+of/the&app=1';

/** The tenant of {@link clientSettings}. */
export const TENANT = '7f1c2a90-5b1e-4c58-9d3e-0a6b1c2d3e4f';

/**
 * Settings of an application that signs in with {@link CLIENT_SECRET}.
 * @param url Origin of both the sign-in host and Graph.
 * @param overrides Instance parameters to set otherwise.
 */
export function clientSettings(url: string, overrides: Readonly<Record<string, unknown>> = {}): Settings {
  return parseSettings({
    azure_cloud: 'Custom',
    url,
    azure_ad_endpoint: url,
    creds_tenant_id: TENANT,
    creds_auth_id: '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a',
    creds_enc_key: CLIENT_SECRET,
    self_deployed: true,
    auth_type: 'client_credentials',
    ...overrides,
  });
}

/** What a token endpoint answers to a sign-in that it grants (RFC 6749, 5.1). */
export function granted(token: string, expiresInSeconds: unknown = 3599): ScriptedAnswer {
  return {
    status: 200,
    body: { token_type: 'Bearer', expires_in: expiresInSeconds, access_token: token },
  };
}

/** What a token endpoint answers to a wrong secret (RFC 6749, 5.2, with Entra's additions). */
export const wrongSecret: ScriptedAnswer = {
  status: 401,
  body: {
    error: 'invalid_client',
    error_description: 'AADSTS7000215: Invalid client secret provided. Trace ID: t-1 Correlation ID: c-1',
    error_codes: [7000215],
    trace_id: 't-1',
    correlation_id: 'c-1',
  },
};
