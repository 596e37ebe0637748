import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registry } from '../commands/index.js';
import { type CommandMetadata } from '../integration/command.js';
import { isJsonObject, parseJson, textAt } from '../integration/json.js';
import { effectiveSchema } from '../integration/manifest/effective-schema.js';
import { loadManifest } from '../integration/manifest/load.js';
import { platformCommands } from '../integration/manifest/platform-commands.js';
import { argumentTypes } from './argument-types.js';
import { type DescribedCommand } from './described-command.js';
import { validatorModule } from './validator-module.js';

const HEADER = '/* Written by `npm run generate`; do not edit. */\n';

/**
 * Every derived file in generated/ by its path from the project's root, with its content.
 * @throws ManifestError when manifest, schemas and commands disagree.
 */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const read = (file: string) => readFile(join(root, file), 'utf8');
  const manifest = loadManifest(await read('integration.yml'), 'integration.yml');
  const definitions = parseJson(await read('schemas/definitions.json'));
  const product = parseJson(await read('package.json'));
  const version = (isJsonObject(product) && textAt(product, 'version')) || 'unknown';

  const commands: DescribedCommand[] = [];
  for (const declaration of [...(manifest.script.commands ?? []), ...platformCommands]) {
    const schemaFile = parseJson(await read(`schemas/commands/${declaration.name}.json`));
    commands.push({
      declaration,
      schema: effectiveSchema(declaration, schemaFile, definitions),
      metadata: await metadataOf(declaration.name),
    });
  }

  const files = new Map<string, string>();
  files.set(
    'generated/product.ts',
    `${HEADER}export const version = '${version}';\nexport const userAgent = 'msgraph-soar/${version}';\n`,
  );
  files.set(
    'generated/manifest.ts',
    `${HEADER}import { type Manifest } from '../integration/manifest/types.js';\n\nexport const manifest: Manifest = ${JSON.stringify(manifest, null, 2)};\n`,
  );
  files.set('generated/arguments.ts', HEADER + (await argumentTypes(commands)));
  files.set('generated/commands.ts', HEADER + metadataModule(commands));
  files.set('generated/validators.ts', HEADER + validatorTable(commands));
  for (const command of commands) {
    files.set(
      `generated/validators/${command.declaration.name}.ts`,
      HEADER + (await validatorModule(command)),
    );
  }
  return files;
}

async function metadataOf(name: string): Promise<CommandMetadata> {
  const loaders: Readonly<Record<string, () => Promise<{ default: CommandMetadata }>>> = registry;
  const load = loaders[name];
  if (!load) throw new Error(`commands/index.ts does not list ${name}, which integration.yml declares.`);
  const { default: command } = await load();
  const { permissions, effects, notInClouds, ownAppOnly, actsOn, suppressesMissing, examples } = command;
  const { needsMfaService, generatesSecrets, looksBy } = command;
  return {
    permissions,
    effects,
    ...(notInClouds && { notInClouds }),
    ...(ownAppOnly && { ownAppOnly }),
    ...(needsMfaService && { needsMfaService }),
    ...(generatesSecrets && { generatesSecrets }),
    ...(actsOn && { actsOn }),
    ...(looksBy && { looksBy }),
    ...(suppressesMissing && { suppressesMissing }),
    examples,
  };
}

function metadataModule(commands: readonly DescribedCommand[]): string {
  const metadata = Object.fromEntries(
    commands.map((command) => [command.declaration.name, command.metadata]),
  );
  return [
    "import { type CommandMetadata, type CommandName } from '../integration/command.js';",
    '',
    '/** What the commands say of themselves, without their handlers. */',
    `export const commandMetadata: Readonly<Record<CommandName, CommandMetadata>> = ${JSON.stringify(metadata, null, 2)};`,
    '',
  ].join('\n');
}

function validatorTable(commands: readonly DescribedCommand[]): string {
  const rows = commands.map(
    ({ declaration: { name } }) => `  '${name}': () => import('./validators/${name}.js'),`,
  );
  return [
    "import { type CommandName } from '../integration/command.js';",
    "import { type ArgumentValidation } from '../integration/dispatcher/validation.js';",
    '',
    '/** The compiled argument schema of each command, loaded when the command is run. */',
    'export const validators: Readonly<Record<CommandName, () => Promise<ArgumentValidation>>> = {',
    ...rows,
    '};',
    '',
  ].join('\n');
}
