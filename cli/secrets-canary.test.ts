import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { commandMetadata } from '../generated/commands.js';
import { manifest } from '../generated/manifest.js';
import { type CommandName } from '../integration/command.js';
import { isJsonObject, type JsonObject, parseJson } from '../integration/json.js';
import { runExecutable } from '../test_data/executable.js';
import { type ScriptedAnswer, type SeenRequest, startScriptedServer } from '../test_data/scripted-server.js';
import { openWinZipAes } from '../test_data/winzip-aes.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseLine } from '../warroom/line/parse.js';

// Each test starts a process, and the whole suite keeps all cores busy.
jest.setTimeout(90_000);

/** Each with characters that JSON, pages and addresses write in another way, and letters to be found in any of them. */
const PASSWORD = 'Canary"word<7&3aQ x';
const SHOWN_PASSWORD = 'Canaryshown7;3bR=y';
const ZIP_PASSWORD = 'Canaryzip"5c&S z';
const PASS = 'Canarypass#9d\\T';

/** A part of each secret that every way of writing it keeps. */
const KEPT = ['Canary', 'word<7', 'shown7', 'zip"5c', 'pass#9'];

const USER = '11111111-2222-3333-4444-555555555555';
const POLICY_FILE = /authenticationMethodConfigurations/;

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

type Answer = (request: SeenRequest, url: string) => ScriptedAnswer;

const refusal = (status: number, message: string): ScriptedAnswer => ({
  status,
  body: { error: { code: 'badRequest', message, innerError: { message: `Sent: ${message}` } } },
});

/** What Graph answers to each change; reads succeed. */
const answers: readonly (readonly [string, Answer])[] = [
  [
    'a success',
    ({ url }, origin) =>
      url.includes('resetPassword')
        ? {
            status: 202,
            headers: { location: `${origin}/v1.0/users/${USER}/authentication/operations/7` },
            body: {},
          }
        : url.includes('PassMethods')
          ? { status: 201, body: { id: '7', temporaryAccessPass: PASS, isUsable: true } }
          : { status: 204 },
  ],
  ['a refusal that repeats the request', ({ body }) => refusal(400, body)],
  [
    'a refusal that repeats the request inside a page',
    ({ body }) => ({ status: 400, body: `<p>${body}</p>` }),
  ],
  ['a refusal of the caller', ({ body }) => refusal(403, body)],
  ['somebody who is not there', ({ body }) => refusal(404, body)],
  ['a fault that repeats the request', ({ body }) => refusal(500, body)],
  ['a broken connection', () => 'reset'],
  [
    'an answer that was cut off behind the pass',
    () => ({ status: 201, body: `{"id":"7","temporaryAccessPass":${JSON.stringify(PASS)},"isU` }),
  ],
  ['a pass without a code', () => ({ status: 201, body: { id: '7', note: PASS } })],
];

function script(answer: Answer, origin: () => string) {
  return (request: SeenRequest): ScriptedAnswer => {
    const { method, url } = request;
    if (url.includes('/oauth2/')) {
      return {
        status: 200,
        body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c', refresh_token: 'd' },
      };
    }
    if (method === 'POST' || method === 'PATCH') return answer(request, origin());
    if (POLICY_FILE.test(url)) return { status: 200, body: { state: 'enabled' } };
    if (url.includes('PassMethods')) return { status: 200, body: { value: [] } };
    if (url.includes('operations')) {
      return { status: 200, body: { status: 'failed', statusDetail: 'PasswordDoesnotComplyFuzzyPolicy' } };
    }
    return { status: 200, body: { id: USER, userPrincipalName: 'adele@contoso.example' } };
  };
}

