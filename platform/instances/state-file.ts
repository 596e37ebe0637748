import { join } from 'node:path';

/** The folder of what the instances keep between commands. */
export function stateFolder(home: string): string {
  return join(home, 'state');
}

/** Where an instance keeps its context between commands. */
export function stateFile(home: string, name: string): string {
  return join(stateFolder(home), `${name}.json`);
}
