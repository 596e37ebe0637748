import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { originOf } from '../clouds.js';
import { splitTarget, type Answer, type Call } from './exchange.js';

const largestBody = 4 * 1024 * 1024;

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += piece.length;
    if (size > largestBody) throw new RangeError('The request body is too large.');
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

async function callFrom(request: IncomingMessage): Promise<Call> {
  const headers = headersOf(request);
  return {
    method: request.method ?? 'GET',
    ...splitTarget(request.url ?? '/'),
    headers,
    body: await readBody(request),
    origin: originOf(headers['host'] ?? '127.0.0.1'),
    requestId: randomUUID(),
  };
}

function write(response: ServerResponse, answer: Answer): void {
  if (answer.mishap === 'dropped') {
    response.destroy();
    return;
  }
  const text = answer.json === undefined ? answer.text : JSON.stringify(answer.json);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(text === undefined ? {} : { 'content-length': Buffer.byteLength(text) }),
  });
  if (answer.mishap === 'truncated' && text !== undefined) {
    response.write(text.slice(0, Math.floor(text.length / 2)), () => {
      response.destroy();
    });
    return;
  }
  response.end(text);
}

/**
 * How long an idle connection is kept, in milliseconds. As real services do, it is longer than a caller waits between two
 * requests of a piece of work: closing just as the next one is under way would break that one off.
 */
const IDLE_MS = 60_000;

/** A running HTTP server. */
export interface Listener {
  readonly port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Serves HTTP on the loopback interface.
 *
 * @param port 0 for a free one.
 * @param respond Works out the answer; a rejection becomes a bare 500.
 * @returns Once it listens.
 * @throws Where the port is taken.
 */
export async function listen(port: number, respond: (call: Call) => Promise<Answer>): Promise<Listener> {
  const server = createServer((request, response) => {
    callFrom(request)
      .then(respond)
      .catch((): Answer => ({ status: 500, headers: {} }))
      .then((answer) => {
        write(response, answer);
      })
      // What cannot be written breaks the connection, not the process.
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = IDLE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
