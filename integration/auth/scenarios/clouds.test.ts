import { X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AadstsCode, managedIdentities, type Sandbox, startSandbox } from '../../../sandbox/index.js';
import { startTlsProxy, type TlsProxy } from '../../../sandbox/tls-proxy.js';
import {
  clientCertificate,
  cloudAuthorityFile,
  cloudCertificate,
} from '../../../test_data/certificates/read.js';
import { withNetworkEnvironment } from '../../../test_data/environment.js';
import { createRun } from '../../../test_data/run.js';
import { createGraphClient } from '../../graph/client.js';
import { path } from '../../graph/path.js';
import { createHttpClient } from '../../http/client.js';
import { type JsonObject } from '../../json.js';
import { parseSettings } from '../../settings/parse.js';
import { createMemoryStore, type MemoryStore } from '../../state/memory.js';
import { claimsIn } from '../claims.js';
import { beginLogin } from '../login-url.js';
import { createTokenProvider } from '../provider.js';
import { type MovedClock, startMovedClock } from './moved-clock.js';
import { recordNetwork, type RecordedNetwork } from './recorded-network.js';

const CLOUDS = [
  ['Worldwide', 'login.microsoftonline.com', 'graph.microsoft.com'],
  ['US GCC', 'login.microsoftonline.com', 'graph.microsoft.com'],
  ['US GCC-High', 'login.microsoftonline.us', 'graph.microsoft.us'],
  ['DoD', 'login.microsoftonline.us', 'dod-graph.microsoft.us'],
  ['Germany', 'login.microsoftonline.de', 'graph.microsoft.de'],
  ['China', 'login.partner.microsoftonline.cn', 'microsoftgraph.chinacloudapi.cn'],
] as const;

const REDIRECT = 'https://soar.contoso.example/oauth/soar';
const PERSON = 'adele@contoso.example';
const HOUR_MS = 3_600_000;

let sandbox: Sandbox;
let proxy: TlsProxy;
let clock: MovedClock;
let network: RecordedNetwork;
let store: MemoryStore;
let before: { readonly sandbox: number; readonly proxy: number };

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => Date.now() });
  proxy = await startTlsProxy({ sandbox: sandbox.url, certificate: cloudCertificate() });
});

afterAll(async () => {
  await proxy.close();
  await sandbox.close();
});

beforeEach(() => {
  clock = startMovedClock(Date.parse('2026-03-02T08:00:00Z'));
  store = createMemoryStore();
  before = { sandbox: sandbox.log.length, proxy: proxy.log.length };
});

afterEach(() => {
  clock.stop();
  sandbox.faults = [];
});

type Parameters = Readonly<Record<string, unknown>>;

/** Does work where the environment leads to the proxy, as in a SOAR container behind an inspecting one. */
const inContainer = <T>(work: () => Promise<T>): Promise<T> =>
  withNetworkEnvironment(
    {
      HTTPS_PROXY: proxy.url,
      SSL_CERT_FILE: cloudAuthorityFile,
      AZURE_POD_IDENTITY_AUTHORITY_HOST: sandbox.url,
    },
    () => {
      network = recordNetwork(createHttpClient({ proxy: true, insecure: false }));
      return work();
    },
  );

/** The instance form of an own application in a cloud. */
function inCloud(cloud: string, overrides: Parameters): Parameters {
  const { azure_cloud: _cloud, url: _url, azure_ad_endpoint: _login, ...own } = sandbox.params();
  return { ...own, azure_cloud: cloud, proxy: true, ...overrides };
}

function certificate(
  name: 'client' | 'unregistered',
  hash: 'fingerprint' | 'fingerprint256',
  flow = 'client_credentials',
): Parameters {
  const { cert, key } = clientCertificate(name);
  const identifier = new X509Certificate(cert)[hash];
  return {
    auth_type: flow,
    creds_enc_key: '',
    creds_certificate: { identifier, password: key },
  };
}

/** Somebody fills in a page of the sign-in host, in a browser behind the same proxy. */
const fillIn = (url: string, decision: string) =>
  network.send(
    {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ user: PERSON, decision }).toString(),
    },
    createRun(clock),
  );

/** Somebody signs in at the login address, and pastes the address at which the browser ends. */
async function withCode(form: Parameters): Promise<Parameters> {
  const address = await beginLogin(parseSettings(form), ['.default'], store, clock.now());
  const { headers } = await fillIn(address, 'accept');
  return { ...form, creds_auth_code: headers['location'] };
}

