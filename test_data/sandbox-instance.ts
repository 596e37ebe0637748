import { type Instance } from '../integration/dispatcher/invocation.js';
import { createMemoryStore } from '../integration/state/memory.js';
import { type Sandbox } from '../sandbox/index.js';

/** An instance of a tenant's own kind that signs in at a running sandbox as one of its applications. */
export function sandboxInstance(
  sandbox: Sandbox,
  app?: string,
  overrides: Record<string, unknown> = {},
): Instance {
  return {
    name: 'test',
    kind: 'tenant',
    params: { ...sandbox.params(app), ...overrides },
    state: createMemoryStore(),
  };
}
