import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registry } from '../../commands/index.js';
import { manifest } from '../../generated/manifest.js';
import { systemClock } from '../../integration/clock.js';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { isJsonObject, type JsonObject } from '../../integration/json.js';
import { parseSettings } from '../../integration/settings/parse.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { entriesIn, keptContext, type KeptContext, playServer } from '../../test_data/played-server.js';
import { brandManifest } from '../pack/brand-manifest.js';
import { knownBrands } from '../pack/known-brands.js';
import { startLoop } from './loop.js';

const PERSON = 'adele@contoso.example';
const FORMS = ['user, newest form', 'user, oldest form', 'teams'];
const REDIRECT = 'http://localhost:4711/callback';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** Runs one command in a fresh container on what the server has of the instance. */
async function run(
  brand: string,
  command: string,
  params: JsonObject,
  kept: KeptContext,
  args: JsonObject = {},
) {
  const input = new PassThrough();
  const output = new PassThrough();
  const { done } = startLoop({
    input,
    write: (text) => Promise.resolve(void output.write(text)),
    dispatcherFor: (surface) => createDispatcher({ registry, ...surface }),
    folder: '.',
    clock: systemClock,
    listenHost: '127.0.0.1',
  });
  const context = { Inv: { id: '17' }, IntegrationBrand: brand, IntegrationInstance: 'old one' };
  const said = await playServer({ input, output }, kept).run({ command, args, params, context });
  input.end();
  await done;
  return entriesIn(said);
}

/**
 * What a server hands over for an instance that was exported from a known integration and imported into the one of ours
 * under its id: fields that only our form has come with their defaults.
 */
