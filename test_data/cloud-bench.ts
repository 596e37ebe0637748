import { X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { startTlsProxy, type TlsProxy } from '../sandbox/tls-proxy.js';
import { clientCertificate, cloudAuthorityFile, cloudCertificate } from './certificates/read.js';
import { withNetworkEnvironment } from './environment.js';
import { createRun } from './run.js';
import { createGraphClient } from '../integration/graph/client.js';
import { path } from '../integration/graph/path.js';
import { createHttpClient } from '../integration/http/client.js';
import { type JsonObject } from '../integration/json.js';
import { parseSettings } from '../integration/settings/parse.js';
import { createMemoryStore, type MemoryStore } from '../integration/state/memory.js';
import { claimsIn } from '../integration/auth/claims.js';
import { beginLogin } from '../integration/auth/login-url.js';
import { createTokenProvider } from '../integration/auth/provider.js';
import { type MovedClock, startMovedClock } from '../integration/auth/scenarios/moved-clock.js';
import { recordNetwork, type RecordedNetwork } from '../integration/auth/scenarios/recorded-network.js';

/** Each cloud, its sign-in host and its Graph (Graph: national cloud deployments). */
export const CLOUDS = [
  ['Worldwide', 'login.microsoftonline.com', 'graph.microsoft.com'],
  ['US GCC', 'login.microsoftonline.com', 'graph.microsoft.com'],
  ['US GCC-High', 'login.microsoftonline.us', 'graph.microsoft.us'],
  ['DoD', 'login.microsoftonline.us', 'dod-graph.microsoft.us'],
  ['Germany', 'login.microsoftonline.de', 'graph.microsoft.de'],
  ['China', 'login.partner.microsoftonline.cn', 'microsoftgraph.chinacloudapi.cn'],
] as const;

export const REDIRECT = 'https://soar.contoso.example/oauth/soar';
export const PERSON = 'adele@contoso.example';
export const HOUR_MS = 3_600_000;

/** An instance form. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Fields of a sign-in with a certificate. */
export function certificate(
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

const claimsOf = (token: string): JsonObject => claimsIn(token) ?? {};

/** Opens a tenant that answers under the real names of every cloud, for the tests of a file. */
export function cloudBench() {
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
      expect(request.headers?.['authorization']).toBe(
        host === graph ? `Bearer ${shown[0] ?? ''}` : undefined,
      );
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

  const tokenRequests = () => network.tokenRequests().length;

  return {
    get sandbox() {
      return sandbox;
    },
    get network() {
      return network;
    },
    get store() {
      return store;
    },
    get clock() {
      return clock;
    },
    flows: Object.entries(FLOWS),
    inContainer,
    inCloud,
    listTwoPages,
    requests,
    loopback,
    cloudHostsAsked,
    expectOnly,
    useFor,
    tokenRequests,
  };
}
