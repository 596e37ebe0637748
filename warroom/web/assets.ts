import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingsError } from '../../integration/errors.js';

/** A file of the page. Its name changes with its content, so that a browser may keep it for good. */
export interface PageAsset {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** The files of the page. */
export interface PageAssets {
  readonly script: PageAsset;
  readonly style: PageAsset;
  readonly icon: PageAsset;
}

/** Where the build leaves them: beside the bundle that this is part of, or, as sources, where that bundle would be. */
const BESIDE = fileURLToPath(new URL('./web/', import.meta.url));
const BUILT = existsSync(BESIDE) ? BESIDE : fileURLToPath(new URL('../../dist/web/', import.meta.url));

const TYPES = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
} as const;

/**
 * Reads the files of the page.
 * @param folder Where `scripts/build-page.js` left them.
 * @throws SettingsError where they are not there.
 */
export async function readPageAssets(folder = BUILT): Promise<PageAssets> {
  const names = await readdir(folder).catch(() => []);
  const asset = async (extension: keyof typeof TYPES): Promise<PageAsset> => {
    const name = names.find((one) => extname(one) === extension);
    if (name === undefined) {
      throw new SettingsError(
        `The files of the War Room page are not in ${folder}.`,
        'Build them: npm run build.',
      );
    }
    return { name, type: TYPES[extension], content: await readFile(join(folder, name)) };
  };
  return { script: await asset('.js'), style: await asset('.css'), icon: await asset('.svg') };
}
