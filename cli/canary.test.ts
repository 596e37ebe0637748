import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { manifest } from '../generated/manifest.js';
import { runExecutable } from '../test_data/executable.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../test_data/scripted-server.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(90_000);

/** Long enough to be found in any encoding that keeps letters, and in any half of a cut text. */
const SECRET = 'canaryclientsecret7f3aQ';
const TOKEN = 'canaryaccesstoken91bcZ';

const ADELE = 'adele@contoso.example';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-canary-'));
});
afterEach(() => rm(home, { recursive: true }));

async function filesUnder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join(
    '\n',
  );
}

/** The forms in which a secret could slip out. */
const formsOf = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('base64url'),
  Buffer.from(secret).toString('hex'),
];

function expectNowhere(text: string, ...secrets: readonly string[]): void {
  for (const form of secrets.flatMap(formsOf)) expect(text).not.toContain(form);
}

const granted: ScriptedAnswer = {
  status: 200,
  body: { token_type: 'Bearer', expires_in: 3599, access_token: TOKEN },
};

const answers: readonly (readonly [string, (url: string, count: number) => ScriptedAnswer])[] = [
  [
    'a success',
    (url) =>
      url.includes('/oauth2/') ? granted : { status: 200, body: { id: '1', userPrincipalName: ADELE } },
  ],
  [
    'a refused sign-in',
    () => ({
      status: 401,
      body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' },
    }),
  ],
  [
    'a sign-in host that is a web page',
    () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Log in</html>' }),
  ],
  [
    'a sign-in that breaks off once',
    (url, count) => (count === 1 ? 'reset' : url.includes('/oauth2/') ? granted : { status: 404, body: '' }),
  ],
  [
    'Graph’s 401',
    (url) =>
      url.includes('/oauth2/')
        ? granted
        : { status: 401, body: { error: { code: 'InvalidAuthenticationToken', message: 'No.' } } },
  ],
  [
    'Graph’s 403',
    (url) =>
      url.includes('/oauth2/')
        ? granted
        : { status: 403, body: { error: { code: 'Authorization_RequestDenied', message: 'No.' } } },
  ],
  [
    'a redirect',
    (url) =>
      url.includes('/oauth2/') ? granted : { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
  ],
  [
    'a Graph that is a web page',
    (url) =>
      url.includes('/oauth2/')
        ? granted
        : { status: 400, headers: { 'content-type': 'text/html' }, body: '<html>' },
  ],
];

const paramsFor = (server: ScriptedServer): Record<string, unknown> => ({
  azure_cloud: 'Custom',
  url: server.url,
  azure_ad_endpoint: server.url,
  tenant_id: 'contoso.example',
  auth_id: '11111111-2222-3333-4444-555555555555',
  self_deployed: true,
});

describe.each(answers)('with %s', (_what, answer) => {
  test.each([['enc_key'], ['secret'], ['creds_enc_key'], ['creds_enc_key as credentials']])(
    'the secret given as %s and the token show up in no entry, log, audit record or file',
    async (form) => {
      let count = 0;
      const server = await startScriptedServer(({ url }) => answer(url, (count += 1)));
      const secret = form.endsWith('credentials')
        ? { creds_enc_key: { password: SECRET } }
        : { [form]: SECRET };
      const params = { ...paramsFor(server), ...secret };
      const lines = [
        { id: 1, command: 'msgraph-user-get', args: { user: ADELE }, params },
        { id: 2, command: 'msgraph-user-account-disable', args: { user: ADELE, reason: 'test' }, params },
        { id: 3, command: 'msgraph-user-test', params },
        { id: 4, command: 'test-module', params },
      ].map((line) => `${JSON.stringify(line)}\n`);
      const { stdout, stderr, code } = await runExecutable(['exec', '--debug', '--concurrency', '4'], home, {
        input: lines.join(''),
      });
      await server.close();
      expect(code).toBe(0);
      // Without these the test could not fail: the secret was used, and there is a log to look through.
      expect(server.seen.some(({ body }) => body.includes(SECRET))).toBe(true);
      expect(stderr).toContain('http');
      // The integration context goes back to the caller on purpose, token included; everything else does not.
      const withoutContext = stdout
        .trim()
        .split('\n')
        .map((line) => {
          const { integrationContext: _kept, ...answered } = JSON.parse(line) as Record<string, unknown>;
          return JSON.stringify(answered);
        });
      expectNowhere([...withoutContext, stderr, await filesUnder(home)].join('\n'), SECRET, TOKEN);
      expectNowhere(stdout, SECRET);
    },
  );
});

describe('parameters that cannot work', () => {
  const secretFields = manifest.configuration.filter(({ type }) => type === 4 || type === 9 || type === 14);

  test.each(secretFields.map(({ name }) => [name]))(
    '%s is named by its fault and not shown',
    async (name) => {
      const params = { [name]: SECRET, self_deployed: 'perhaps', url: 'ftp://graph.contoso.example' };
      const input = `${JSON.stringify({ id: 1, command: 'msgraph-user-get', args: { user: ADELE }, params })}\n`;
      const { stdout, stderr } = await runExecutable(['exec', '--debug'], home, { input });
      expect(stdout).toContain('self_deployed');
      expectNowhere([stdout, stderr, await filesUnder(home)].join('\n'), SECRET);
    },
  );
});

test('an instance of our own keeps secret and token sealed', async () => {
  const server = await startScriptedServer(({ url }) =>
    url.includes('/oauth2/') ? granted : { status: 200, body: { value: [], id: '1' } },
  );
  const { url } = server;
  const environment = { CONTOSO_SECRET: SECRET };
  const added = await runExecutable(
    [
      ...['instance', 'add', 'contoso', 'azure_cloud=Custom', `url=${url}`, `azure_ad_endpoint=${url}`],
      ...['creds_tenant_id=contoso.example', 'creds_auth_id=11111111-2222-3333-4444-555555555555'],
      ...[`creds_enc_key=${SECRET}`, 'self_deployed=true'],
    ],
    home,
    { environment },
  );
  const used = await runExecutable(['--debug', '--instance', 'contoso', 'msgraph-user-test'], home, {
    environment,
  });
  await server.close();
  expect([added.code, used.code]).toEqual([0, 0]);
  const all = [added, used].flatMap(({ stdout, stderr }) => [stdout, stderr]);
  expectNowhere([...all, await filesUnder(home)].join('\n'), SECRET, TOKEN);
});