function imported(brand: string, params: JsonObject): JsonObject {
  const known = knownBrands.find(({ id }) => id === brand);
  if (!known) throw new Error(`There is no ${brand}.`);
  const { configuration } = brandManifest(manifest, known);
  const defaults = configuration.flatMap(({ name, defaultvalue }) =>
    typeof defaultvalue === 'string' ? [[name, defaultvalue] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...params };
}

/** The token request of the known integrations. @returns Their access and refresh token. */
async function asTheyDo(
  grant: Readonly<Record<string, string>>,
): Promise<{ access: string; refresh: string }> {
  const { creds_auth_id: id, creds_enc_key: secret } = sandbox.params();
  const answer = await fetch(`${sandbox.url}/${sandbox.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: String(id),
      client_secret: String(secret),
      scope: 'offline_access https://graph.microsoft.com/.default',
      ...grant,
    }),
  });
  const body: unknown = await answer.json();
  if (!isJsonObject(body) || !answer.ok) throw new Error(`Refused: ${JSON.stringify(body)}`);
  return { access: String(body['access_token']), refresh: String(body['refresh_token']) };
}

/** An instance as each integration's form exports it: its own names, empty fields included, booleans as text. */
const exported = (): Record<string, { brand: string; test: string; params: JsonObject }> => {
  const { url, creds_auth_id: id, creds_tenant_id: tenant, creds_enc_key: secret } = sandbox.params();
  const cloud = { azure_cloud: 'Custom', azure_ad_endpoint: url };
  const credentials = (password: unknown) => ({
    identifier: '',
    password,
    credentials: { id: '', user: '', password: '' },
    passwordChanged: false,
  });
  const common = {
    self_deployed: 'true',
    certificate_thumbprint: '',
    private_key: '',
    insecure: 'false',
    proxy: 'false',
    handle_error: 'true',
  };
  return {
    'user, newest form': {
      brand: 'Microsoft Graph User',
      test: 'msgraph-user-test',
      params: {
        ...cloud,
        ...common,
        host: url,
        creds_tenant_id: credentials(tenant),
        creds_auth_id: credentials(id),
        creds_enc_key: credentials(secret),
        creds_certificate: credentials(''),
        use_managed_identities: false,
        managed_identities_client_id: credentials(''),
        allow_secret_generators: 'false',
        tenant_id: '',
        auth_id: '',
        enc_key: '',
      },
    },
    'user, oldest form': {
      brand: 'Microsoft Graph User',
      test: 'msgraph-user-test',
      params: { ...cloud, ...common, host: url, tenant_id: tenant, auth_id: id, enc_key: secret },
    },
    teams: {
      brand: 'MicrosoftGraphTeams',
      test: 'msgraph-teams-test',
      params: { ...cloud, ...common, url, tenant_id: tenant, client_id: id, secret, delegated_user: PERSON },
    },
  };
};

const asExported = (_brand: string, params: JsonObject): JsonObject => params;
const WAYS = [
  ['as exported', asExported],
  ['with our defaults', imported],
] as const;
const FORMS_AND_WAYS = FORMS.flatMap((form) => WAYS.map(([way, handOver]) => [form, way, handOver] as const));

test.each(FORMS_AND_WAYS)(
  'an instance of an application works at once: %s, %s',
  async (name, _, handOver) => {
    const { brand, test: command, params: theirParams = {} } = exported()[name] ?? { brand: '', test: '' };
    const params = handOver(brand, theirParams);
    const validUntil = Math.floor(Date.now() / 1000) + 3000;
    const theirs = { access_token: 'their-token', valid_until: validUntil, current_refresh_token: '' };
    const kept = keptContext(theirs);
    const entries = await run(brand, command, params, kept);
    expect(entries[0]).toMatchObject({ Type: 1, HumanReadable: expect.stringMatching(/Success/) });
    // What they keep is left as it was, for going back.
    expect(kept.value).toMatchObject(theirs);
  },
);

test.each(FORMS_AND_WAYS)('a signed-in user goes on, and can go back: %s, %s', async (name, _, handOver) => {
  const { brand, test: command, params: theirParams = {} } = exported()[name] ?? { brand: '', test: '' };
  const params = handOver(brand, theirParams);
  const { code } = await sandbox.authorize({ user: PERSON, redirectUri: REDIRECT });
  const first = await asTheyDo({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT });
  const kept = keptContext({
    access_token: first.access,
    valid_until: String(Math.floor(Date.now() / 1000) - 1),
    current_refresh_token: first.refresh,
  });
  const delegated = { ...params, auth_code: code, redirect_uri: REDIRECT };
  const entries = await run(brand, command, delegated, kept);
  expect(entries[0]).toMatchObject({ Type: 1, HumanReadable: expect.stringMatching(/Success/) });
  expect(JSON.stringify(entries)).toContain(PERSON);

  // Back on the known integration: it takes the refresh token from where it always was.
  const back = await asTheyDo({
    grant_type: 'refresh_token',
    refresh_token: String(kept.value['current_refresh_token']),
  });
  expect(back.access).not.toBe('');

  // And over to ours once more, with what it left.
  kept.value = { ...kept.value, access_token: back.access, current_refresh_token: back.refresh };
  const again = await run(brand, command, delegated, kept);
  expect(again[0]).toMatchObject({ Type: 1, HumanReadable: expect.stringMatching(/Success/) });
});

test.each([
  ['Microsoft Graph User', 'host', 'https://graph.microsoft.us', 'US GCC-High'],
  ['Microsoft Graph User', 'host', 'https://microsoftgraph.chinacloudapi.cn', 'China'],
  ['MicrosoftGraphTeams', 'url', 'https://dod-graph.microsoft.us/', 'DoD'],
])(
  'an instance of %s with %s %s is in the cloud %s, whatever our form adds',
  (brand, field, address, cloud) => {
    const { tenant_id, client_id, secret } = exported()['teams']?.params ?? {};
    const params = imported(brand, { [field]: address, tenant_id, client_id, secret, self_deployed: true });
    expect(parseSettings(params)).toMatchObject({ cloud, signIn: { flow: 'client_credentials' } });
  },
);

test.each<[string, string, JsonObject, string]>([
  [
    'the hosted application',
    'Microsoft Graph User',
    {
      auth_id: 'id',
      tenant_id: 'token',
      enc_key: Buffer.alloc(32, 1).toString('base64'),
      self_deployed: 'false',
    },
    'cortex_app',
  ],
  [
    'the hosted application, by the names of the Teams form',
    'MicrosoftGraphTeams',
    {
      client_id: 'id',
      tenant_id: 'token',
      secret: Buffer.alloc(32, 1).toString('base64'),
      self_deployed: false,
    },
    'cortex_app',
  ],
  [
    'the identity of an Azure machine',
    'Microsoft Graph User',
    { use_managed_identities: 'true', managed_identities_client_id: { password: '', identifier: '' } },
    'managed_identity',
  ],
])('an instance of %s (%s) signs in as it did, whatever our form adds', (_, brand, params, flow) => {
  expect(parseSettings(imported(brand, params)).signIn.flow).toBe(flow);
});
