import { checkFolder } from '../platform/playbook-check/check-folder.js';
import { findingsReport } from '../platform/playbook-check/report.js';
import { visibleText } from '../warroom/terminal/visible-text.js';
import { MISUSE, readOptions } from './options.js';
import { warn } from './warn.js';

/** Checks playbooks of a platform against this integration. */
export default async function playbook(args: readonly string[]): Promise<number> {
  const options = readOptions({ args: [...args], options: {}, allowPositionals: true });
  if (!options) return MISUSE;
  const [verb, folder, ...rest] = options.positionals;
  if (verb !== 'check' || folder === undefined || rest.length > 0) {
    warn('msgraph-soar playbook check DIR');
    return MISUSE;
  }
  const { text, hasFaults } = findingsReport(await checkFolder(folder));
  // What stands in a playbook is anybody's text.
  process.stdout.write(visibleText(text));
  return hasFaults ? 1 : 0;
}
