import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { verifyTrail } from './verify.js';

/** Writes effects one after another: `node writer.mjs FILE COUNT`. */
const writer = `
  import { systemClock } from '../clock.js';
  import { createFileTrail } from './file-trail.js';
  import { sampleIntent, sampleOutcome } from './sample-effect.js';
  const [file, count] = process.argv.slice(2);
  const trail = createFileTrail(file, systemClock);
  for (let index = 0; index < Number(count); index += 1) {
    const id = process.pid + '-' + index;
    await trail.before(sampleIntent(id));
    await trail.after(sampleOutcome(id));
  }
`;

let folder: string;
let script: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writers-'));
  script = join(folder, 'writer.mjs');
  await build({
    stdin: { contents: writer, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** @param shell What the process is started through, where limits are to be set. */
async function write(file: string, count: number, shell: readonly string[] = []): Promise<number | null> {
  const program = shell[0] ?? process.execPath;
  const args = [
    ...shell.slice(1),
    ...(shell.length > 0 ? [process.execPath] : []),
    script,
    file,
    String(count),
  ];
  const child = spawn(program, args, { stdio: 'ignore' });
  await once(child, 'exit');
  return child.exitCode;
}

test('eight processes writing at once leave one unbroken chain', async () => {
  const file = join(folder, 'eight.jsonl');
  const codes = await Promise.all(Array.from({ length: 8 }, () => write(file, 25)));
  expect(codes).toEqual(Array.from({ length: 8 }, () => 0));
  expect(await verifyTrail(file)).toEqual({ records: 400, problems: [], unfinished: [] });
}, 30_000);

test('the lock of a process that was killed is taken over, by several at once too', async () => {
  const file = join(folder, 'left.jsonl');
  const longAgo = new Date(Date.now() - 60_000);
  await mkdir(`${file}.lock`);
  await utimes(`${file}.lock`, longAgo, longAgo);
  const codes = await Promise.all(Array.from({ length: 4 }, () => write(file, 5)));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(await verifyTrail(file)).toEqual({ records: 40, problems: [], unfinished: [] });
}, 30_000);

test('a full disk ends the writer, and what it began to write is not taken for a record', async () => {
  const file = join(folder, 'full.jsonl');
  // The shell's unit is 512 or 1024 bytes: room for some records, and not for a hundred.
  expect(await write(file, 50, ['sh', '-c', 'ulimit -f 8; exec "$@"', 'sh'])).not.toBe(0);
  const full = await verifyTrail(file);
  expect(full.problems).toEqual([{ line: full.records + 1, problem: expect.stringContaining('cut off') }]);
  expect(await write(file, 1)).toBe(0);
  const later = await verifyTrail(file);
  expect(later.records).toBe(full.records + 2);
  expect(later.problems).toHaveLength(1);
}, 30_000);
