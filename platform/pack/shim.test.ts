import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { commandMetadata } from '../../generated/commands.js';
import { declarations } from '../../integration/dispatcher/declarations.js';
import { type JsonObject } from '../../integration/json.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { hasPython, runShim, type ShimOutcome } from '../../test_data/stand-in.js';
import { lineArguments } from '../../warroom/line/arguments.js';
import { parseLine } from '../../warroom/line/parse.js';
import { packageText } from '../package-file.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(60_000);

let sandbox: Sandbox;
let folder: string;
let shim: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-children-'));
  shim = await packageText('platform/pack/shim.py');
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const context = {
  Inv: { id: '17' },
  IntegrationInstance: 'prod',
  IntegrationBrand: 'Microsoft Graph User',
  IsDebug: false,
};
const get = (user: string) => ({
  shim,
  command: 'msgraph-user-get',
  args: { user },
  params: sandbox.params(),
  context,
});

const onPython = hasPython ? describe : describe.skip;
const testOnPython = hasPython ? test : test.skip;

onPython('on a server', () => {
  const metadata: Readonly<Record<string, { readonly examples: readonly string[] }>> = commandMetadata;

  test.each(declarations.map((declaration) => [declaration.name, declaration] as const))(
    '%s answers',
    async (command, declaration) => {
      const args = lineArguments(parseLine(metadata[command]?.examples[0] ?? command), declaration);
      const params = { ...sandbox.params(), redirect_uri: 'https://soar.contoso.example/oauth/soar' };
      const { results, raised, log } = await runShim({ shim, command, args, params, context });
      expect(raised).toBeNull();
      expect(results.length).toBeGreaterThan(0);
      // An example may be about something that is not there; that the process did its work shows in the words.
      for (const { Contents } of results)
        expect(String(Contents)).not.toMatch(/msgraph-soar (ended|gave)|Failed to execute/);
      expect(log.filter(([level]) => level === 'error')).toEqual([]);
    },
  );

  test('entries arrive as the dispatcher made them, with every kind of character', async () => {
    const { results } = await runShim(get('tomas@contoso.example'));
    expect(results[0]).toMatchObject({
      Type: 1,
      HumanReadable: expect.stringContaining('Tomáš Dvořák'),
      EntryContext: { 'MSGraphUser(val.ID && val.ID == obj.ID)': { DisplayName: 'Tomáš Dvořák' } },
    });
    expect(results.at(-1)).toMatchObject({ Type: 19 });
  });

  test('the Test button answers ok', async () => {
    const { results } = await runShim({ ...get(''), command: 'test-module', args: {} });
    expect(results).toMatchObject([{ Contents: 'ok' }]);
  });

  test('the token is kept by the server, through three refused writes, and used again', async () => {
    const before = sandbox.log.length;
    const signIns = () => sandbox.log.slice(before).filter(({ path }) => path.includes('/oauth2/')).length;
    const first = await runShim({ ...get('adele@contoso.example'), conflicts: 3 });
    expect(first.results[0]).toMatchObject({ Type: 1 });
    const second = await runShim({ ...get('adele@contoso.example'), integrationContext: first.context });
    expect(second.results[0]).toMatchObject({ Type: 1 });
    expect(signIns()).toBe(1);
  });

  test('remarks go to the log of the server', async () => {
    const params = { ...sandbox.params(), insecure: true };
    const { log } = await runShim({ ...get('adele@contoso.example'), params });
    expect(log).toContainEqual(['info', expect.stringMatching(/insecure is on/)]);
  });

  test('debugging sends each request to the log of the server, secrets masked', async () => {
    const { log } = await runShim({
      ...get('adele@contoso.example'),
      context: { ...context, IsDebug: true },
    });
    const debug = JSON.stringify(log.filter(([level]) => level === 'debug'));
    expect(debug).toContain('http answer');
    expect(debug).not.toContain(String(sandbox.params()['creds_enc_key']));
  });

  test('fetch-incidents fails as an exception, which the server shows on the instance', async () => {
    const { results, raised } = await runShim({ ...get(''), command: 'fetch-incidents', args: {} });
    expect(results).toEqual([]);
    expect(raised).toMatch(/^RuntimeError: There is no command "fetch-incidents"/);
  });
});

