import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { parseJson } from '../integration/json.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { objectOf, objectsOf } from '../test_data/command-bench.js';
import { runExecutable } from '../test_data/executable.js';
import { signedInInstance } from '../test_data/signed-in-instance.js';
import { openWinZipAes } from '../test_data/winzip-aes.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(60_000);

const ADELE = 'adele@contoso.example';
const ZIP_PASSWORD = 'open sesame 7';
const TAP = 'msgraph-user-tap-policy-create';
const RESET = 'msgraph-user-change-password-on-premise';

let sandbox: Sandbox;
let home: string;
let folder: string;
beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.switches.passwordResetSeconds = 0;
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-home-'));
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-folder-'));
});
afterEach(async () => {
  await sandbox.close();
  await Promise.all([home, folder].map((path) => rm(path, { recursive: true })));
});

/** Answers one JSON request through the executable. */
async function exec(request: object) {
  const { stdout } = await runExecutable(['exec'], home, { input: `${JSON.stringify(request)}\n` });
  return objectOf(parseJson(stdout));
}

/** Adds an instance that acts for the administrator. */
async function addInstance(): Promise<void> {
  const { params } = await signedInInstance(sandbox);
  const words = Object.entries(params).map(([name, value]) => `${name}=${String(value)}`);
  expect(await runExecutable(['instance', 'add', 'prod', ...words], home)).toMatchObject({ code: 0 });
}

test('a pass made in a shell lies in a file for its owner only, and a second one beside it', async () => {
  await addInstance();
  const create = () =>
    runExecutable(['--instance', 'prod', TAP, `user_id=${ADELE}`, 'zip_password=${env:ZIP_PASSWORD}'], home, {
      environment: { ZIP_PASSWORD },
      folder,
    });
  const first = await create();
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain(`for user: ${ADELE} was successfully created.`);
  expect(first.stdout).toContain(join(folder, 'TAPPolicyInfo.zip'));
  await create();
  expect((await readdir(folder)).toSorted()).toEqual(['TAPPolicyInfo-2.zip', 'TAPPolicyInfo.zip']);
  const { mode } = await stat(join(folder, 'TAPPolicyInfo.zip'));
  expect(mode & 0o777).toBe(0o600);
  const { name, text } = openWinZipAes(await readFile(join(folder, 'TAPPolicyInfo.zip')), ZIP_PASSWORD);
  expect(name).toBe('TAPPolicyPass.txt');
  expect(first.stdout).not.toContain(text);
});

test('a pass made by a JSON line comes beside the entries, named by its entry', async () => {
  const { results, files } = await exec({
    id: 1,
    command: TAP,
    args: { user_id: ADELE, zip_password: ZIP_PASSWORD },
    params: sandbox.params(),
  });
  const [entry] = objectsOf(results);
  const [file] = objectsOf(files);
  expect(entry).toMatchObject({ Type: 3, File: 'TAPPolicyInfo.zip', FileID: file?.['id'] });
  const content = Buffer.from(String(file?.['content']), 'base64');
  expect(openWinZipAes(content, ZIP_PASSWORD).text).toMatch(/^\S{8}$/);
});

test('a reset asked for by a JSON line is followed by the line that it schedules', async () => {
  const { params } = await signedInInstance(sandbox);
  const first = await exec({
    id: 1,
    command: RESET,
    args: { user: ADELE, password: 'Tr4vel-Kettle' },
    params,
  });
  const [scheduled] = objectsOf(first['results']);
  expect(scheduled).toMatchObject({ PollingCommand: RESET, NextRun: '10' });
  expect(JSON.stringify(first)).not.toContain('Tr4vel-Kettle');
  const { integrationContext } = first;
  const command = scheduled?.['PollingCommand'];
  const second = await exec({ id: 2, command, args: scheduled?.['PollingArgs'], params, integrationContext });
  expect(objectsOf(second['results'])[0]).toMatchObject({
    HumanReadable: `Password reset **succeeded** for user **${ADELE}**.`,
  });
});

/** Lets ten seconds of the executable pass in a hundredth of one. */
const hurry = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(
    "import timers from 'node:timers/promises'; import { syncBuiltinESMExports } from 'node:module'; const wait = timers.setTimeout; timers.setTimeout = (time, ...rest) => wait(time / 1000, ...rest); syncBuiltinESMExports();",
  )}`,
};

test('a reset asked for in a shell is waited for', async () => {
  await addInstance();
  const { code, stdout, stderr } = await runExecutable(
    ['--instance', 'prod', RESET, `user=${ADELE}`, 'password=${env:NEW_PASSWORD}'],
    home,
    { environment: { ...hurry, NEW_PASSWORD: 'Tr4vel-Kettle' }, folder },
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/Password reset (\*\*)?succeeded/);
  expect(stdout + stderr).not.toContain('Tr4vel-Kettle');
  expect(sandbox.log.filter(({ path }) => path.endsWith('/resetPassword'))).toHaveLength(1);
});
