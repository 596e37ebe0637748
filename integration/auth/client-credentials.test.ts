import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { closedAddress } from '../../test_data/closed-port.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import {
  CLIENT_SECRET,
  clientSettings,
  granted,
  TENANT,
  wrongSecret,
} from '../../test_data/token-endpoint.js';
import { CancelledError, SoarError } from '../errors.js';
import { createHttpClient, type HttpClient, type HttpRequest } from '../http/client.js';
import { type Settings } from '../settings/settings.js';
import { signInAsClient } from './client-credentials.js';

const http = createHttpClient({ proxy: false, insecure: false });
const servers: ScriptedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(script: Parameters<typeof startScriptedServer>[0]): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  servers.push(server);
  return server;
}

function signIn(settings: Settings, client: HttpClient = http, run = createRun(createFakeClock())) {
  const { signIn: fields } = settings;
  if (fields.flow !== 'client_credentials') throw new Error('not an application');
  return signInAsClient({ settings, http: client, ...fields }, run);
}

async function failureOf(signedIn: Promise<unknown>): Promise<SoarError> {
  const outcome = await signedIn.catch((error: unknown) => error);
  if (outcome instanceof SoarError) return outcome;
  throw new Error(`No failure: ${inspect(outcome)}`);
}

describe('a sign-in', () => {
  test('is exactly one token request and no other, also at a sign-in host that Microsoft does not know', async () => {
    const server = await serve([granted('token-1')]);
    const { token } = await signIn(clientSettings(server.url));
    expect(token.reveal()).toBe('token-1');
    expect(server.seen).toHaveLength(1);
    const [request] = server.seen;
    expect(request?.method).toBe('POST');
    expect(request?.url).toMatch(
      new RegExp(`^/${TENANT}/oauth2/v2\\.0/token(\\?client-request-id=[\\da-f-]+)?$`),
    );
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toMatchObject({
      grant_type: 'client_credentials',
      client_id: '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a',
      client_secret: CLIENT_SECRET,
      scope: `${server.url}/.default`,
    });
  });

  test.each([
    ['a number', 3599],
    ['text', '3599'],
  ])('tells when the token ends, given as %s', async (_, seconds) => {
    const server = await serve([granted('token-1', seconds)]);
    const before = Date.now();
    const { expiresOn } = await signIn(clientSettings(server.url));
    expect(expiresOn).toBeGreaterThanOrEqual(before + 3_598_000);
    expect(expiresOn).toBeLessThanOrEqual(Date.now() + 3_600_000);
  });

  test.each([undefined, 'soon', null])(
    'whose end is not told (%j) counts as ended, so that nobody keeps it',
    async (seconds) => {
      const body = { token_type: 'Bearer', access_token: 'token-1', expires_in: seconds };
      const server = await serve([{ status: 200, body }]);
      const { token, expiresOn } = await signIn(clientSettings(server.url));
      expect(token.reveal()).toBe('token-1');
      expect(expiresOn).toBeLessThanOrEqual(Date.now() + 1_000);
    },
  );

  test('waits and repeats as Retry-After says', async () => {
    const server = await serve([
      { status: 429, headers: { 'retry-after': '3' }, body: {} },
      granted('token-1'),
    ]);
    const clock = createFakeClock();
    const run = createRun(clock);
    await signIn(clientSettings(server.url), http, run);
    expect(clock.sleeps).toEqual([3_000]);
    expect(run.metrics).toEqual({ requests: 2, retries: 1 });
  });
});

describe('in Microsoft’s clouds', () => {
  /** The host of each request of a sign-in; nothing leaves this process. */
  async function hostsAsked(cloud: string): Promise<string[]> {
    const requests: HttpRequest[] = [];
    const recording: HttpClient = {
      send(request) {
        requests.push(request);
        const body = { token_type: 'Bearer', expires_in: 3599, access_token: 'token-1' };
        return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(body) });
      },
    };
    await signIn(clientSettings('', { azure_cloud: cloud, url: '', azure_ad_endpoint: '' }), recording);
    return requests.map(({ method, url }) => `${method} ${new URL(url).host}`);
  }

  test.each([
    ['Worldwide', 'login.microsoftonline.com'],
    ['US GCC', 'login.microsoftonline.com'],
    ['US GCC-High', 'login.microsoftonline.us'],
    ['DoD', 'login.microsoftonline.us'],
    ['China', 'login.partner.microsoftonline.cn'],
  ])('%s signs in at its own host and asks no other', async (cloud, host) => {
    expect(await hostsAsked(cloud)).toEqual([`POST ${host}`]);
  });

  test('a region in the environment leads nowhere else', async () => {
    process.env['MSAL_FORCE_REGION'] = 'westeurope';
    try {
      expect(await hostsAsked('Worldwide')).toEqual(['POST login.microsoftonline.com']);
    } finally {
      delete process.env['MSAL_FORCE_REGION'];
    }
  });
});