/** Each flow of an own application: what has to happen before the first token, and the form it needs. */
const FLOWS: Readonly<Record<string, (cloud: string) => Parameters | Promise<Parameters>>> = {
  'a client secret': (cloud) => inCloud(cloud, { auth_type: 'client_credentials' }),
  'a certificate (SHA-1)': (cloud) => inCloud(cloud, certificate('client', 'fingerprint')),
  'a certificate (SHA-256)': (cloud) => inCloud(cloud, certificate('client', 'fingerprint256')),
  "a user's code": (cloud) =>
    withCode(inCloud(cloud, { auth_type: 'user_auth_flow', redirect_uri: REDIRECT })),
  "a user's code with a certificate (SHA-1)": (cloud) =>
    withCode(
      inCloud(cloud, { ...certificate('client', 'fingerprint', 'user_auth_flow'), redirect_uri: REDIRECT }),
    ),
  "a user's code with a certificate (SHA-256)": (cloud) =>
    withCode(
      inCloud(cloud, {
        ...certificate('client', 'fingerprint256', 'user_auth_flow'),
        redirect_uri: REDIRECT,
      }),
    ),
  async "a user's refresh token"(cloud) {
    const { refreshToken = '' } = await sandbox.signIn({
      user: PERSON,
      scopes: ['User.Read.All', 'offline_access'],
    });
    const pasted = { redirect_uri: REDIRECT, creds_auth_code: `refresh_token:${refreshToken}` };
    return inCloud(cloud, { auth_type: 'user_auth_flow', ...pasted });
  },
  async 'a device code'(cloud) {
    const form = inCloud(cloud, { auth_type: 'device_code', creds_enc_key: '' });
    const provider = createTokenProvider(parseSettings(form), network, store);
    const { page, userCode } = await provider.startDeviceLogin(createRun(clock), ['.default']);
    await fillIn(`${page}?code=${userCode}`, 'continue');
    await provider.completeDeviceLogin(createRun(clock));
    return form;
  },
};

