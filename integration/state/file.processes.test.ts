import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createSecretKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createFileStore } from './file.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const keyBytes = Buffer.alloc(32, 9);

let folder: string;
let file: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-processes-'));
  file = join(folder, 'prod.json');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

/** Starts a process that runs `script` with a store on the file at hand as `store`. */
function start(script: string): ChildProcess {
  const text = `
    import { appendFileSync } from 'node:fs';
    import { createSecretKey } from 'node:crypto';
    import { createFileStore } from './integration/state/file.ts';
    import { VersionConflictError } from './integration/state/store.ts';
    const key = createSecretKey(Buffer.from('${keyBytes.toString('hex')}', 'hex'));
    const store = createFileStore(${JSON.stringify(file)}, key);
    const increment = async () => {
      for (;;) {
        const { value, version } = await store.read();
        const count = String(Number(value.count ?? 0) + 1);
        try {
          return await store.write({ ...value, count }, version);
        } catch (error) {
          if (!(error instanceof VersionConflictError)) throw error;
        }
      }
    };
    ${script}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', text], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  await once(child, 'exit');
  return child.exitCode;
}

const read = () => createFileStore(file, createSecretKey(keyBytes)).read();

test('eight processes that count to fifty each lose nothing', async () => {
  const script = 'for (let done = 0; done < 50; done += 1) await increment();';
  const codes = await Promise.all(Array.from({ length: 8 }, () => exitCode(start(script))));
  expect(codes).toEqual(Array.from({ length: 8 }, () => 0));
  expect((await read()).value).toEqual({ count: '400', generation: '400' });
  expect(await readdir(folder)).toEqual(['prod.json', 'prod.json.copy']);
}, 60_000);

test('work under one lock in two processes never overlaps', async () => {
  const trail = join(folder, 'trail');
  const script = `
    await increment();
    while ((await store.read()).value.count !== '2');
    for (let done = 0; done < 30; done += 1) {
      await store.withLock('sign-in', async () => {
        appendFileSync(${JSON.stringify(trail)}, '(');
        for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
        appendFileSync(${JSON.stringify(trail)}, ')');
      });
    }`;
  const codes = await Promise.all([exitCode(start(script)), exitCode(start(script))]);
  expect(codes).toEqual([0, 0]);
  expect(await readFile(trail, 'utf8')).toBe('()'.repeat(60));
}, 60_000);

test('a process killed at any moment of its writes loses nothing it finished, and the next one goes on', async () => {
  for (let round = 0; round < 6; round += 1) {
    const child = start(
      "for (let done = 1; ; done += 1) { await increment(); process.stdout.write(done + '\\n'); }",
    );
    const before = Number((await read()).value['count'] ?? 0);
    let finished = 0;
    if (!child.stdout) throw new Error('The child has no output.');
    for await (const line of createInterface(child.stdout)) {
      finished = Number(line);
      if (finished === 5 + round) setTimeout(() => child.kill('SIGKILL'), Math.random() * 3);
    }
    const { value, version } = await read();
    expect(Number(value['count'])).toBeGreaterThanOrEqual(before + finished);
    await age(folder);
    await createFileStore(file, createSecretKey(keyBytes)).write({ ...value, round }, version);
  }
}, 60_000);

/** Makes left locks look old, instead of waiting until they are. */
async function age(path: string): Promise<void> {
  const long = new Date(Date.now() - 60_000);
  for (const name of await readdir(path)) await utimes(join(path, name), long, long);
}
