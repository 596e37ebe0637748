import { join } from 'node:path';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { createMemoryStore } from '../integration/state/memory.js';
import { makeFolderOf } from '../integration/state/private-file.js';
import { type Sandbox } from '../sandbox/index.js';

/** Where the embedded tenant listens if nobody else does: its links to a next page then work in the next command too. */
const USUAL_PORT = 41_843;

/** The file that keeps what was done to the embedded tenant. */
export function sandboxFile(home: string): string {
  return join(home, 'sandbox.json');
}

/** A running embedded tenant as an instance, and what ends it. */
export interface EmbeddedSandbox {
  readonly instance: Instance;
  readonly close: () => Promise<void>;
}

/** Starts the embedded tenant in this process, on the loopback address. */
export async function startEmbeddedSandbox(name: string, home: string): Promise<EmbeddedSandbox> {
  const file = sandboxFile(home);
  await makeFolderOf(file);
  const sandbox = await start(file);
  return {
    instance: { name, kind: 'sandbox', params: sandbox.params(), state: createMemoryStore() },
    close: () => sandbox.close(),
  };
}

async function start(stateFile: string): Promise<Sandbox> {
  const { startSandbox } = await import('../sandbox/index.js');
  return startSandbox({ port: USUAL_PORT, stateFile }).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (isTaken) return startSandbox({ stateFile });
    throw error;
  });
}
