import { afterEach, expect, test } from '@jest/globals';
import { startConnectProxy } from '../../test_data/connect-proxy.js';
import { withNetworkEnvironment } from '../../test_data/environment.js';
import { createRun } from '../../test_data/run.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { authorityFile } from '../../test_data/tls.js';
import { createHttpClient } from './client.js';
import { systemProxyFor } from './system-proxy.js';

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function closing<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const started = await starting;
  closers.push(() => started.close());
  return started;
}

const proxyOf = (options?: Parameters<typeof startConnectProxy>[0]) => closing(startConnectProxy(options));
const serverOf = (scheme?: 'https') => closing(startScriptedServer([{ status: 200, body: 'hello' }], scheme));

/** Sends one request; the authority of the tests is trusted in every one, since it is read once in a process. */
function get(server: ScriptedServer, variables: Record<string, string>, proxy = true): Promise<string> {
  return withNetworkEnvironment({ SSL_CERT_FILE: authorityFile, ...variables }, async () => {
    const request = { method: 'GET', url: `${server.url}/` } as const;
    const answer = await createHttpClient({ proxy, insecure: false }).send(request, createRun());
    return answer.body;
  });
}

const portOf = (server: ScriptedServer) => new URL(server.url).port;

test.each([undefined, 'https'] as const)(
  'requests go through the proxy that the environment names (%s)',
  async (scheme) => {
    const [server, proxy] = [await serverOf(scheme), await proxyOf()];
    const name = scheme === 'https' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    expect(await get(server, { [name]: proxy.url })).toBe('hello');
    expect(proxy.tunnels).toEqual([`127.0.0.1:${portOf(server)}`]);
  },
);

test('the proxy of the environment is left alone where the instance does not ask for it', async () => {
  const [server, proxy] = [await serverOf('https'), await proxyOf()];
  expect(await get(server, { HTTPS_PROXY: proxy.url }, false)).toBe('hello');
  expect(proxy.tunnels).toEqual([]);
});

test('the proxy gets the user name and password of its address, decoded', async () => {
  const [server, proxy] = [await serverOf('https'), await proxyOf({ credentials: 'soar:p@ss%word' })];
  expect(await get(server, { HTTPS_PROXY: `http://soar:p%40ss%25word@${proxy.host}` })).toBe('hello');
  expect(proxy.tunnels).toHaveLength(1);
});

test('a proxy that refuses is named as the cause, and nothing was sent', async () => {
  const [server, proxy] = [await serverOf('https'), await proxyOf({ credentials: 'soar:right' })];
  const asked = get(server, { HTTPS_PROXY: `http://soar:wrong@${proxy.host}` });
  await expect(asked).rejects.toMatchObject({
    name: 'TransportError',
    sent: false,
    message: `The proxy refused to connect to 127.0.0.1:${portOf(server)} (status 407).`,
    nextStep: expect.stringContaining('user name and password'),
  });
  expect(server.seen).toHaveLength(0);
});

test('a proxy spoken to in https is trusted by the same authorities', async () => {
  const [server, proxy] = [await serverOf('https'), await proxyOf({ scheme: 'https' })];
  const address = proxy.url.replace('127.0.0.1', 'localhost');
  expect(await get(server, { HTTPS_PROXY: address })).toBe('hello');
  expect(proxy.tunnels).toHaveLength(1);
});

test('a host that shows the certificate of another one is refused before anything is sent', async () => {
  const server = await serverOf('https');
  const proxy = await proxyOf({ upstream: `127.0.0.1:${portOf(server)}` });
  const elsewhere = { ...server, url: 'https://graph.contoso.example' };
  await expect(get(elsewhere, { HTTPS_PROXY: proxy.url })).rejects.toMatchObject({
    name: 'TransportError',
    sent: false,
    message: expect.stringMatching(/certificate was not accepted \(ERR_TLS_CERT_ALTNAME_INVALID\)/),
  });
  expect(proxy.tunnels).toEqual(['graph.contoso.example:443']);
  expect(server.seen).toHaveLength(0);
});

test.each(['127.0.0.1', 'contoso.example,127.0.0.1', '*', '*.0.0.1'])(
  'a host in NO_PROXY is reached without the proxy (%s)',
  async (excluded) => {
    const [server, proxy] = [await serverOf('https'), await proxyOf()];
    expect(await get(server, { HTTPS_PROXY: proxy.url, NO_PROXY: excluded })).toBe('hello');
    expect(proxy.tunnels).toEqual([]);
  },
);

test('a proxy written without a scheme is spoken to in http', async () => {
  const [server, proxy] = [await serverOf('https'), await proxyOf()];
  expect(await get(server, { HTTPS_PROXY: proxy.host })).toBe('hello');
  expect(proxy.tunnels).toHaveLength(1);
});

test.each([
  ['HTTPS_PROXY', 'http://proxy.contoso.example:3128'],
  ['https_proxy', 'http://proxy.contoso.example:3128'],
  ['ALL_PROXY', 'http://proxy.contoso.example:3128'],
  ['all_proxy', 'proxy.contoso.example:3128'],
])('%s is read', async (name, value) => {
  const found = await withNetworkEnvironment({ [name]: value }, () =>
    Promise.resolve(systemProxyFor('https://graph.microsoft.com/v1.0/users')),
  );
  expect(found).toBe('http://proxy.contoso.example:3128');
});

test('without a variable there is no proxy', async () => {
  const found = await withNetworkEnvironment({}, () =>
    Promise.resolve(systemProxyFor('https://graph.microsoft.com')),
  );
  expect(found).toBe('');
});

test.each(['http://', 'socks5://127.0.0.1:1080', 'http://soar:100%canary@127.0.0.1:3128', 'http://[canary'])(
  'a variable that names no usable proxy is a fault of the settings that does not repeat it (%s)',
  async (value) => {
    const server = await serverOf();
    const asked = get(server, { HTTP_PROXY: value });
    await expect(asked).rejects.toMatchObject({ name: 'SettingsError' });
    await expect(asked).rejects.not.toMatchObject({ message: expect.stringContaining('canary') });
    expect(server.seen).toHaveLength(0);
  },
);
