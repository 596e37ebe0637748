import { once } from 'node:events';
import { registry } from '../commands/index.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { startLoop } from '../platform/loop/loop.js';
import { auditSource } from './audit-source.js';
import { MISUSE, readOptions } from './options.js';

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
