import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of our own files: `MSGRAPH_SOAR_HOME`, else `msgraph-soar` under the user's configuration folder. */
export function homeFolder(environment: NodeJS.ProcessEnv): string {
  const configured = environment['MSGRAPH_SOAR_HOME'];
  if (configured) return configured;
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'msgraph-soar');
}
