/**
 * Soaks the HTTP server: many clients at once for a while, each answer checked (`npm run soak:serve -- CLIENTS SECONDS`).
 * Says how many answers came, how many were wrong, and how the server's memory went.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import got from 'got';

const executable = fileURLToPath(new URL('../dist/msgraph-soar.js', import.meta.url));
const [clients = 200, seconds = 60] = process.argv.slice(2).map(Number);
const users = ['adele@contoso.example', 'noor@contoso.example', 'sylvie@contoso.example'];

const home = await mkdtemp(join(tmpdir(), 'msgraph-soar-soak-'));
const env = { PATH: process.env['PATH'], MSGRAPH_SOAR_HOME: home };

function start(...args: string[]): ChildProcess & { stdout: NodeJS.ReadableStream } {
  return spawn(process.execPath, [executable, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function firstLine(child: { stdout: NodeJS.ReadableStream }): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('It ended without a word.');
}

/** Resident memory in MiB (Linux). */
async function memoryOf({ pid = 0 }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

const key = await firstLine(start('keys', 'add', 'soak', '--scope', 'read'));
const server = start('serve', '--sandbox', '--port', '0', '--requests-per-minute', '1000000');
const url = await firstLine(server);
const end = Date.now() + seconds * 1000;
const counts = { right: 0, wrong: 0 };

async function client(number: number): Promise<void> {
  for (let turn = 0; Date.now() < end; turn += 1) {
    const user = users[(number + turn) % users.length];
    const id = `${number}/${turn}`;
    const json = { id, command: 'msgraph-user-get', args: { user, properties: 'userPrincipalName' } };
    const text = await got
      .post(`${url}/commands`, { json, headers: { authorization: `Bearer ${key}` }, throwHttpErrors: false })
      .text()
      .catch(String);
    const isRight = text.startsWith(`{"id":"${id}"`) && text.includes(`"userPrincipalName":"${user ?? ''}"`);
    counts[isRight ? 'right' : 'wrong'] += 1;
  }
}

const before = await memoryOf(server);
const watch = setInterval(() => {
  void memoryOf(server).then((mebibytes) => {
    console.log(`${counts.right} right, ${counts.wrong} wrong, ${mebibytes} MiB`);
  });
}, 5_000);
await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
clearInterval(watch);
const after = await memoryOf(server);
server.kill('SIGTERM');
await once(server, 'close');
await rm(home, { recursive: true });
console.log(
  `${clients} clients, ${seconds} s: ${counts.right} right, ${counts.wrong} wrong; ${before} MiB before, ${after} MiB after; exit code ${String(server.exitCode)}`,
);
process.exitCode = counts.wrong === 0 && counts.right > 0 && server.exitCode === 0 ? 0 : 1;
