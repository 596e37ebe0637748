import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { makeHome } from '../platform/instances/sample-home.js';
import { stateFile } from '../platform/instances/state-file.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { runExecutable } from '../test_data/executable.js';

// Each test starts the executable several times, on a machine that may be busy.
jest.setTimeout(60_000);

let sandbox: Sandbox;
let home: string;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  home = await makeHome();
  const words = Object.entries(sandbox.params()).map(([name, value]) => `${name}=${value}`);
  expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
  expect((await run('!msgraph-user-test')).code).toBe(0);
});
afterEach(() => rm(home, { recursive: true }));

const run = (command: string, environment = {}) =>
  runExecutable(['--instance', 'own', command], home, { environment });
const file = () => stateFile(home, 'own');

describe.each(['!msgraph-user-auth-reset', '!msgraph-teams-auth-reset'])('%s', (reset) => {
  test.each<[string, (sealed: string) => string | Buffer]>([
    ['is cut off', (sealed) => sealed.slice(0, sealed.length / 2)],
    ['is empty', () => ''],
    ['is something else', () => Buffer.from([0xff, 0x00, 0xfe, 0x80])],
  ])('works where the state file with its copy %s, and the next command signs in', async (_, spoil) => {
    const spoiled = spoil(await readFile(file(), 'utf8'));
    for (const name of [file(), `${file()}.copy`]) await writeFile(name, spoiled);
    const { code, stdout } = await run(reset);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('Authorization was reset successfully.'),
    });
    expect((await run('!msgraph-user-test')).code).toBe(0);
  });

  test('says clearly that the key is another one, and leaves the file alone', async () => {
    const sealed = await readFile(file(), 'utf8');
    await writeFile(join(home, 'key'), Buffer.alloc(32, 1).toString('base64'));
    const { code, stdout, stderr } = await run(reset);
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/was sealed with another key\.\nBring the key of that time back/);
    expect(await readFile(file(), 'utf8')).toBe(sealed);
  });
});
