import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { serverCertificate } from './tls.js';

/** What a proxy asks of its callers. */
export interface ConnectProxyOptions {
  /** `user:password` that callers must show; anybody is let through without it. */
  readonly credentials?: string;
  /** `https` shows the certificate of `test_data/tls`. */
  readonly scheme?: 'http' | 'https';
  /** `host:port` to which every tunnel leads, whatever was asked for. */
  readonly upstream?: string;
}

/** A proxy on the loopback address that only tunnels. */
export interface ConnectProxy {
  /** Without credentials. */
  readonly url: string;
  /** Host and port, as `127.0.0.1:3128`. */
  readonly host: string;
  /** Each tunnel asked for, as `host:port`, whether it was granted or not. */
  readonly tunnels: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy for the `CONNECT` method (RFC 9110, 9.3.6). It answers every other request with 405. */
export async function startConnectProxy(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const { credentials, scheme = 'http', upstream: fixed } = options;
  const expected = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const tunnels: string[] = [];
  const open = new Set<Socket>();
  const server: Server = scheme === 'https' ? createTlsServer(serverCertificate()) : createServer();

  server.on('request', (_, response) => response.writeHead(405).end());
  server.on('connect', (request, caller: Socket) => {
    const target = request.url ?? '';
    tunnels.push(target);
    if (expected !== undefined && request.headers['proxy-authorization'] !== expected) {
      caller.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
      return;
    }
    const [host = '', port = ''] = (fixed ?? target).split(':');
    const upstream = connect(Number(port), host, () => {
      caller.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      caller.pipe(upstream).pipe(caller);
    });
    for (const [socket, other] of [
      [caller, upstream],
      [upstream, caller],
    ] as const) {
      open.add(socket);
      socket.once('error', () => other.destroy());
      socket.once('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    url: `${scheme}://${host}`,
    host,
    tunnels,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of open) socket.destroy();
        server.closeAllConnections();
      }),
  };
}