const user = 'adele@contoso.example';
const lines = [
  { command: 'msgraph-user-change-password', args: { user, password: PASSWORD, reason: 'test' } },
  {
    command: 'msgraph-user-change-password',
    args: { user, password: 'generate', zip_password: ZIP_PASSWORD },
  },
  { command: 'msgraph-user-change-password', args: { user, password: PASSWORD, zip_password: ZIP_PASSWORD } },
  { command: 'msgraph-user-change-password-on-premise', args: { user, password: PASSWORD } },
  {
    command: 'msgraph-user-change-password-on-premise',
    args: { user, nonsensitive_password: SHOWN_PASSWORD },
  },
  {
    command: 'msgraph-user-change-password-on-premise',
    args: { user, password: PASSWORD, nonsensitive_password: SHOWN_PASSWORD },
  },
  {
    command: 'msgraph-user-change-password-on-premise',
    args: { user, password: 'generate', zip_password: ZIP_PASSWORD, wait: 'false' },
  },
  { command: 'msgraph-user-tap-policy-create', args: { user_id: user, zip_password: ZIP_PASSWORD } },
  {
    command: 'msgraph-user-tap-policy-create',
    args: { user_id: user, zip_password: ZIP_PASSWORD, lifetime_in_minutes: '1' },
  },
  {
    command: 'msgraph-user-change-password',
    args: { user, password: PASSWORD.repeat(20), zip_password: 'Canary' },
  },
];

/** Every secret argument that the manifest knows, a new one too, in a command that works without it. */
const everySecretArgument = (manifest.script.commands ?? []).flatMap((declaration) =>
  (declaration.arguments ?? [])
    .filter(({ secret }) => secret)
    .map(({ name }) => {
      const { examples } = commandMetadata[declaration.name as CommandName];
      const given = lineArguments(parseLine(examples[0] ?? ''), declaration);
      return { command: declaration.name, args: { ...given, [name]: `Canary"${name}<8&x Y` } };
    }),
);

test('every secret argument takes part', () => {
  const inYaml = readFileSync(new URL('../integration.yml', import.meta.url), 'utf8').match(
    /^ +secret: true$/gm,
  );
  expect(everySecretArgument.length).toBeGreaterThan(0);
  expect(everySecretArgument).toHaveLength(inYaml?.length ?? 0);
});

test.each(answers)(
  'with %s no password, pass or zip password shows up in an entry, the log, the audit trail or a file',
  async (what, answer) => {
    let url = '';
    const server = await startScriptedServer(script(answer, () => url));
    url = server.url;
    const params = {
      azure_cloud: 'Custom',
      url,
      azure_ad_endpoint: url,
      tenant_id: 'contoso.example',
      auth_id: USER,
      enc_key: 'secret',
      self_deployed: true,
      auth_type: 'user_auth_flow',
      redirect_uri: 'https://soar.contoso.example/oauth',
      auth_code: 'refresh_token:d',
    };
    const all = [...lines, ...everySecretArgument];
    const input = all.map((line, id) => `${JSON.stringify({ id, ...line, params })}\n`).join('');
    const { stdout, stderr, code } = await runExecutable(['exec', '--debug'], home, { input });
    await server.close();
    expect(code).toBe(0);

    const replies = stdout
      .trim()
      .split('\n')
      .map((line) => parseJson(line))
      .filter(isJsonObject);
    expect(replies).toHaveLength(all.length);
    const sent = server.seen.map(({ body }) => body).join('\n');
    const trail = await filesUnder(home);
    // Without these the test could not fail: the secrets were used, and there are a log and a trail to look through.
    for (const secret of [PASSWORD, SHOWN_PASSWORD])
      expect(sent).toContain(JSON.stringify(secret).slice(1, -1));
    expect(stderr).toContain('http');
    expect(trail).toContain('msgraph-user-change-password-on-premise');

    const secrets = [...KEPT, ...replies.filter(({ id }) => Number(id) < lines.length).flatMap(sealedIn)];
    if (what === 'a success') expect(secrets).toContain(PASS);
    const shown = [stdout, stderr, trail].join('\n');
    for (const secret of secrets) expect(shown).not.toContain(secret);
    for (const secret of [PASSWORD, SHOWN_PASSWORD, ZIP_PASSWORD, PASS]) {
      for (const encoding of ['base64', 'base64url', 'hex'] as const) {
        expect(shown).not.toContain(Buffer.from(secret).toString(encoding));
      }
    }
  },
);

/** What the files of a reply hold; none of it may stand anywhere else. */
function sealedIn({ files }: JsonObject): readonly string[] {
  const found: readonly unknown[] = Array.isArray(files) ? files : [];
  return found.filter(isJsonObject).map(({ content }) => {
    const bytes = Buffer.from(typeof content === 'string' ? content : '', 'base64');
    return openWinZipAes(bytes, ZIP_PASSWORD).text;
  });
}
