import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { systemClock } from '../clock.js';
import { createFileTrail } from './file-trail.js';
import { FIRST_PREVIOUS, sealRecord } from './record.js';
import { printableJson } from '../printable-json.js';
import { sampleIntent, sampleOutcome } from './sample-effect.js';
import { verifyTrail } from './verify.js';

let folder: string;
let file: string;

/** Six lines: three effects, one after another. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  file = join(folder, 'audit.jsonl');
  const trail = createFileTrail(file, systemClock);
  for (const id of ['e1', 'e2', 'e3']) {
    await trail.before(sampleIntent(id));
    await trail.after(sampleOutcome(id));
  }
});

afterEach(() => rm(folder, { recursive: true, force: true }));

type Lines = readonly string[];

async function rewrite(change: (lines: Lines) => Lines): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  await writeFile(
    file,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

test('a trail nobody touched holds', async () => {
  expect(await verifyTrail(file)).toEqual({ records: 6, problems: [], unfinished: [] });
});

test('an empty trail holds', async () => {
  await writeFile(file, '');
  expect(await verifyTrail(file)).toEqual({ records: 0, problems: [], unfinished: [] });
});

const forged = sealRecord(printableJson({ phase: 'before', id: 'e9' }), FIRST_PREVIOUS).line;

test.each<[string, (lines: Lines) => Lines, number[], RegExp]>([
  ['a changed value', (l) => l.with(1, (l[1] ?? '').replace('"done"', '"failed"')), [2], /was changed/],
  [
    'a space that changes no value',
    (l) => l.with(2, (l[2] ?? '').replace('":"', '": "')),
    [3, 4],
    /was changed/,
  ],
  [
    'a changed value in the last line',
    (l) => l.with(5, (l[5] ?? '').replace('204', '200')),
    [6],
    /was changed/,
  ],
  ['a removed effect', (l) => l.toSpliced(2, 2), [3], /does not follow/],
  ['a missing beginning', (l) => l.slice(2), [1], /does not follow/],
  ['a line put in between', (l) => l.toSpliced(2, 0, forged), [3, 4], /does not follow/],
  [
    'two lines that changed places',
    (l) => [l[0], l[1], l[4], l[3], l[2], l[5]].map(String),
    [3, 4, 5, 6],
    /does not follow/,
  ],
  ['half a line', (l) => l.with(3, (l[3] ?? '').slice(0, 50)), [4, 5], /not a whole record/],
  ['a line that is something else', (l) => l.toSpliced(2, 0, 'hello'), [3], /not a whole record/],
  ['an empty line', (l) => l.toSpliced(2, 0, ''), [3], /not a whole record/],
  ['Windows line ends', (l) => l.with(0, `${l[0] ?? ''}\r`), [1, 2], /not a whole record/],
])('%s is found on its line', async (_, change, where, what) => {
  await rewrite(change);
  const { problems } = await verifyTrail(file);
  expect([...new Set(problems.map(({ line }) => line))]).toEqual(where);
  expect(problems[0]?.problem).toMatch(what);
});

test('a byte that stands for no character is not taken for the character it is shown as', async () => {
  await createFileTrail(file, systemClock).before(sampleIntent('e4', { typed: 'a\ufffdb' }));
  const bytes = await readFile(file);
  const at = bytes.indexOf('\ufffd');
  await writeFile(file, Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)]));
  expect((await verifyTrail(file)).problems.map(({ line }) => line)).toEqual([7]);
});

test('an outcome without its beginning is a problem even where the hashes fit', async () => {
  await createFileTrail(file, systemClock).after(sampleOutcome('e9'));
  const { problems } = await verifyTrail(file);
  expect(problems).toEqual([{ line: 7, problem: expect.stringContaining('no record from before') }]);
});

test('an effect that began twice is a problem', async () => {
  const trail = createFileTrail(file, systemClock);
  await trail.before(sampleIntent('e4'));
  await trail.before(sampleIntent('e4'));
  await trail.after(sampleOutcome('e4'));
  const { problems } = await verifyTrail(file);
  expect(problems).toEqual([{ line: 8, problem: expect.stringContaining('on line 7') }]);
});

test('an effect without outcome is said, and breaks nothing', async () => {
  await createFileTrail(file, systemClock).before(sampleIntent('e4'));
  const { problems, unfinished } = await verifyTrail(file);
  expect(problems).toEqual([]);
  expect(unfinished).toEqual([{ line: 7, problem: expect.stringContaining('Unfinished') }]);
});

test('lines longer than what is read at a time are read whole', async () => {
  await createFileTrail(file, systemClock).before(sampleIntent('e4', { reason: 'x'.repeat(700_000) }));
  await createFileTrail(file, systemClock).after(sampleOutcome('e4'));
  expect(await verifyTrail(file)).toEqual({ records: 8, problems: [], unfinished: [] });
});

test('a file that is not there is an error that names it', async () => {
  await expect(verifyTrail(join(folder, 'none.jsonl'))).rejects.toThrow('none.jsonl');
});
