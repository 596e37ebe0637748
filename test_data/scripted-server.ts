import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { serverCertificate } from './tls.js';

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** An answer to give. `reset` breaks the connection instead; `silence` keeps it and never answers. */
export type ScriptedAnswer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | object;
    }
  | 'reset'
  | 'silence';

/** A server on the loopback address that answers by script. */
export interface ScriptedServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/**
 * Starts a server.
 * @param script The answers in order, the last one for all further requests; or what to answer to each request.
 * @param scheme `https` shows the certificate of `test_data/tls`.
 */
export async function startScriptedServer(
  script: readonly ScriptedAnswer[] | ((request: SeenRequest) => ScriptedAnswer | Promise<ScriptedAnswer>),
  scheme: 'http' | 'https' = 'http',
): Promise<ScriptedServer> {
  const seen: SeenRequest[] = [];
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
    const request = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    seen.push(request);
    const answer =
      typeof script === 'function' ? await script(request) : (script[seen.length - 1] ?? script.at(-1));
    if (answer === undefined || answer === 'reset') {
      incoming.socket.destroy();
      return;
    }
    if (answer === 'silence') return;
    const { status, headers = {}, body = '' } = answer;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text);
  };
  const listener = (incoming: IncomingMessage, response: ServerResponse): void => {
    handle(incoming, response).catch(() => incoming.socket.destroy());
  };
  const server = scheme === 'https' ? createTlsServer(serverCertificate(), listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