/** Those in which a person signed in, to whom Entra may say that more is needed. */
const PERSONS_FLOWS = Object.entries(FLOWS).filter(([name]) => /user's|device/.test(name));

/** What a person is asked for: number, whether claims say so to the next sign-in, and the number in words. */
const WANTED: readonly (readonly [string, AadstsCode, boolean, string])[] = [
  ['consent is missing', 65001, false, 'The permissions were not consented to.'],
  ['MFA is required', 50076, true, 'The user has to pass multi-factor authentication.'],
  ['MFA has to be set up', 50079, true, 'The user has to enroll in multi-factor authentication.'],
];

/** One command of one process: reads two pages of people, and gives the token that it was given. */
async function listTwoPages(form: Parameters): Promise<string> {
  const settings = parseSettings(form);
  const tokens = createTokenProvider(settings, network, store);
  const run = createRun(clock);
  const client = createGraphClient({ graphUrl: settings.graphUrl, http: network, tokens }, run);
  let pages = 0;
  for await (const { items } of client.pages(path`users`, { top: 2 })) {
    expect(items).toHaveLength(2);
    pages += 1;
    if (pages === 2) break;
  }
  expect(pages).toBe(2);
  return (await tokens.getToken(run)).token.reveal();
}

const tunnels = () =>
  new Set(proxy.log.slice(before.proxy).map(({ target, status }) => `${target} ${status}`));
const requests = () => sandbox.log.slice(before.sandbox);
const loopback = () => new URL(sandbox.url).host;
const cloudHostsAsked = () =>
  new Set(
    requests()
      .map(({ host }) => host)
      .filter((host) => host !== loopback()),
  );

/** Where everything went, told by both ends; and that the tokens were shown to Graph only. */
function expectOnly(hosts: readonly string[], graph: string, tokens: readonly string[]): void {
  expect(cloudHostsAsked()).toEqual(new Set(hosts));
  expect(new Set(network.seen.map(({ host }) => host))).toEqual(new Set(hosts));
  // A tunnel may have been opened by an earlier test and be used again.
  const granted = new Set(hosts.map((host) => `${host}:443 200`));
  expect([...tunnels()].filter((tunnel) => !granted.has(tunnel))).toEqual([]);
  for (const { host, request } of network.seen) {
    const shown = tokens.filter((token) => JSON.stringify(request).includes(token));
    expect(shown).toHaveLength(host === graph ? 1 : 0);
    expect(request.headers?.['authorization']).toBe(host === graph ? `Bearer ${shown[0] ?? ''}` : undefined);
    // What proves an application or a person is the sign-in host's business only.
    if (host === graph) expect(request.body).toBeUndefined();
  }
}

/** First token, cached, renewed: three commands of three processes. @returns The two tokens. */
async function useFor(form: Parameters, graph: string, asked: () => number): Promise<readonly string[]> {
  const first = await listTwoPages(form);
  expect(claimsOf(first)).toMatchObject({ aud: `https://${graph}` });
  const once = asked();
  expect(await listTwoPages(form)).toBe(first);
  expect(asked()).toBe(once);
  clock.advance(2 * HOUR_MS);
  const second = await listTwoPages(form);
  expect(second).not.toBe(first);
  expect(claimsOf(second)).toMatchObject({ aud: `https://${graph}` });
  expect(asked()).toBe(once + 1);
  expect(requests().filter(({ status }) => status >= 400)).toEqual([]);
  return [first, second];
}

const claimsOf = (token: string): JsonObject => claimsIn(token) ?? {};
const tokenRequests = () => network.tokenRequests().length;

describe.each(CLOUDS)('in the cloud %s', (cloud, login, graph) => {
  test.each(Object.entries(FLOWS))('%s opens its Graph, and nothing leaves its hosts', (_, formFor) =>
    inContainer(async () => {
      const form = await formFor(cloud);
      const tokens = await useFor(form, graph, tokenRequests);
      expect(tokenRequests()).toBe(2);
      expectOnly([login, graph], graph, tokens);
    }),
  );

  test.each([
    ['the system-assigned identity', undefined],
    ['a user-assigned identity', managedIdentities.userAssigned.clientId],
  ])('%s of the machine opens its Graph without any sign-in host', (_, clientId) =>
    inContainer(async () => {
      const form = {
        azure_cloud: cloud,
        proxy: true,
        use_managed_identities: true,
        ...(clientId !== undefined && { managed_identities_client_id: { password: clientId } }),
      };
      const asked = () => requests().filter(({ host }) => host === loopback()).length;
      const tokens = await useFor(form, graph, asked);
      expect(asked()).toBe(2);
      expectOnly([graph], graph, tokens);
    }),
  );

  test.each<[string, Parameters, number, string]>([
    [
      'a wrong secret',
      { auth_type: 'client_credentials', creds_enc_key: 'wrong' },
      7000215,
      '"Client secret"',
    ],
    [
      'a certificate that is not registered',
      certificate('unregistered', 'fingerprint256'),
      700027,
      'Upload this certificate',
    ],
    [
      "a certificate of a user's sign-in that is not registered",
      {
        ...certificate('unregistered', 'fingerprint256', 'user_auth_flow'),
        redirect_uri: REDIRECT,
        creds_auth_code: 'c-1',
      },
      700027,
      'Upload this certificate',
    ],
    [
      'an unknown tenant',
      { auth_type: 'client_credentials', creds_tenant_id: 'fabrikam.example' },
      90002,
      '"Tenant ID"',
    ],
    [
      "a wrong secret of a user's sign-in",
      { auth_type: 'user_auth_flow', redirect_uri: REDIRECT, creds_auth_code: 'c-1', creds_enc_key: 'wrong' },
      7000215,
      '"Client secret"',
    ],
    [
      "an unknown tenant of a user's sign-in",
      {
        auth_type: 'user_auth_flow',
        redirect_uri: REDIRECT,
        creds_auth_code: 'c-1',
        creds_tenant_id: 'fabrikam.example',
      },
      90002,
      '"Tenant ID"',
    ],
  ])('%s is refused at its own sign-in host, with the number and the field', (_, wrong, aadsts, named) =>
    inContainer(async () => {
      const provider = createTokenProvider(parseSettings(inCloud(cloud, wrong)), network, store);
      await expect(provider.getToken(createRun(clock))).rejects.toMatchObject({
        details: { aadsts },
        nextStep: expect.stringContaining(named),
      });
      expect(requests().map(({ host }) => host)).toEqual([login]);
      expectOnly([login], graph, []);
    }),
  );

  test('a device login of an unknown tenant is refused at its own sign-in host, with the number and the field', () =>
    inContainer(async () => {
      const form = inCloud(cloud, {
        auth_type: 'device_code',
        creds_enc_key: '',
        creds_tenant_id: 'fabrikam.example',
      });
      const provider = createTokenProvider(parseSettings(form), network, store);
      await expect(provider.startDeviceLogin(createRun(clock), ['.default'])).rejects.toMatchObject({
        details: { aadsts: 90002 },
        nextStep: expect.stringContaining('"Tenant ID"'),
      });
      expect(requests().map(({ host }) => host)).toEqual([login]);
    }));
});

describe.each(CLOUDS)('in the cloud %s', (cloud, login, graph) => {
  describe.each(WANTED)('where %s', (_, code, hasClaims, meaning) => {
    const fault = { kind: 'aadsts', code, match: { path: /\/oauth2\/v2\.0\/token/ } } as const;

    /** A command that is refused. */
    async function refused(form: Parameters): Promise<void> {
      sandbox.faults = [fault];
      const provider = createTokenProvider(parseSettings(form), network, store);
      const isDevice = form['auth_type'] === 'device_code';
      await expect(provider.getToken(createRun(clock))).rejects.toMatchObject({
        message: expect.stringMatching(
          new RegExp(`${meaning}\\nAADSTS${code}: .*\\nCorrelation ID: [-0-9a-f]{36}, Trace ID`),
        ),
        nextStep: expect.stringContaining(isDevice ? '!msgraph-user-auth-start' : '-generate-login-url'),
        details: { aadsts: code, signInAgain: true, ...(hasClaims && { claims: expect.any(String) }) },
      });
      if (isDevice) return;
      // What was asked for goes along to the page, where only a person can give it.
      const address = new URL(await beginLogin(parseSettings(form), ['.default'], store, clock.now()));
      expect(address.host).toBe(login);
      expect(address.searchParams.get('claims')).toEqual(
        hasClaims ? expect.stringContaining('capolids') : null,
      );
    }

    test.each(PERSONS_FLOWS)('%s is told so at a renewal, and asks nobody else', (_flow, formFor) =>
      inContainer(async () => {
        const form = await formFor(cloud);
        await listTwoPages(form);
        const earlier = requests().length;
        clock.advance(2 * HOUR_MS);
        await refused(form);
        expect(
          requests()
            .slice(earlier)
            .map(({ host, fault: hit }) => [host, hit]),
        ).toEqual([[login, 'aadsts']]);
        expect(cloudHostsAsked()).toEqual(new Set([login, graph]));
        expect(new Set(network.seen.map(({ host }) => host))).toEqual(new Set([login, graph]));
      }),
    );

    test.each(PERSONS_FLOWS.filter(([name]) => name.includes("user's")))(
      '%s is told so at the first token, and asks nobody else',
      (_flow, formFor) =>
        inContainer(async () => {
          await refused(await formFor(cloud));
          expectOnly([login], graph, []);
        }),
    );
  });
});

describe('where only the Graph address was changed', () => {
  test.each(CLOUDS.slice(2))('the host of %s brings its sign-in host along', (_, login, graph) =>
    inContainer(async () => {
      const form = inCloud('Worldwide', { auth_type: 'client_credentials', host: `https://${graph}/v1.0/` });
      expectOnly([login, graph], graph, [await listTwoPages(form)]);
    }),
  );
});

test('the older name of the sign-in host of China leads to the present one', () =>
  inContainer(async () => {
    const [, login, graph] = CLOUDS[5];
    const older = { azure_ad_endpoint: 'https://login.chinacloudapi.cn' };
    const form = inCloud('China', { auth_type: 'client_credentials', ...older });
    expectOnly([login, graph], graph, [await listTwoPages(form)]);
  }));

test('an identity that the machine has not is refused by the machine, and the field is named', () =>
  inContainer(async () => {
    const form = {
      azure_cloud: 'DoD',
      proxy: true,
      use_managed_identities: true,
      managed_identities_client_id: { password: '00000000-8e0f-4a35-b6c4-9f8e7d6c5b4a' },
    };
    const provider = createTokenProvider(parseSettings(form), network, store);
    await expect(provider.getToken(createRun(clock))).rejects.toMatchObject({
      message: expect.stringContaining('Identity not found'),
      nextStep: expect.stringContaining('"Azure Managed Identities Client ID"'),
    });
    expect(requests().map(({ host }) => host)).toEqual([loopback()]);
  }));

describe.each(['Worldwide', 'US GCC'])("the vendor's hosted application in the cloud %s", (cloud) => {
  const OPROXY = 'oproxy.demisto.ninja';
  const GRAPH = 'graph.microsoft.com';
  const form = (overrides: Parameters = {}) => {
    const known = sandbox.oproxy.find(({ appName }) => appName === 'ms-graph-user');
    const { id, token, key } = known ?? { id: '', token: '', key: '' };
    return { azure_cloud: cloud, proxy: true, auth_id: id, tenant_id: token, enc_key: key, ...overrides };
  };

  test('opens Graph without any sign-in host', () =>
    inContainer(async () => {
      const tokens = await useFor(form(), GRAPH, tokenRequests);
      expectOnly([OPROXY, GRAPH], GRAPH, tokens);
    }));

  test.each<[string, Parameters]>([
    ['registration', { auth_id: 'unknown' }],
    ['token', { tenant_id: 'unknown' }],
    ['key', { enc_key: Buffer.alloc(32, 1).toString('base64') }],
  ])('that does not know the %s says so, and nobody else is asked', (_, wrong) =>
    inContainer(async () => {
      const provider = createTokenProvider(parseSettings(form(wrong)), network, store);
      await expect(provider.getToken(createRun(clock))).rejects.toThrow('401');
      expect(requests().map(({ host }) => host)).toEqual([OPROXY]);
    }),
  );
});