/** A process in the place of ours that behaves as a test wants it. */
async function child(script: string): Promise<Record<string, string>> {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.cjs`);
  const say = `const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');`;
  await writeFile(file, `${say}\n${script}`);
  return { MSGRAPH_SOAR_JS: file };
}

const failed = (text: RegExp): JsonObject[] => [
  { Type: 4, ContentsFormat: 'text', Contents: expect.stringMatching(text) },
];
const settled = ({ results, raised }: ShimOutcome): unknown => ({ results, raised });

onPython('a process that does not do its work', () => {
  test('ends: an error entry with its exit code, and its last words for the log', async () => {
    const script = `process.stderr.write('out of memory\\n'); process.exitCode = 7; process.stdin.destroy();`;
    const outcome = await runShim(get('adele@contoso.example'), await child(script));
    expect(settled(outcome)).toEqual({
      results: failed(/ended before the command was done \(exit code 7\)/),
      raised: null,
    });
    expect(outcome.log).toContainEqual(['debug', expect.stringContaining('out of memory')]);
  });

  test('is killed: an error entry with the signal', async () => {
    const outcome = await runShim(
      get('adele@contoso.example'),
      await child(`process.kill(process.pid, 'SIGKILL');`),
    );
    expect(settled(outcome)).toEqual({ results: failed(/exit code -9/), raised: null });
  });

  test('tells an exception: its lines are the error entry', async () => {
    const script = `say({ type: 'exception', args: { exception: ['one', 'two'] } }); say({ type: 'completed' });`;
    expect(settled(await runShim(get('a@contoso.example'), await child(script)))).toEqual({
      results: failed(/^one\ntwo$/),
      raised: null,
    });
  });

  test('is silent: it is ended after the limit, and the error entry says so', async () => {
    const outcome = await runShim(
      { ...get('a@contoso.example'), silence: 0.3 },
      await child('setInterval(() => {}, 1000);'),
    );
    expect(settled(outcome)).toEqual({ results: failed(/no sign of life for 0\.3 seconds/), raised: null });
  });

  test('takes long but gives signs of life: it is left alone', async () => {
    const script = `
      process.stdin.once('data', (line) => {
        const every = JSON.parse(line).heartbeat_interval * 1000;
        let beats = 0;
        const timer = setInterval(() => {
          say({ type: 'executeCommand', command: 'heartbeat', args: { message: 'heartbeat' } });
          beats += 1;
          if (beats < 4) return;
          clearInterval(timer);
          say({ type: 'result', results: [{ Type: 1, ContentsFormat: 'text', Contents: 'late' }] });
          say({ type: 'completed' });
        }, every);
      });`;
    const outcome = await runShim({ ...get('a@contoso.example'), silence: 2 }, await child(script));
    expect(outcome.results).toMatchObject([{ Contents: 'late' }]);
  });

  test('writes garbage: what is no message is passed over', async () => {
    const script = `
      process.stdout.write(Buffer.from([0xff, 0xfe, 0x0a]));
      process.stdout.write('plain text\\n[1,2]\\n');
      say({ type: 'result', results: [{ Type: 1, ContentsFormat: 'text', Contents: 'ok' }] });
      say({ type: 'completed' });`;
    expect((await runShim(get('a@contoso.example'), await child(script))).results).toMatchObject([
      { Contents: 'ok' },
    ]);
  });

  test('asks for something unknown: it is told so with the error marker', async () => {
    const script = `
      say({ type: 'executeCommand', command: 'closeInvestigation', args: {} });
      process.stdin.on('data', (text) => {
        const answer = String(text).split('\\n').find((line) => line.includes('ERROR-fd5a7750'));
        if (!answer) return;
        say({ type: 'result', results: [{ Type: 1, ContentsFormat: 'text', Contents: answer }] });
        say({ type: 'completed' });
      });`;
    expect((await runShim(get('a@contoso.example'), await child(script))).results).toMatchObject([
      { Contents: expect.stringMatching(/ERROR-fd5a7750.*executeCommand closeInvestigation is not known/) },
    ]);
  });

  test('writes to the entry log: the server logs it', async () => {
    const script = `say({ type: 'entryLog', args: { message: 'stray' } }); say({ type: 'completed' });`;
    expect((await runShim(get('a@contoso.example'), await child(script))).log).toContainEqual([
      'info',
      'stray',
    ]);
  });

  test('cannot be started without Node.js: an error entry says what the image lacks', async () => {
    const bin = join(folder, 'bin');
    await mkdir(bin);
    const { stdout } = await promisify(execFile)('/usr/bin/env', [
      'python3',
      '-c',
      'import sys; print(sys.executable)',
    ]);
    await symlink(stdout.trim(), join(bin, 'python3'));
    expect(settled(await runShim(get('a@contoso.example'), { PATH: bin }))).toEqual({
      results: failed(/Node\.js could not be started/),
      raised: null,
    });
  });
});

