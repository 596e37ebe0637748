import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** What came in at a receiver. */
export interface Received {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  readonly contentType: string;
  readonly text: string;
  /** The parsed body; undefined where it is no JSON. */
  readonly json: unknown;
}

/** What a receiver answers; `never` lets the caller wait. */
export type ReceiverAnswer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'never';

/** A subscriber's endpoint, for the sandbox's tests. */
export interface Receiver {
  /** `http://127.0.0.1:` and the port, or `https:` with TLS. */
  readonly url: string;
  /** Everything that came in, oldest first. */
  readonly received: readonly Received[];
  /** The items of all notifications that came in at a path, oldest first. */
  itemsAt(path: string): unknown[];
  /** How it answers what is no validation; 202 by default. */
  answer: (request: Received) => ReceiverAnswer;
  /** How it answers a validation; with the token by default. */
  validate: (token: string, request: Received) => ReceiverAnswer;
  /** Resolves with the next request. */
  next(): Promise<Received>;
  close(): Promise<void>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: string[] = [];
  request.setEncoding('utf8');
  for await (const chunk of request) chunks.push(String(chunk));
  const text = chunks.join('');
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    contentType: request.headers['content-type'] ?? '',
    text,
    json: parsed(text),
  };
}

function itemsOf(json: unknown): unknown[] {
  const value: unknown = typeof json === 'object' && json !== null && 'value' in json ? json.value : [];
  return Array.isArray(value) ? value : [];
}

/** @returns An answer that passes a validation. */
export function plainText(body: string): ReceiverAnswer {
  return { status: 200, headers: { 'content-type': 'text/plain' }, body };
}

/** How to start a receiver. */
interface ReceiverOptions {
  /** A free one by default. */
  readonly port?: number;
  /** What it shows; plain HTTP without. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** Starts a receiver of notifications on 127.0.0.1. */
export async function startReceiver({ port: wanted = 0, tls }: ReceiverOptions = {}): Promise<Receiver> {
  const received: Received[] = [];
  const waiting: ((request: Received) => void)[] = [];
  const listener: RequestListener = (incoming, response) => {
    void read(incoming).then((request) => {
      received.push(request);
      for (const wake of waiting.splice(0)) wake(request);
      const token = new URL(request.target, 'http://localhost').searchParams.get('validationToken');
      const answer = token === null ? receiver.answer(request) : receiver.validate(token, request);
      if (answer === 'never') return;
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  };
  const server: Server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const receiver: Receiver = {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    received,
    itemsAt: (path) => received.filter(({ target }) => target === path).flatMap(({ json }) => itemsOf(json)),
    answer: () => ({ status: 202 }),
    validate: plainText,
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return receiver;
}
