import { request } from 'node:http';
import type { Sandbox } from './index.js';

/** What came back, for a test to look at. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The parsed body; undefined where there is none or it is no JSON. */
  readonly json: unknown;
}

/** What to send besides the URL. */
export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * One request by plain `node:http`, for the sandbox's tests: the sandbox must not be tested by the client that is
 * tested against it.
 *
 * @param origin Scheme, host and port.
 * @param target Path and query, sent as they are.
 * @throws Where the connection breaks.
 */
export async function send(origin: string, target: string, options: RawRequest = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        path: target,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parsed(text) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

/**
 * A member of a JSON answer.
 *
 * @param json The parsed body.
 * @param names The way to it, such as `['value', '0', 'id']`.
 * @returns undefined where the way ends early.
 */
export function member(json: unknown, ...names: readonly string[]): unknown {
  let value = json;
  for (const name of names) {
    value =
      typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
  }
  return value;
}

/**
 * Signs an application in.
 *
 * @param appName Which one; the one with all permissions by default.
 * @returns The access token.
 */
export async function signIn(sandbox: Sandbox, appName = 'soar'): Promise<string> {
  const app = sandbox.apps.find(({ name }) => name === appName);
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: app?.clientId ?? '',
    client_secret: app?.clientSecret ?? '',
    scope: 'https://graph.microsoft.com/.default',
  });
  const answer = await send(sandbox.url, `/${sandbox.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  return String(member(answer.json, 'access_token'));
}

/**
 * Sends a form.
 *
 * @param parameters An undefined value leaves the parameter out.
 */
export async function postForm(
  origin: string,
  target: string,
  parameters: Readonly<Record<string, string | undefined>>,
): Promise<RawAnswer> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) form.set(name, value);
  return send(origin, target, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
}

/**
 * What a JWT says, without checking it.
 *
 * @param token Three parts, separated by dots.
 */
export function claimsOf(token: unknown): unknown {
  return JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString('utf8'));
}

/**
 * Asks for tokens as an application of the tenant, with its secret unless the parameters say otherwise.
 *
 * @param appName Which one.
 */
export async function redeem(
  sandbox: Sandbox,
  parameters: Readonly<Record<string, string | undefined>>,
  appName = 'soar',
): Promise<RawAnswer> {
  const app = sandbox.apps.find(({ name }) => name === appName);
  return postForm(sandbox.url, `/${sandbox.tenantId}/oauth2/v2.0/token`, {
    client_id: app?.clientId,
    client_secret: app?.clientSecret,
    ...parameters,
  });
}

/** Reads from Graph with a token. */
export async function get(
  sandbox: Sandbox,
  token: string,
  target: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  return send(sandbox.url, target, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

/** Sends JSON to Graph with a token. */
export async function write(
  sandbox: Sandbox,
  token: string,
  method: string,
  target: string,
  body?: unknown,
): Promise<RawAnswer> {
  return send(sandbox.url, target, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
