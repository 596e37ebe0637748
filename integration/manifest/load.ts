import { load, YAML11_SCHEMA, YAMLException } from 'js-yaml';
import { ManifestError } from '../errors.js';
import { brokenRules } from './rules.js';
import { checkStructure } from './structure.js';
import { type Manifest } from './types.js';

const NEXT_STEP = 'Correct the file at the places named, then generate again.';

/**
 * Reads an integration YAML and checks it: syntax, strict structure, then the rules of the platform's validator that
 * the YAML alone can break.
 *
 * @param text The YAML.
 * @param file Name of the file, for messages.
 * @returns The manifest, which then holds to all of them.
 * @throws {ManifestError} With a line for every fault: `file /where: what`; for a syntax error `file:line:column: what`.
 */
export function loadManifest(text: string, file: string): Manifest {
  const { faults, manifest } = checkStructure(parseYaml(text, file));
  const all = manifest === undefined ? faults : [...faults, ...brokenRules(manifest)];
  if (manifest === undefined || all.length > 0) {
    throw new ManifestError(
      all.map(({ path, problem }) => `${file} ${path === '' ? '/' : path}: ${problem}`).join('\n'),
      NEXT_STEP,
    );
  }
  return manifest;
}

/** YAML 1.1, as the platform reads it: an unquoted `yes` is a boolean there, so it must be one here. */
function parseYaml(text: string, file: string): unknown {
  try {
    return load(text, { schema: YAML11_SCHEMA, filename: file });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const place = error.mark ? `:${error.mark.line + 1}:${error.mark.column + 1}` : '';
    throw new ManifestError(`${file}${place}: ${error.reason}`, NEXT_STEP, { cause: error });
  }
}
