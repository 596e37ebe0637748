import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { type DescribedCommand } from './described-command.js';

const standaloneCode = standaloneModule.default;

/** Formats tell how War Room text becomes a value; that a value has the form is said by its pattern. */
const formats = ['identifier', 'fields', 'graph-link'];

/** The module that validates the arguments of one command, without ajv at run time. */
export async function validatorModule({ schema }: DescribedCommand): Promise<string> {
  const ajv = new Ajv2020({ allErrors: true, strict: true, code: { source: true, esm: true, lines: true } });
  for (const format of formats) ajv.addFormat(format, true);
  const code = standaloneCode(ajv, ajv.compile(schema));
  // The code asks for parts of ajv by require(); bundling makes it stand alone.
  const bundle = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    preserveSymlinks: true,
    mainFields: ['main'],
    write: false,
    legalComments: 'none',
    logLevel: 'error',
  });
  const body = bundle.outputFiles[0]?.text ?? '';
  return [
    '// @ts-nocheck',
    "import { type EffectiveSchema } from '../../integration/manifest/effective-schema.js';",
    '',
    `export const schema: EffectiveSchema = ${JSON.stringify(schema, null, 2)};`,
    '',
    body,
  ].join('\n');
}
