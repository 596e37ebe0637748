import { systemClock } from '../integration/clock.js';
import { noteEntry } from '../integration/results/note-entry.js';
import { homeFolder } from '../platform/instances/home.js';
import { addKey, revokeKey } from '../platform/keys/change.js';
import { keyList } from '../platform/keys/describe.js';
import { scopeOf } from '../platform/keys/scope.js';
import { paintEntry } from '../warroom/terminal/entry.js';
import { terminalSettings } from '../warroom/terminal/terminal-settings.js';
import { MISUSE, readOptions } from './options.js';
import { warn } from './warn.js';

const usage = `Usage: msgraph-soar keys add NAME --scope read|effects
       msgraph-soar keys list
       msgraph-soar keys revoke NAME
`;

/** Keeps the API keys of the HTTP server: 0 when it worked, 1 when it did not, 2 when misused. */
export default async function keys(args: readonly string[]): Promise<number> {
  const options = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { scope: { type: 'string' } },
  });
  if (!options) return MISUSE;
  const { scope: scopeText } = options.values;
  const [verb, name, ...more] = options.positionals;
  const scope = scopeOf(scopeText);
  const home = homeFolder(process.env);
  if (more.length === 0 && verb === 'add' && name !== undefined && scope) {
    const key = await addKey(home, name, scope, systemClock.now());
    process.stdout.write(`${key.reveal()}\n`);
    warn(`This is the key ${name}. It is shown only now, and kept nowhere: only its hash is.`);
    return 0;
  }
  if (more.length === 0 && verb === 'revoke' && name !== undefined && scopeText === undefined) {
    await revokeKey(home, name);
    process.stdout.write(`Revoked the key ${name}. A running server refuses it from now on.\n`);
    return 0;
  }
  if (verb === 'list' && name === undefined && scopeText === undefined) {
    const settings = terminalSettings(process.stdout, process.env);
    process.stdout.write(`${paintEntry(noteEntry(keyList(home)), settings)}\n`);
    return 0;
  }
  process.stderr.write(usage);
  return MISUSE;
}
