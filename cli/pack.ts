import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DOCKER_IMAGE, packFiles } from '../platform/pack/pack-files.js';
import { MISUSE, readOptions } from './options.js';

/** Writes a content pack into a folder. */
export default async function pack(args: readonly string[]): Promise<number> {
  const options = readOptions({
    args: [...args],
    options: {
      out: { type: 'string', default: 'msgraph-soar-pack' },
      brands: { type: 'boolean', default: false },
    },
  });
  if (!options) return MISUSE;
  const { out, brands } = options.values;
  const files = await packFiles(brands);
  for (const [path, content] of files) {
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  process.stdout.write(
    `${files.size} files of the content pack are in ${out}. It runs in the image ${DOCKER_IMAGE}.\n`,
  );
  return 0;
}
