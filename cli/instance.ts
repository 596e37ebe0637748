import { type Instance } from '../integration/dispatcher/invocation.js';
import { createMemoryStore } from '../integration/state/memory.js';
import { type Choice } from '../platform/instances/choose.js';

/** An instance that is ready for use, and what ends it. */
export interface OpenInstance {
  readonly instance: Instance;
  close(): Promise<void>;
}

/** Opens the chosen instance; the sandbox is started in this process, on a free port of the loopback address. */
export async function openInstance(choice: Choice): Promise<OpenInstance> {
  const state = createMemoryStore();
  if (choice.kind === 'tenant') {
    return { instance: { ...choice, state }, close: () => Promise.resolve() };
  }
  const { startSandbox } = await import('../sandbox/index.js');
  const sandbox = await startSandbox();
  return {
    instance: { name: choice.name, kind: 'sandbox', params: sandbox.params(), state },
    close: () => sandbox.close(),
  };
}
