import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { closedAddress } from '../../test_data/closed-port.js';
import { withNetworkEnvironment } from '../../test_data/environment.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import { identityHeader, managedIdentities, type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createHttpClient } from '../http/client.js';
import { parseSettings } from '../settings/parse.js';
import { createMemoryStore } from '../state/memory.js';
import { createTokenProvider } from './provider.js';

const VARIABLE = 'AZURE_POD_IDENTITY_AUTHORITY_HOST';
const VARIABLES = [
  VARIABLE,
  'IDENTITY_ENDPOINT',
  'IDENTITY_HEADER',
  'IMDS_ENDPOINT',
  'IDENTITY_SERVER_THUMBPRINT',
  'MSI_ENDPOINT',
  'MSI_SECRET',
  'AZURE_FEDERATED_TOKEN_FILE',
];
const before = VARIABLES.map((name) => [name, process.env[name]] as const);
let server: ScriptedServer | undefined;
let sandbox: Sandbox | undefined;

beforeEach(() => {
  server = undefined;
  sandbox = undefined;
  for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
});
afterEach(async () => {
  await server?.close();
  await sandbox?.close();
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
});

async function serve(answers: readonly ScriptedAnswer[]): Promise<ScriptedServer> {
  server = await startScriptedServer(answers);
  process.env[VARIABLE] = server.url;
  return server;
}

const USER_ASSIGNED = managedIdentities.userAssigned.clientId;
const clock = () => createFakeClock(Date.now());

async function tokenOf(params: Readonly<Record<string, unknown>> = {}, fake = clock()): Promise<string> {
  const settings = parseSettings({ auth_type: 'managed_identity', ...params });
  const provider = createTokenProvider(settings, createHttpClient(settings), createMemoryStore());
  return (await provider.getToken(createRun(fake))).token.reveal();
}

const granted: ScriptedAnswer = {
  status: 200,
  body: { access_token: 'token-1', expires_in: '86399', expires_on: '4102444800', token_type: 'Bearer' },
};
const down = (status: number, headers = {}): ScriptedAnswer => ({
  status,
  headers,
  body: { error: 'unknown' },
});

describe('a managed identity', () => {
  const worldwide = 'https://graph.microsoft.com';
  test.each([
    ['Worldwide', {}, worldwide],
    ['US GCC-High', { azure_cloud: 'US GCC-High' }, 'https://graph.microsoft.us'],
    ['China', { azure_cloud: 'China' }, 'https://microsoftgraph.chinacloudapi.cn'],
  ])('asks the machine for a token for the Graph of %s', async (_, params, resource) => {
    const { seen } = await serve([granted]);
    expect(await tokenOf(params)).toBe('token-1');
    const url = new URL(seen[0]?.url ?? '', 'http://imds.example');
    expect(url.pathname).toBe('/metadata/identity/oauth2/token');
    expect(Object.fromEntries(url.searchParams)).toEqual({ 'api-version': '2018-02-01', resource });
    expect(seen[0]?.headers).toMatchObject({ metadata: 'true' });
  });

  test('that a user assigned is named by its client ID', async () => {
    const id = '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a';
    const { seen } = await serve([granted]);
    await tokenOf({ managed_identities_client_id: { password: id } });
    expect(seen[0]?.url).toContain(`client_id=${id}`);
  });

  test('is never asked through a proxy', async () => {
    await serve([granted]);
    const proxy = await closedAddress();
    await withNetworkEnvironment({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy }, async () => {
      expect(await tokenOf({ proxy: true })).toBe('token-1');
    });
  });

  test.each([
    ['not there yet', down(404), [1_000]],
    ['busy', down(429), [1_000]],
    ['busy for a known time', down(429, { 'retry-after': '3' }), [3_000]],
    ['broken', down(500), [1_000]],
    ['being updated', down(410), [10_000]],
  ])('is asked again when its service is %s', async (_, answer, sleeps) => {
    await serve([answer, granted]);
    const fake = clock();
    expect(await tokenOf({}, fake)).toBe('token-1');
    expect(fake.sleeps).toEqual(sleeps);
  });

  test.each([
    [500, [1_000, 2_000, 4_000]],
    [410, [10_000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000]],
    [400, []],
  ])('is given up in the end, after %i', async (status, sleeps) => {
    const { seen } = await serve([down(status)]);
    const fake = clock();
    await expect(tokenOf({}, fake)).rejects.toMatchObject({
      name: 'AuthError',
      message: `The identity service of this machine answered ${status}: unknown`,
    });
    expect(fake.sleeps).toEqual(sleeps);
    expect(seen).toHaveLength(sleeps.length + 1);
  });

  test('is missing on a machine without one, and that is said', async () => {
    process.env[VARIABLE] = await closedAddress();
    await expect(tokenOf()).rejects.toThrow('There is no managed identity here');
  });

  test('opens the Graph of the embedded tenant', async () => {
    sandbox = await startSandbox();
    process.env[VARIABLE] = sandbox.url;
    const token = await tokenOf({ azure_cloud: 'Custom', url: sandbox.url, azure_ad_endpoint: sandbox.url });
    const answer = await fetch(`${sandbox.url}/v1.0/users?$top=1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
  });
});

describe('the identity of an application in App Service, Functions or Container Apps', () => {
  test.each([
    ['system-assigned', {}, undefined],
    ['user-assigned', { managed_identities_client_id: { password: USER_ASSIGNED } }, USER_ASSIGNED],
  ])('that is %s opens the Graph of the embedded tenant', async (_, params, clientId) => {
    sandbox = await startSandbox();
    process.env['IDENTITY_ENDPOINT'] = `${sandbox.url}/msi/token`;
    process.env['IDENTITY_HEADER'] = identityHeader;
    const place = { azure_cloud: 'Custom', url: sandbox.url, azure_ad_endpoint: sandbox.url };
    const token = await tokenOf({ ...place, ...params });
    const answer = await fetch(`${sandbox.url}/v1.0/users?$top=1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    expect(new URL(sandbox.log[0]?.path ?? '', sandbox.url).searchParams.get('client_id')).toBe(
      clientId ?? null,
    );
  });

  test('is asked for with the secret of the environment, which no error repeats', async () => {
    const { seen, url } = await serve([{ status: 401, body: { error: 'unauthorized' } }]);
    process.env['IDENTITY_ENDPOINT'] = `${url}/msi/token`;
    process.env['IDENTITY_HEADER'] = 'secret-of-the-environment';
    const failure: unknown = await tokenOf({ azure_cloud: 'DoD' }).catch((error: unknown) => error);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers).toMatchObject({ 'x-identity-header': 'secret-of-the-environment' });
    expect(seen[0]?.headers).not.toHaveProperty('metadata');
    const { searchParams } = new URL(seen[0]?.url ?? '', url);
    expect(Object.fromEntries(searchParams)).toEqual({
      'api-version': '2019-08-01',
      resource: 'https://dod-graph.microsoft.us',
    });
    expect(String(failure)).toContain('answered 401: unauthorized');
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('secret-of');
  });

  test('is never asked for through a proxy, and again while its service is not ready', async () => {
    const { url } = await serve([down(503), granted]);
    process.env['IDENTITY_ENDPOINT'] = `${url}/msi/token`;
    process.env['IDENTITY_HEADER'] = 'secret-of-the-environment';
    const proxy = await closedAddress();
    const fake = clock();
    await withNetworkEnvironment({ HTTP_PROXY: proxy }, async () => {
      expect(await tokenOf({ proxy: true }, fake)).toBe('token-1');
    });
    expect(fake.sleeps).toEqual([1_000]);
  });
});

