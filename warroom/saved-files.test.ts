import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Execution } from '../integration/dispatcher/invocation.js';
import { fileEntry, noticeEntry } from '../integration/results/raw-entry.js';
import { saveFiles } from './saved-files.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const made = (name = 'TAPPolicyInfo.zip'): Execution => ({
  entries: [fileEntry(name, 'f1'), noticeEntry('n')],
  files: [{ id: 'f1', name, content: new TextEncoder().encode('sealed') }],
  target: { kind: 'tenant', instance: null, cloud: null, tenant: null },
  metrics: { requests: 0, retries: 0, durationMs: 0 },
});

test('a file is written for its owner only, and its entry says where', async () => {
  const { entries } = await saveFiles(made(), folder);
  const path = join(folder, 'TAPPolicyInfo.zip');
  expect(await readFile(path, 'utf8')).toBe('sealed');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(entries[0]).toMatchObject({ Type: 3, HumanReadable: `File saved: ${path}` });
  expect(entries[1]).toEqual(noticeEntry('n'));
});

test('a file that is there already is not overwritten', async () => {
  await writeFile(join(folder, 'TAPPolicyInfo.zip'), 'older');
  const { entries } = await saveFiles(made(), folder);
  expect(await readFile(join(folder, 'TAPPolicyInfo.zip'), 'utf8')).toBe('older');
  expect(entries[0]?.HumanReadable).toContain('TAPPolicyInfo-2.zip');
});

test('a name cannot lead out of the folder', async () => {
  const { entries } = await saveFiles(made('/etc/passwd.zip'), folder);
  expect(entries[0]?.HumanReadable).toBe(`File saved: ${join(folder, 'passwd.zip')}`);
});

test('a file that cannot be kept is an error, because its content is lost', async () => {
  const { entries } = await saveFiles(made(), join(folder, 'nowhere'));
  expect(entries[0]).toMatchObject({ Type: 4 });
  expect(entries[0]?.Contents).toContain('is lost');
});