describe('a sign-in that fails', () => {
  const html = { 'content-type': 'text/html' };

  test('for a wrong secret says so, with the number and what to do', async () => {
    const server = await serve([wrongSecret]);
    const error = await failureOf(signIn(clientSettings(server.url)));
    expect(error).toMatchObject({
      name: 'AuthError',
      message: expect.stringMatching(
        /^The sign-in was refused: The client secret is wrong\.\nAADSTS7000215: /,
      ),
      nextStep: expect.stringContaining('not its Secret ID'),
      details: { code: 'invalid_client', aadsts: 7000215, passing: false },
    });
    expect(server.seen).toHaveLength(1);
  });

  test.each([
    ['a token that is missing', { status: 200, body: { token_type: 'Bearer' } }, 'answered without a token'],
    ['an empty token', granted(''), 'answered without a token'],
    [
      'an error with status 200',
      { status: 200, body: { error: 'invalid_client' } },
      'was refused: invalid_client',
    ],
    ['JSON without an error', { status: 400, body: { message: 'no' } }, 'was refused: status 400'],
    [
      'a page',
      { status: 200, headers: html, body: '<html>' },
      'status 200 and something that is not JSON (text/html)',
    ],
    [
      'a page of an error',
      { status: 403, headers: html, body: '<html>' },
      'status 403 and something that is not JSON',
    ],
    [
      'a redirect',
      { status: 302, headers: { location: '/portal' } },
      'status 302 and something that is not JSON',
    ],
    ['a list', { status: 200, body: '[]' }, 'something that is not JSON'],
    ['nothing', { status: 200 }, 'something that is not JSON'],
  ] as const)('says what came: %s', async (_, answer, told) => {
    const server = await serve([answer]);
    const error = await failureOf(signIn(clientSettings(server.url)));
    expect(error).toMatchObject({ name: 'AuthError', message: expect.stringContaining(told) });
    expect(error.nextStep).toBeTruthy();
    expect(error).not.toMatchObject({ details: { passing: true } });
  });

  test.each([
    ['JSON', { status: 503, body: { error: 'server_error' } }],
    ['a page of a gateway', { status: 502, headers: html, body: '<html>' }],
  ] as const)('for a fault of the service may pass by itself: %s', async (_, answer) => {
    const server = await serve([answer]);
    const error = await failureOf(signIn(clientSettings(server.url)));
    expect(error).toMatchObject({ name: 'AuthError', details: { passing: true } });
    expect(server.seen).toHaveLength(5);
  });

  test('because nobody answers is a transport failure that names the host', async () => {
    const address = await closedAddress();
    const error = await failureOf(signIn(clientSettings(address)));
    expect(error).toMatchObject({
      name: 'TransportError',
      message: expect.stringContaining(new URL(address).host),
    });
  });

  test('because the command was cancelled says that and nothing else', async () => {
    const controller = new AbortController();
    const server = await serve(() => {
      controller.abort();
      return 'silence';
    });
    const run = createRun(createFakeClock(), controller.signal);
    await expect(signIn(clientSettings(server.url), http, run)).rejects.toThrow(CancelledError);
  });
});

describe('the client secret', () => {
  const echo: ScriptedAnswer = {
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: `<p>${CLIENT_SECRET}`,
  };

  test.each([
    ['a refusal', wrongSecret],
    ['a page that repeats it', echo],
    ['JSON that repeats it', { status: 400, body: { error: 'invalid_request', request: CLIENT_SECRET } }],
    ['no token', { status: 200, body: { note: CLIENT_SECRET } }],
    ['a broken connection', 'reset'],
  ] as const)('is in no error, however deep one looks: %s', async (_, answer) => {
    const server = await serve([answer]);
    const error = await failureOf(signIn(clientSettings(server.url)));
    const shown = inspect(error, { depth: Infinity, showHidden: true });
    expect(shown).not.toContain(CLIENT_SECRET);
    expect(shown).not.toContain(encodeURIComponent(CLIENT_SECRET));
  });
});
