import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { packFiles } from '../platform/pack/pack-files.js';
import { runExecutable } from '../test_data/executable.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(60_000);

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-pack-'));
});
afterEach(() => rm(home, { recursive: true }));

test.each([
  ['under our own name', [], false],
  ['under the known names', ['--brands'], true],
] as const)('the built executable writes the pack %s', async (_which, options, asKnownBrands) => {
  const out = join(home, 'pack');
  const { code, stdout } = await runExecutable(['pack', '--out', out, ...options], home);
  expect(code).toBe(0);
  expect(stdout).toMatch(/files of the content pack are in .*pack\. It runs in the image msgraph-soar:/);
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const written = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
  const wanted = await packFiles(asKnownBrands);
  expect(written.sort()).toEqual([...wanted.keys()].sort());
  for (const [path, content] of wanted)
    expect((await readFile(join(out, path))).equals(Buffer.from(content))).toBe(true);

  const checked = await runExecutable(['playbook', 'check', out], home);
  expect(checked.stdout).toMatch(/[12] playbooks: 0 faults/);
  expect(checked.code).toBe(0);
});

test('playbook check tells faults by its exit code', async () => {
  const folder = fileURLToPath(new URL('../test_data/playbooks', import.meta.url));
  const { code, stdout } = await runExecutable(['playbook', 'check', folder], home);
  expect(code).toBe(1);
  expect(stdout).toContain('FAULT   propertis is no argument of msgraph-user-get');
});

test.each([[['playbook']], [['playbook', 'run', '.']], [['playbook', 'check']]])(
  '%j is a mistake that names the usage',
  async (args) => {
    expect(await runExecutable(args, home)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('playbook check DIR'),
    });
  },
);

test('a folder that is not there is told without a stack', async () => {
  const { code, stderr } = await runExecutable(['playbook', 'check', join(home, 'none')], home);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The folder .*none cannot be read\.\nName a folder with playbooks\.\n$/);
});
