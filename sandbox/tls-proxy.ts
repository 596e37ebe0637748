import { createServer, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { cloudHosts } from './clouds.js';

/** How to start the proxy. */
export interface TlsProxyOptions {
  /** Where the sandbox listens: its `url`. */
  readonly sandbox: string;
  /** PEM of a certificate for all of `cloudHosts`, and of its key. */
  readonly certificate: { readonly cert: string; readonly key: string };
  /** `user:password` that callers must show (RFC 7617); anybody is let through without it. */
  readonly credentials?: string;
}

/** One request to the proxy. */
export interface ProxyRequest {
  readonly method: string;
  /** As it came: `host:port` of a tunnel, or a whole URL of a request in plain text. */
  readonly target: string;
  /** 200 granted, 407 without the right credentials, 502 for a host that is no cloud's, 405 for anything but CONNECT. */
  readonly status: 200 | 405 | 407 | 502;
}

/** A running proxy. */
export interface TlsProxy {
  /** `http://127.0.0.1:` and the port, without credentials. */
  readonly url: string;
  /** Every request so far, oldest first. What went through a tunnel stands in the sandbox's own log, with its host. */
  readonly log: readonly ProxyRequest[];
  /** Stops; ends open tunnels too. */
  close(): Promise<void>;
}

const reasons: Record<ProxyRequest['status'], string> = {
  200: 'Connection Established',
  405: 'Method Not Allowed',
  407: 'Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="sandbox"',
  502: 'Bad Gateway',
};

/** Cuts both ends when either breaks: a dropped connection is to look like one. */
function join(one: Duplex, other: Duplex): void {
  const cut = (error: NodeJS.ErrnoException | null) => {
    if (!error) return;
    one.destroy();
    other.destroy();
  };
  pipeline(one, other, cut);
  pipeline(other, one, cut);
}

/**
 * Starts a proxy for the `CONNECT` method (RFC 9110 9.3.6) that ends TLS itself and leads every cloud host to the sandbox,
 * so that a client can be tested under the real names. It leads nowhere else.
 *
 * @returns Once it takes requests.
 */
export async function startTlsProxy(options: TlsProxyOptions): Promise<TlsProxy> {
  const { sandbox, certificate, credentials } = options;
  const sandboxPort = Number(new URL(sandbox).port);
  const expected =
    credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
  const secureContext = createSecureContext(certificate);
  const log: ProxyRequest[] = [];
  const open = new Set<Duplex>();
  const remember = (stream: Duplex) => {
    open.add(stream);
    stream.once('close', () => open.delete(stream));
    stream.on('error', () => stream.destroy());
  };

  const statusOf = ({ method, headers, url = '' }: IncomingMessage): ProxyRequest['status'] => {
    if (expected !== undefined && headers['proxy-authorization'] !== expected) return 407;
    if (method !== 'CONNECT') return 405;
    const host = url.toLowerCase().replace(/:443$/, '');
    return cloudHosts.includes(host) ? 200 : 502;
  };

  const server = createServer((request, response) => {
    const status = statusOf(request);
    log.push({ method: request.method ?? '', target: request.url ?? '', status });
    response.writeHead(status, status === 407 ? { 'proxy-authenticate': 'Basic realm="sandbox"' } : {}).end();
  });

  server.on('connect', (request: IncomingMessage, caller: Socket, head: Buffer) => {
    const status = statusOf(request);
    log.push({ method: 'CONNECT', target: request.url ?? '', status });
    remember(caller);
    const answer = `HTTP/1.1 ${status} ${reasons[status]}\r\n\r\n`;
    if (status !== 200) {
      caller.end(answer);
      return;
    }
    caller.write(answer);
    if (head.length > 0) caller.unshift(head);
    const inside = new TLSSocket(caller, { isServer: true, secureContext });
    const outside = connect(sandboxPort, '127.0.0.1');
    remember(inside);
    remember(outside);
    join(inside, outside);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const stream of open) stream.destroy();
        server.closeAllConnections();
      }),
  };
}
