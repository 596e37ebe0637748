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
  // Whatever a command makes here opens nothing real.
  const own = { ...sandbox.params(), redirect_uri: REDIRECT_URI, allow_secret_generators: true };
  const params = isUser
    ? { ...own, auth_type: 'user_auth_flow', creds_auth_code: await refreshToken(sandbox) }
    : { ...own, auth_type: 'client_credentials' };
  return {
    instance: { name, kind: 'sandbox', params, state: createMemoryStore() },
    close: () => sandbox.close(),
  };
}

/** Where the browser ends after somebody signed in at a login address; nobody has to listen there. */
const REDIRECT_URI = 'http://localhost:4711/callback';

/** Who is signed in on the built-in instance of a user. */
const SIGNED_IN = 'adele@contoso.example';

/** Lets somebody sign in through the tenant's own sign-in page. @returns The refresh token, as the form takes it. */
async function refreshToken(sandbox: Sandbox): Promise<string> {
  const { refreshToken: token } = await sandbox.signIn({ user: SIGNED_IN });
  return `refresh_token:${token ?? ''}`;
}

async function start(stateFile: string): Promise<Sandbox> {
  const { startSandbox } = await import('../sandbox/index.js');
  return startSandbox({ port: USUAL_PORT, stateFile }).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (isTaken) return startSandbox({ stateFile });
    throw error;
  });
}
