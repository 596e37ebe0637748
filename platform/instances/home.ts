import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder of our own files: `MSGRAPH_SOAR_HOME`, else `msgraph-soar` under the user's configuration folder. An empty
 * variable counts as not set (XDG Base Directory Specification).
 */
export function homeFolder(environment: NodeJS.ProcessEnv): string {
  const configured = environment['MSGRAPH_SOAR_HOME'];
  if (configured) return configured;
  const configuration = environment['XDG_CONFIG_HOME'];
  return join(configuration ? configuration : join(homedir(), '.config'), 'msgraph-soar');
}
