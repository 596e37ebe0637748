import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Answer, Call } from './exchange.js';

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
  // A raw `#` starts a fragment, which is no part of a request (RFC 3986 3.5): the rest is lost, as at Graph.
  const target = (request.url ?? '/').split('#', 1)[0] ?? '/';
  const mark = target.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers,
    body: await readBody(request),
    origin: `http://${headers['host'] ?? '127.0.0.1'}`,
    requestId: randomUUID(),
  };
}

function write(response: ServerResponse, answer: Answer): void {
  const text = answer.json === undefined ? answer.text : JSON.stringify(answer.json);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(text === undefined ? {} : { 'content-length': Buffer.byteLength(text) }),
  });
  response.end(text);
}

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
      .then(
        (answer) => {
          write(response, answer);
        },
        () => {
          write(response, { status: 500, headers: {} });
        },
      );
  });
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
