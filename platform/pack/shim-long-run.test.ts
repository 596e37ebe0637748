import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { closedAddress } from '../../test_data/closed-port.js';
import { sendTo } from '../../test_data/serve-bench.js';
import { hasPython, runShim, type ShimOutcome, type ShimScenario } from '../../test_data/stand-in.js';
import { packageText } from '../package-file.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(60_000);

let sandbox: Sandbox;
let shim: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  shim = await packageText('platform/pack/shim.py');
});
afterAll(() => sandbox.close());

let folder: string;
let runsFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-long-'));
  runsFile = join(folder, 'runs');
});
afterEach(() => rm(folder, { recursive: true }));

/** A run without an end that the server ends at its so-many-eth word on the instance's health. */
const scenario = (exitAt: number, more: Partial<ShimScenario> = {}): ShimScenario => ({
  shim,
  command: 'long-running-execution',
  params: { ...sandbox.params(), longRunning: true },
  context: { IntegrationInstance: 'prod' },
  pause: 0,
  exitIn: 'updateModuleHealth',
  exitAt,
  ...more,
});

/** A process in the place of ours. It writes its id into a file, and behaves as a test wants it. */
async function runWith(script: string, wish: ShimScenario): Promise<ShimOutcome> {
  const file = join(folder, 'child.cjs');
  const head = `
    const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
    const call = (command, args) => say({ type: 'executeCommand', command, args });
    require('node:fs').appendFileSync(${JSON.stringify(runsFile)}, process.pid + '\\n');`;
  await writeFile(file, `${head}\n${script}`);
  return runShim(wish, { MSGRAPH_SOAR_JS: file });
}
const runs = async (): Promise<number[]> => (await readFile(runsFile, 'utf8')).trim().split('\n').map(Number);

const onPython = hasPython ? describe : describe.skip;

onPython('a long-running instance under the shim', () => {
  test.each([
    ['ends', 'process.exitCode = 7; process.stdin.destroy();', /ended before .* \(exit code 7\)/],
    ['is killed', `process.kill(process.pid, 'SIGKILL');`, /exit code -9/],
    ['says that it is done', `say({ type: 'completed' });`, /has no end/],
    ['tells an exception', `say({ type: 'exception', args: { exception: ['one', 'two'] } });`, /^one\ntwo$/],
  ])('is started again after a process that %s, and shows why each time', async (_, script, problem) => {
    const outcome = await runWith(script, scenario(3));
    expect(outcome.calls).toEqual(
      Array.from({ length: 3 }, () => ['updateModuleHealth', expect.stringMatching(problem), true]),
    );
    expect(outcome.log).toContainEqual(['error', expect.stringMatching(problem)]);
    expect(outcome).toMatchObject({ results: [], raised: 'SystemExit 0' });
    expect(await runs()).toHaveLength(3);
  });

  test('is started again after a process that hangs, and the one that hangs is gone', async () => {
    const outcome = await runWith('setInterval(() => {}, 1000);', scenario(2, { silence: 0.5 }));
    expect(outcome.calls).toEqual([
      ['updateModuleHealth', expect.stringMatching(/no sign of life for 0\.5 seconds/), true],
      ['updateModuleHealth', expect.stringMatching(/no sign of life/), true],
    ]);
    const pids = await runs();
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('is left alone for as long as it gives signs of life', async () => {
    const script = `
      process.stdin.once('data', (line) => {
        const every = JSON.parse(line).heartbeat_interval * 1000;
        let beats = 0;
        setInterval(() => {
          call('heartbeat', { message: 'heartbeat' });
          beats += 1;
          if (beats === 6) call('updateModuleHealth', { err: '' });
        }, every);
      });`;
    const outcome = await runWith(script, scenario(1, { silence: 1.5 }));
    expect(outcome.calls).toEqual([['updateModuleHealth', '', false]]);
    expect(await runs()).toHaveLength(1);
  });

  test('has its calls carried to the server, and the answers back', async () => {
    const script = `
      const answers = [];
      let rest = '';
      process.stdin.on('data', (text) => {
        const lines = (rest + text).split('\\n');
        rest = lines.pop();
        for (const line of lines) {
          answers.push(JSON.parse(line));
          if (answers.length === 1) call('createIncidents', { incidents: [{ name: 'Zpráva' }, { name: 'Two' }] });
          if (answers.length === 2) call('addEntry', { id: '40', entry: '**Zpráva**', username: 'adele' });
          if (answers.length === 3) call('addEntry', { id: '0', entry: 'x' });
          if (answers.length === 4) call('updateModuleHealth', { err: JSON.stringify(answers.slice(1)) });
        }
      });`;
    const { calls } = await runWith(script, scenario(1));
    expect(calls.slice(0, 3)).toEqual([
      ['createIncidents', [{ name: 'Zpráva' }, { name: 'Two' }]],
      ['addEntry', '40', '**Zpráva**', 'adele', null, null],
      ['addEntry', '0', 'x', null, null, null],
    ]);
    expect(JSON.parse(String(calls[3]?.[1]))).toEqual([
      [
        { name: 'Zpráva', id: '40' },
        { name: 'Two', id: '41' },
      ],
      null,
      expect.stringMatching(/ERROR-fd5a7750.*There is no incident 0/),
    ]);
  });

  test('shows its health on a server that takes the text alone', async () => {
    const outcome = await runWith(`process.exit(1);`, scenario(1, { isOld: true }));
    expect(outcome.calls).toEqual([['updateModuleHealth', expect.stringContaining('exit code 1'), null]]);
  });

  test('shows what is missing in its parameters, and stays', async () => {
    const { calls, raised } = await runShim(scenario(1));
    expect(calls).toEqual([
      ['updateModuleHealth', expect.stringMatching(/longRunningPort .* is missing/), true],
    ]);
    expect(raised).toBe('SystemExit 0');
  });

  test('listens, and is healthy, with the executable as it is built', async () => {
    const port = Number(new URL(await closedAddress()).port);
    const params = {
      ...sandbox.params(),
      auth_type: 'user_auth_flow',
      redirect_uri: 'https://soar.contoso.example/oauth/soar',
      longRunningPort: `8443:${port}`,
    };
    const environment = { MSGRAPH_SOAR_LISTEN_HOST: '127.0.0.1' };
    const state = 's'.repeat(32);
    const pending = JSON.stringify({ state, verifier: 'v'.repeat(43), expiresOn: Date.now() + 600_000 });
    const outcome = runShim(
      scenario(2, { params, integrationContext: { msgraph_soar_login: pending } }),
      environment,
    );
    const page = await firstAnswer(`http://127.0.0.1:${port}`, `/?code=canary&state=${state}`);
    expect(page.text).toContain('The sign-in was refused');
    const { calls, context } = await outcome;
    expect(calls).toEqual([
      ['updateModuleHealth', '', false],
      ['updateModuleHealth', expect.stringMatching(/^A sign-in failed\. The sign-in was refused/), true],
    ]);
    expect(context).not.toHaveProperty('msgraph_soar_login');
  });
});

/** What is answered once somebody listens. */
async function firstAnswer(url: string, path: string): ReturnType<typeof sendTo> {
  for (;;) {
    try {
      return await sendTo(url, { path });
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
