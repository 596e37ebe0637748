import { tableToMarkdown } from '../../integration/results/table.js';
import { readKeys } from './key-file.js';

/**
 * All API keys as a markdown table, without anything of the keys themselves.
 * @param home The folder of our own files.
 * @throws SettingsError when the file cannot be read.
 */
export function keyList(home: string): string {
  const rows = [...readKeys(home)]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([name, { scope, createdOn }]) => ({ Name: name, Scope: scope, 'Created on': createdOn }));
  return tableToMarkdown('API keys', rows, { headers: ['Name', 'Scope', 'Created on'] });
}
