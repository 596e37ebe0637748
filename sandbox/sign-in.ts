import type { SandboxApp } from './tenant/apps.js';
import { tenantId } from './tenant/identity.js';

/** Who signs in to what. */
export interface SignInRequest {
  /** Name of the application; the one with all permissions by default. */
  readonly app?: string;
  /** User principal name or object ID. */
  readonly user: string;
  /** Permissions asked for; `/.default` and what it takes to stay signed in by default. */
  readonly scopes?: readonly string[];
  /** One that the application has; a loopback one by default. */
  readonly redirectUri?: string;
  /** More parameters of the authorize request, such as `code_challenge` or `nonce`. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A code, and what has to be said again to redeem it. */
export interface AuthorizationCode {
  readonly code: string;
  readonly redirectUri: string;
}

/** What the application has after the code was redeemed. */
export interface SignedIn {
  readonly accessToken: string;
  /** Absent without the scope `offline_access`. */
  readonly refreshToken?: string;
  readonly idToken?: string;
}

const defaultScopes = ['https://graph.microsoft.com/.default', 'offline_access', 'openid', 'profile'];

/**
 * Lets a person sign in on the real page and agree to everything.
 *
 * @param url Where the sandbox listens.
 * @returns What came back to the application.
 * @throws Error with the words of the page, or of the error that came back, where the sign-in fails.
 */
export async function obtainCode(
  url: string,
  app: SandboxApp,
  request: SignInRequest,
): Promise<AuthorizationCode> {
  const redirectUri = request.redirectUri ?? 'http://localhost:4711/callback';
  const query = new URLSearchParams({
    client_id: app.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: (request.scopes ?? defaultScopes).join(' '),
    ...request.parameters,
  });
  const page = await fetch(`${url}/${tenantId}/oauth2/v2.0/authorize?${query.toString()}`, {
    method: 'POST',
    body: new URLSearchParams({ user: request.user, decision: 'accept' }),
    redirect: 'manual',
  });
  const location = page.headers.get('location');
  if (location === null) {
    const text = (await page.text()).replaceAll(/<[^>]+>/g, ' ');
    throw new Error(`The sign-in failed: ${text.replaceAll(/\s+/g, ' ').trim()}`);
  }
  const answer = new URL(location).searchParams;
  const code = answer.get('code');
  if (code === null) throw new Error(`The sign-in failed: ${answer.get('error_description') ?? location}`);
  return { code, redirectUri };
}

/**
 * Lets a person sign in and redeems the code at the real token endpoint.
 *
 * @param url Where the sandbox listens.
 * @throws Error where the sign-in or the redemption fails.
 */
export async function signInPerson(url: string, app: SandboxApp, request: SignInRequest): Promise<SignedIn> {
  const { code, redirectUri } = await obtainCode(url, app, request);
  const answer = await fetch(`${url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: app.clientId,
      client_secret: app.clientSecret,
      code,
      redirect_uri: redirectUri,
    }),
  });
  const body: unknown = await answer.json();
  const members = new Map<string, unknown>(
    typeof body === 'object' && body !== null ? Object.entries(body) : [],
  );
  const accessToken = members.get('access_token');
  if (typeof accessToken !== 'string') {
    throw new Error(`The sign-in failed: ${String(members.get('error_description'))}`);
  }
  const refreshToken = members.get('refresh_token');
  const idToken = members.get('id_token');
  return {
    accessToken,
    ...(typeof refreshToken === 'string' ? { refreshToken } : {}),
    ...(typeof idToken === 'string' ? { idToken } : {}),
  };
}
