import { isIP } from 'node:net';
import type { Call } from '../http/exchange.js';
import type { SandboxApp } from '../tenant/apps.js';
import type { CodeGrant } from '../tenant/grants.js';
import { Refused } from './aadsts.js';
import { checkTenant, knownApp, required } from './login-request.js';
import { readChallenge } from './pkce.js';
import { readScopes, type AskedScopes } from './scopes.js';

/** How the answer travels back (OAuth 2.0 Multiple Response Type Encoding Practices 2.1; form post response mode). */
export type ResponseMode = 'query' | 'fragment' | 'form_post';

/** Where an answer may go. */
export interface ReturnAddress {
  readonly app: SandboxApp;
  readonly redirectUri: string;
  readonly state: string | null;
}

/** What an application asks of a person. */
export interface AuthorizeRequest {
  readonly scope: string;
  readonly asked: AskedScopes;
  readonly challenge: Pick<CodeGrant, 'challenge' | 'challengeMethod'>;
  readonly nonce: string | null;
  readonly loginHint: string;
  readonly prompt: string | null;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || (isIP(hostname) === 4 && hostname.startsWith('127.'));
}

/** Registered addresses are compared as text, but loopback ones lend themselves to any port and path. */
function isRegistered({ redirectUris }: SandboxApp, redirectUri: string): boolean {
  if (redirectUris.includes(redirectUri)) return true;
  // No spaces, no control characters and no fragment (RFC 6749 3.1.2).
  if (!/^[!-~]+$/.test(redirectUri) || redirectUri.includes('#') || !URL.canParse(redirectUri)) return false;
  const { protocol, hostname, username, password } = new URL(redirectUri);
  const isPlain = username === '' && password === '' && isLoopback(hostname);
  return isPlain && redirectUris.includes(`${protocol}//${hostname}`);
}

/**
 * Who asks, and where the answer may go. What is wrong here is shown to the person and never sent on (RFC 6749
 * 4.1.2.1).
 *
 * @param tenant The first path segment.
 * @throws Refused.
 */
export function readReturnAddress(query: URLSearchParams, tenant: string): ReturnAddress {
  const clientId = required(query, 'client_id');
  checkTenant(tenant, clientId, false);
  const app = knownApp(clientId, tenant);
  const redirectUri = required(query, 'redirect_uri');
  if (!isRegistered(app, redirectUri)) throw new Refused(50011, { redirectUri, app: clientId });
  return { app, redirectUri, state: query.get('state') };
}

/**
 * @returns How the answer travels back; by query unless asked otherwise.
 * @throws Refused for an unknown one.
 */
export function readResponseMode(query: URLSearchParams): ResponseMode {
  const mode = query.get('response_mode') ?? 'query';
  if (mode === 'query' || mode === 'fragment' || mode === 'form_post') return mode;
  throw new Refused(70007, { value: mode });
}

const prompts = ['login', 'none', 'consent', 'select_account'];

/**
 * What is asked. What is wrong here is told to the application.
 *
 * @throws Refused.
 */
export function readAuthorizeRequest(query: URLSearchParams, call: Call): AuthorizeRequest {
  const responseType = required(query, 'response_type');
  if (responseType !== 'code') throw new Refused(70005, { value: responseType });
  const scope = required(query, 'scope');
  const asked = readScopes(scope, call.origin);
  const prompt = query.get('prompt');
  if (prompt !== null && !prompts.includes(prompt)) throw new Refused(9002313, {}, 'invalid_request');
  const challenge = readChallenge(query);
  // There are no browser sessions, so nobody is ever signed in already.
  if (prompt === 'none') throw new Refused(50058);
  return {
    scope,
    asked,
    challenge,
    nonce: query.get('nonce'),
    loginHint: query.get('login_hint') ?? '',
    prompt,
  };
}
