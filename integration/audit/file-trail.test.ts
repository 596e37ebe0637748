import { appendFile, mkdir, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { systemClock } from '../clock.js';
import { SoarError } from '../errors.js';
import { isJsonObject, type JsonObject, parseJson } from '../json.js';
import { Secret } from '../secret.js';
import { createFileTrail } from './file-trail.js';
import { sampleIntent, sampleOutcome } from './sample-effect.js';
import { verifyTrail } from './verify.js';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
  file = join(folder, 'home', 'audit.jsonl');
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const at = Date.parse('2026-03-02T08:00:00.123Z');
const trail = () => createFileTrail(file, { ...systemClock, now: () => at });

async function lines(): Promise<string[]> {
  return (await readFile(file, 'utf8')).split('\n').slice(0, -1);
}

async function records(): Promise<JsonObject[]> {
  return (await lines()).map(parseJson).filter(isJsonObject);
}

test('an effect leaves one line before it and one after it, each following the line above', async () => {
  await trail().before(sampleIntent('e1', { reason: 'phished' }));
  await trail().after(sampleOutcome('e1'));
  const [before, after] = await records();
  expect(before).toMatchObject({
    time: '2026-03-02T08:00:00.123Z',
    phase: 'before',
    id: 'e1',
    actor: { kind: 'os-user', name: 'megan' },
    typed: 'adele@contoso.example',
    reason: 'phished',
    previous: '0'.repeat(64),
  });
  expect(after).toMatchObject({ phase: 'after', id: 'e1', outcome: 'done', status: 204 });
  expect(after?.['previous']).toBe(before?.['hash']);
});

test('only the owner can read the file and its folder', async () => {
  await trail().before(sampleIntent('e1'));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'home'))).mode & 0o777).toBe(0o700);
});

test('records that come at once are all written, in the order they came, to the disk', async () => {
  const handle = await open(folder);
  const sync = jest.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'sync');
  await handle.close();
  const one = trail();
  const ids = Array.from({ length: 200 }, (_, index) => `e${index}`);
  await Promise.all(ids.map((id) => one.before(sampleIntent(id))));
  expect((await records()).map(({ id }) => id)).toEqual(ids);
  expect((await verifyTrail(file)).problems).toEqual([]);
  expect(sync.mock.calls.length).toBeGreaterThan(0);
  expect(sync.mock.calls.length).toBeLessThan(10);
});

describe('A line that was cut off', () => {
  test.each([
    ['in its middle', 40],
    ['before its line break', 1],
  ])('%s neither blocks the next record nor spoils it', async (_, missing) => {
    await trail().before(sampleIntent('e1'));
    await trail().after(sampleOutcome('e1'));
    const whole = await stat(file);
    await truncate(file, whole.size - missing);
    const atRest = await readFile(file, 'utf8');
    await trail().before(sampleIntent('e2'));
    const text = await readFile(file, 'utf8');
    expect(text.startsWith(`${atRest}\n{"time"`)).toBe(true);
    const { problems } = await verifyTrail(file);
    expect(problems.map(({ line }) => line)).toEqual(missing === 1 ? [] : [2]);
  });

  test('is survived also as the first of a file, and twice in a row', async () => {
    await mkdir(join(folder, 'home'));
    await writeFile(file, '{"time":"2026-');
    await trail().before(sampleIntent('e1'));
    await appendFile(file, '{"time":"20');
    await trail().before(sampleIntent('e2'));
    const { records: count, problems } = await verifyTrail(file);
    expect(count).toBe(2);
    expect(problems.map(({ line }) => line)).toEqual([1, 3]);
  });

  test('may be longer than what is read at first', async () => {
    await trail().before(sampleIntent('e1'));
    await appendFile(file, 'x'.repeat(300_000));
    await trail().before(sampleIntent('e2'));
    const { problems } = await verifyTrail(file);
    expect(problems.map(({ line }) => line)).toEqual([2]);
  });
});

test('a record is added to a file of 50 MB by reading only its end', async () => {
  await trail().before(sampleIntent('e1'));
  const [line = ''] = await lines();
  const filler = `${line}\n`.repeat(Math.ceil(50_000_000 / line.length));
  await writeFile(file, filler);
  const handle = await open(file);
  const read = jest.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'read');
  await handle.close();

  await trail().before(sampleIntent('e2'));

  const reads = await Promise.all(
    read.mock.results.map(({ value }) => value as Promise<{ bytesRead: number }>),
  );
  const bytes = reads.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(64 * 1024);
  const added = parseJson((await readFile(file, 'utf8')).slice(filler.length));
  expect(added).toMatchObject({ id: 'e2', previous: (await records())[0]?.['hash'] });
});

describe('What people type', () => {
  test('shows no secret', async () => {
    const args = { user: 'adele@contoso.example', password: new Secret('canary-7731') };
    await trail().before(sampleIntent('e1', { args }));
    expect(await readFile(file, 'utf8')).not.toContain('canary');
    expect((await records())[0]?.['args']).toEqual({ user: 'adele@contoso.example', password: '***' });
  });

  test('stays on its line, whatever it holds', async () => {
    const typed = 'adele\n{"phase":"after"}\r\n\u001b[2J\u009b31m\u2028\u202e';
    await trail().before(sampleIntent('e1', { typed, reason: typed }));
    const text = await readFile(file, 'utf8');
    expect(text.match(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu)).toEqual(['\n']);
    expect((await records())[0]).toMatchObject({ typed, reason: typed });
  });
});

describe('A trail that cannot be written', () => {
  test('names the file and what is wrong with it', async () => {
    await writeFile(join(folder, 'home'), 'in the way');
    const failure: unknown = await trail()
      .before(sampleIntent('e1'))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SoarError);
    expect(failure).toHaveProperty('message', expect.stringContaining(file));
    expect(failure).toHaveProperty('nextStep', expect.stringContaining('MSGRAPH_SOAR_AUDIT'));
  });

  test('is refused where a folder has its name', async () => {
    await mkdir(file, { recursive: true });
    await expect(trail().before(sampleIntent('e1'))).rejects.toThrow(file);
  });

  test('is tried anew for the next effect', async () => {
    const one = trail();
    await writeFile(join(folder, 'home'), 'in the way');
    await expect(one.before(sampleIntent('e1'))).rejects.toThrow(SoarError);
    await rm(join(folder, 'home'));
    await one.before(sampleIntent('e2'));
    expect((await records()).map(({ id }) => id)).toEqual(['e2']);
  });
});