testOnPython.each([['results'], ['getIntegrationContextVersioned']])(
  'a server that ends the script in %s ends the process too, and sees its own exit',
  async (exitIn) => {
    const { raised } = await runShim({ ...get('adele@contoso.example'), exitIn });
    expect(raised).toBe('SystemExit 0');
  },
);

testOnPython('no process is left behind by a script that the server ended', async () => {
  const pidFile = join(folder, 'pid');
  const script = `
    require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
    say({ type: 'result', results: [] });
    setInterval(() => {}, 1000);`;
  await runShim({ ...get('a@contoso.example'), exitIn: 'results' }, await child(script));
  const pid = Number(await readFile(pidFile, 'utf8'));
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

testOnPython.each<[string, Record<string, string>]>([
  ['msgraph-user-change-password', { user: 'temp42@contoso.example', password: 'generate' }],
  ['msgraph-user-tap-policy-create', { user_id: 'temp42@contoso.example' }],
])('the file that %s makes lies where the server collects it, sealed', async (command, given) => {
  // The examples above leave nobody as they were.
  const fresh = await startSandbox();
  const args = { ...given, zip_password: 'open sesame 7' };
  const stored: [string, Buffer][] = [];
  const outcome = await runShim(
    { shim, command, args, params: fresh.params(), context },
    {},
    async (working) => {
      for (const name of await readdir(working))
        if (name.startsWith('17_')) stored.push([name, await readFile(join(working, name))]);
    },
  );
  await fresh.close();
  const entries = outcome.results.filter(({ File }) => typeof File === 'string');
  expect(entries).toHaveLength(1);
  expect(stored.map(([name]) => name)).toEqual([`17_${String(entries[0]?.['FileID'])}`]);
  expect(stored[0]?.[1].subarray(0, 2).toString()).toBe('PK');
});

testOnPython('files of the process lie in the working directory of the script', async () => {
  const script = `
    process.stdin.once('data', (line) => {
      require('node:fs').writeFileSync(JSON.parse(line).context.Inv.id + '_b0a7', 'bytes');
      say({ type: 'completed' });
    });`;
  let found = '';
  await runShim(get('a@contoso.example'), await child(script), async (working) => {
    found = await readFile(join(working, '17_b0a7'), 'utf8');
  });
  expect(found).toBe('bytes');
});

testOnPython('certificates and time limits of the container reach the process in its own words', async () => {
  const names = ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS', 'REQUESTS_TIMEOUT', 'HTTPS_PROXY'];
  const script = `
    const seen = Object.fromEntries(${JSON.stringify(names)}.map((name) => [name, process.env[name]]));
    say({ type: 'result', results: [{ Type: 1, ContentsFormat: 'json', Contents: seen }] });
    say({ type: 'completed' });`;
  const certificates = new URL('../../test_data/tls/ca.pem', import.meta.url).pathname;
  const outcome = await runShim(get('a@contoso.example'), {
    ...(await child(script)),
    REQUESTS_CA_BUNDLE: certificates,
    REQUESTS_TIMEOUT: '60',
    'REQUESTS_TIMEOUT.Microsoft Graph User': '240',
    HTTPS_PROXY: 'http://proxy.contoso.example:3128',
  });
  expect(outcome.results).toMatchObject([
    {
      Contents: {
        SSL_CERT_FILE: certificates,
        NODE_EXTRA_CA_CERTS: certificates,
        REQUESTS_TIMEOUT: '240',
        HTTPS_PROXY: 'http://proxy.contoso.example:3128',
      },
    },
  ]);
});
