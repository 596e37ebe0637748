import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject, parseJson } from '../integration/json.js';

/**
 * The text of every file of ours that a process loaded. Give it `NODE_V8_COVERAGE` with a folder of its own.
 * @param coverage That folder, once the process has ended.
 */
export async function loadedCode(coverage: string): Promise<readonly string[]> {
  const reports = await Promise.all(
    (await readdir(coverage)).map(async (file) => parseJson(await readFile(join(coverage, file), 'utf8'))),
  );
  const urls = reports.flatMap((report) => {
    const scripts: unknown = isJsonObject(report) ? report['result'] : [];
    return Array.isArray(scripts) ? scripts.filter(isJsonObject).map(({ url }) => String(url)) : [];
  });
  const ours = urls.filter((url) => url.includes('/dist/'));
  return Promise.all(ours.map((url) => readFile(new URL(url), 'utf8')));
}
