import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registry } from '../../commands/index.js';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { isJsonObject, type JsonObject } from '../../integration/json.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { entriesIn, keptContext, type KeptContext, playServer } from '../../test_data/played-server.js';
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
  });
  const context = { Inv: { id: '17' }, IntegrationBrand: brand, IntegrationInstance: 'old one' };
  const said = await playServer({ input, output }, kept).run({ command, args, params, context });
  input.end();
  await done;
  return entriesIn(said);
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

test.each(FORMS)('an exported instance of an application works at once: %s', async (name) => {
  const { brand, test: command, params = {} } = exported()[name] ?? { brand: '', test: '' };
  const validUntil = Math.floor(Date.now() / 1000) + 3000;
  const theirs = { access_token: 'their-token', valid_until: validUntil, current_refresh_token: '' };
  const kept = keptContext(theirs);
  const entries = await run(brand, command, params, kept);
  expect(entries[0]).toMatchObject({ Type: 1, HumanReadable: expect.stringMatching(/Success/) });
  // What they keep is left as it was, for going back.
  expect(kept.value).toMatchObject(theirs);
});

test.each(FORMS)('a signed-in user goes on without signing in again, and can go back: %s', async (name) => {
  const { brand, test: command, params = {} } = exported()[name] ?? { brand: '', test: '' };
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
