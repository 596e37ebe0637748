import { join } from 'node:path';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { createMemoryStore } from '../integration/state/memory.js';
import { makeFolderOf } from '../integration/state/private-file.js';
import { SANDBOX_INSTANCES } from '../platform/instances/choose.js';
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

/**
 * Starts the embedded tenant in this process, on the loopback address.
 * @param name Which of the built-in instances.
 */
export async function startEmbeddedSandbox(name: string, home: string): Promise<EmbeddedSandbox> {
  const file = sandboxFile(home);
  await makeFolderOf(file);
  const sandbox = await start(file);
  const isUser = SANDBOX_INSTANCES.get(name) === 'user_auth_flow';
  const signIn = isUser ? await signedInUser(sandbox) : sandbox.params();
  // Whatever a command makes here opens nothing real.
  const params = { ...signIn, allow_secret_generators: true };
  return {
    instance: { name, kind: 'sandbox', params, state: createMemoryStore() },
    close: () => sandbox.close(),
  };
}

/** Who is signed in on the built-in instance of a user. */
const SIGNED_IN = 'adele@contoso.example';

/** An instance on which somebody has just signed in, through the tenant's own sign-in page. */
async function signedInUser(sandbox: Sandbox): Promise<Instance['params']> {
  const { refreshToken } = await sandbox.signIn({ user: SIGNED_IN });
  return {
    ...sandbox.params(),
    auth_type: 'user_auth_flow',
    redirect_uri: 'http://localhost:4711/callback',
    creds_auth_code: `refresh_token:${refreshToken ?? ''}`,
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
