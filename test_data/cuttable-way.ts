import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server on this machine that can be cut, as a network can. */
export interface CuttableWay {
  readonly port: number;
  /** Ends every connection; new ones are ended at once, until it is mended. */
  cut(): void;
  mend(): void;
  /** How many connections were tried since it was cut. */
  tries(): number;
  close(): void;
}

/** Opens the way. @param portOf Where it leads to, asked for each connection. */
export async function openCuttableWay(portOf: () => number): Promise<CuttableWay> {
  const open = new Set<Socket>();
  let isCut = false;
  let tries = 0;
  const server = createServer((near) => {
    if (isCut) {
      tries += 1;
      near.destroy();
      return;
    }
    const far = connect(portOf(), '127.0.0.1');
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const end = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut() {
      isCut = true;
      tries = 0;
      end();
    },
    mend() {
      isCut = false;
    },
    tries: () => tries,
    close() {
      server.close();
      end();
    },
  };
}
