import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createFileTrail } from '../integration/audit/file-trail.js';
import { sampleIntent, sampleOutcome } from '../integration/audit/sample-effect.js';
import { systemClock } from '../integration/clock.js';
import { runExecutable } from '../test_data/executable.js';
import audit from './audit.js';

let home: string;
let file: string;
let printed: string;
const environment = { ...process.env };

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'audit-command-'));
  file = join(home, 'audit.jsonl');
  process.env['MSGRAPH_SOAR_HOME'] = home;
  delete process.env['MSGRAPH_SOAR_AUDIT'];
  printed = '';
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  }
});

afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  await rm(home, { recursive: true, force: true });
});

async function recordEffect(id: string): Promise<void> {
  const trail = createFileTrail(file, systemClock);
  await trail.before(sampleIntent(id));
  await trail.after(sampleOutcome(id));
}

test('a trail as it was written passes, and what is unfinished is said', async () => {
  await recordEffect('e1');
  await createFileTrail(file, systemClock).before(sampleIntent('e2'));
  expect(await audit(['verify'])).toBe(0);
  expect(printed).toContain(`${file}: records 3, problems 0, unfinished effects 1.`);
  expect(printed).toContain('line 3: Unfinished');
});

test('a problem is printed with its line, and fails', async () => {
  await recordEffect('e1');
  await appendFile(file, 'something else\n');
  expect(await audit(['verify', file])).toBe(1);
  expect(printed).toContain('The chain does not hold.');
  expect(printed).toContain('line 3: This is not a whole record');
});

test('the file that MSGRAPH_SOAR_AUDIT names is the one that is checked', async () => {
  process.env['MSGRAPH_SOAR_AUDIT'] = join(home, 'elsewhere.jsonl');
  file = join(home, 'elsewhere.jsonl');
  await recordEffect('e1');
  expect(await audit(['verify'])).toBe(0);
  expect(printed).toContain(`${file}: records 2,`);
});

test('a file that is not there fails, and is named', async () => {
  const { code, stderr } = await runExecutable(['audit', 'verify'], home);
  expect(code).toBe(1);
  expect(stderr).toContain(file);
  expect(stderr).toContain('Name the file: msgraph-soar audit verify FILE.');
});

test.each([[[]], [['check']], [['verify', 'one', 'two']], [['verify', '--all']]])(
  '%j is answered by how it is used',
  async (args) => {
    expect(await audit(args)).toBe(2);
    expect(printed).not.toBe('');
  },
);
