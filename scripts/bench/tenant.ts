/**
 * The tenant that every contender asks: `node tenant.js sandbox|memory [PEOPLE]`. `sandbox` is the embedded tenant itself;
 * `memory` answers a read it has seen before with the sandbox's own answer, so that the sandbox's work does not hide
 * the contenders' differences. It first prints how to reach it; each input line is answered with what was asked so far.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { startSandbox } from '../../sandbox/index.js';
import { type Asked, type TenantAccess } from './tenant-access.js';

const people = process.argv[3];
const sandbox = await startSandbox({
  logLength: Infinity,
  ...(people === undefined ? {} : { users: Number(people) }),
});
const isSandbox = process.argv[2] === 'sandbox';
const asked = { tokens: 0, reads: 0, target: '' };
const remembered = new Map<string, { status: number; headers: NodeJS.Dict<string[]>; body: Buffer }>();

function note(target: string): void {
  if (target.includes('/oauth2/')) asked.tokens += 1;
  else {
    asked.reads += 1;
    asked.target = target;
  }
}

function answer(incoming: IncomingMessage, response: ServerResponse): void {
  const target = incoming.url ?? '/';
  note(target);
  const known = remembered.get(target);
  if (known) {
    response.writeHead(known.status, known.headers).end(known.body);
    return;
  }
  const onwards = request(`${sandbox.url}${target}`, { method: incoming.method, headers: incoming.headers });
  onwards.on('response', (reply) => {
    const chunks: Buffer[] = [];
    reply.on('data', (chunk: Buffer) => chunks.push(chunk));
    reply.on('end', () => {
      const status = reply.statusCode ?? 0;
      const { connection: _, ...headers } = reply.headersDistinct;
      const body = Buffer.concat(chunks);
      if (incoming.method === 'GET' && status === 200) remembered.set(target, { status, headers, body });
      response.writeHead(status, headers).end(body);
    });
  });
  incoming.pipe(onwards);
}

function tell(line: TenantAccess | Asked): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const server = createServer({ keepAliveTimeout: 600_000 }, answer);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const url = isSandbox || typeof address !== 'object' ? sandbox.url : `http://127.0.0.1:${address?.port ?? 0}`;
const [person] = sandbox.people();
tell({
  url,
  params: { ...sandbox.params(), url, azure_ad_endpoint: url },
  user: person?.userPrincipalName ?? '',
});

const questions = createInterface({ input: process.stdin });
questions.on('line', () => {
  if (isSandbox) {
    Object.assign(asked, { tokens: 0, reads: 0 });
    for (const { path } of sandbox.log) note(path);
  }
  tell(asked);
});
await once(questions, 'close');
server.close().closeAllConnections();
await sandbox.close();
