import { once } from 'node:events';
import { registry } from '../commands/index.js';
import { systemClock } from '../integration/clock.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { startLoop } from '../platform/loop/loop.js';
import { auditSource } from './audit-source.js';
import { MISUSE, readOptions } from './options.js';

/** Where a long-running instance listens, unless this variable of the environment names another address. */
const LISTEN_HOST = 'MSGRAPH_SOAR_LISTEN_HOST';

/**
 * The port that a server opens for a container leads to an address of the container that nobody knows beforehand, never
 * to its loopback address. Whom that lets in is up to the server.
 */
const EVERY_ADDRESS = '0.0.0.0';

/** Answers a SOAR server, line by line, until it closes the standard input. Never on the sandbox. */
export default async function loopCommand(args: readonly string[]): Promise<number> {
  if (!readOptions({ args: [...args], options: {} })) return MISUSE;
  const { stdin: input, stdout } = process;
  const print = stdout.write.bind(stdout);
  const write = async (text: string): Promise<void> => {
    if (!print(text)) await once(stdout, 'drain');
  };
  const loop = startLoop({
    input,
    write,
    dispatcherFor: (surface) => createDispatcher({ registry, ...surface, audit: auditSource('loop') }),
    folder: process.cwd(),
    clock: systemClock,
    listenHost: process.env[LISTEN_HOST] || EVERY_ADDRESS,
  });
  // A stray line of some package would end the conversation with the server (rule R15).
  Object.defineProperty(stdout, 'write', {
    value: (chunk: unknown, ...rest: readonly unknown[]) => {
      loop.entryLog(chunk instanceof Uint8Array ? Buffer.from(chunk).toString('utf8') : String(chunk));
      const done = rest.find((each): each is () => void => typeof each === 'function');
      if (done) queueMicrotask(done);
      return true;
    },
  });
  await loop.done;
  return 0;
}