test.each(['IDENTITY_ENDPOINT', VARIABLE])('%s that is no address is a fault that names it', async (name) => {
  process.env['IDENTITY_HEADER'] = 'secret-of-the-environment';
  process.env[name] = 'not an address';
  await expect(tokenOf()).rejects.toMatchObject({
    name: 'SettingsError',
    message: expect.stringContaining('no address: not an address'),
    nextStep: expect.stringContaining(name),
  });
});

describe('an identity that is not supported is refused, and no other one is used in its place', () => {
  const SECRET = 'secret-of-the-environment';
  test.each<[string, string, (address: string) => Readonly<Record<string, string>>]>([
    [
      'Service Fabric',
      'IDENTITY_SERVER_THUMBPRINT',
      (address) => ({
        IDENTITY_ENDPOINT: address,
        IDENTITY_HEADER: SECRET,
        IDENTITY_SERVER_THUMBPRINT: 'A'.repeat(40),
      }),
    ],
    ['Cloud Shell', 'MSI_ENDPOINT', (address) => ({ MSI_ENDPOINT: address })],
    ['Machine Learning', 'MSI_ENDPOINT', (address) => ({ MSI_ENDPOINT: address, MSI_SECRET: SECRET })],
    [
      'workload identity',
      'AZURE_FEDERATED_TOKEN_FILE',
      () => ({
        AZURE_FEDERATED_TOKEN_FILE: '/var/run/secrets/azure/tokens/azure-identity-token',
      }),
    ],
  ])('%s', async (source, variable, environmentAt) => {
    const { seen, url } = await serve([granted]);
    Object.assign(process.env, environmentAt(`${url}/oauth2/token`));
    const failure: unknown = await tokenOf().catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: 'SettingsError',
      message: expect.stringContaining(`${source} are not supported`),
      nextStep: expect.stringMatching(new RegExp(`secret or certificate.*unset ${variable}\\.$`)),
    });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(SECRET);
    expect(seen).toEqual([]);
  });

  test('the variable that App Service keeps for older programs does not count', async () => {
    const { seen, url } = await serve([granted]);
    const service = { IDENTITY_ENDPOINT: `${url}/msi/token`, IDENTITY_HEADER: SECRET };
    const older = { MSI_ENDPOINT: `${url}/older`, MSI_SECRET: SECRET };
    Object.assign(process.env, service, older);
    expect(await tokenOf()).toBe('token-1');
    expect(seen.map((request) => new URL(request.url, url).pathname)).toEqual(['/msi/token']);
  });
});

describe('the identity of an Arc-enabled server', () => {
  const arcAt = async (answers: readonly ScriptedAnswer[]) => {
    const started = await serve(answers);
    process.env['IDENTITY_ENDPOINT'] = `${started.url}/metadata/identity/oauth2/token`;
    process.env['IMDS_ENDPOINT'] = started.url;
    return started;
  };

  test('is asked for at its agent, and no file but its keys is sent to whoever answers there', async () => {
    const challenge = { 'www-authenticate': 'Basic realm=/etc/passwd' };
    const { seen } = await arcAt([{ status: 401, headers: challenge, body: {} }, granted]);
    await expect(tokenOf()).rejects.toMatchObject({
      message: expect.stringContaining('/etc/passwd is no key in /var/opt/azcmagent/tokens'),
      nextStep: expect.stringContaining('IDENTITY_ENDPOINT'),
    });
    expect(seen.map(({ headers }) => headers['authorization'])).toEqual([undefined]);
    expect(seen[0]?.url).toContain('api-version=2020-06-01');
  });

  test('that a user assigned is refused where the agent gives the one of the server instead', async () => {
    await arcAt([granted]);
    await expect(tokenOf({ managed_identities_client_id: { password: USER_ASSIGNED } })).rejects.toThrow(
      'a token of another identity',
    );
  });
});
