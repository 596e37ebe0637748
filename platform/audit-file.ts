import { join } from 'node:path';

/**
 * Where effects are written down: the file that `MSGRAPH_SOAR_AUDIT` names, else `audit.jsonl` among our own files.
 * @param home The folder of our own files.
 */
export function auditFile(home: string, environment: NodeJS.ProcessEnv): string {
  return environment['MSGRAPH_SOAR_AUDIT'] || join(home, 'audit.jsonl');
}
