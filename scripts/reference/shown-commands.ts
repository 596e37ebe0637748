import { commandMetadata } from '../../generated/commands.js';
import { manifest } from '../../generated/manifest.js';
import { validators } from '../../generated/validators.js';
import { type CommandName } from '../../integration/command.js';
import { type ShownCommand } from './command-reference.js';
import { exampleOutput } from './example-output.js';

/**
 * Every command of the manifest, with what its first example does.
 * @throws Error when an example fails.
 */
export async function shownCommands(): Promise<readonly ShownCommand[]> {
  const commands: ShownCommand[] = [];
  for (const declaration of manifest.script.commands ?? []) {
    const { name } = declaration;
    if (!isCommand(name)) throw new Error(`generated/commands.ts does not know ${name}.`);
    const metadata = commandMetadata[name];
    const [first] = metadata.examples;
    if (first === undefined) throw new Error(`${name} has no example.`);
    const { schema } = await validators[name]();
    commands.push({ declaration, schema, metadata, output: await exampleOutput(declaration, first) });
  }
  return commands;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandMetadata, name);
}
