import { validators } from '../../generated/validators.js';
import { bindArguments } from '../../integration/dispatcher/arguments.js';
import { isCommandName } from '../../integration/dispatcher/command-name.js';
import { ArgumentError } from '../../integration/errors.js';
import { findCommand } from '../../integration/manifest/query.js';
import { type CommandDeclaration, type Manifest } from '../../integration/manifest/types.js';
import { nearestName } from '../../integration/suggest.js';
import { brandsAskedFor } from './asked-brands.js';
import { brandOf } from '../pack/brand-manifest.js';
import { knownBrands } from '../pack/known-brands.js';
import { type Differences } from './differences.js';
import { difference, fault, type Finding } from './finding.js';
import { type PlaybookTask } from './read-playbook.js';

/** Options that the platform takes out of every command before it runs. */
const platformOptions = new Set([
  'using',
  'using-brand',
  'raw-response',
  'extend-context',
  'ignore-outputs',
  'ignore-output',
  'execution-timeout',
  'retry-count',
  'retry-interval',
  'auto-extract',
  'debug-mode',
]);

/** Commands that could only be this integration's. */
const OUR_COMMAND = /^(msgraph-user-|msgraph-teams-|msgraph-direct-reports)/;

/** What one task meets, apart from the context paths that it reads. */
export async function checkTask(
  task: PlaybookTask,
  manifest: Manifest,
  differences: Differences,
): Promise<readonly Finding[]> {
  const { command } = task;
  if (command === undefined) return checkAvailability(task, manifest);
  const declaration = findCommand(manifest, command);
  if (!declaration) return OUR_COMMAND.test(command) ? [unknownCommand(command, manifest)] : [];
  return [
    ...unknownArguments(task, declaration),
    ...missingArguments(task, declaration),
    ...(await refusedValues(task, declaration)),
    ...checkBinding(task, declaration, manifest),
    ...(declaration.deprecated ? [difference(`Deprecated. ${declaration.description}`)] : []),
    ...(differences.get(command) ?? []).map(({ text, reason }) => difference(`${text} (${reason})`)),
  ];
}

function unknownCommand(command: string, manifest: Manifest): Finding {
  const near = nearestName(
    command,
    (manifest.script.commands ?? []).map(({ name }) => name),
  );
  return fault(`There is no command ${command}${near === undefined ? '.' : `; did you mean ${near}?`}`);
}

function unknownArguments({ args }: PlaybookTask, declaration: CommandDeclaration): readonly Finding[] {
  const names = (declaration.arguments ?? []).map(({ name }) => name);
  return [...args.keys()]
    .filter((name) => !names.includes(name) && !platformOptions.has(name))
    .map((name) => {
      const near = nearestName(name, names);
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      return fault(`${name} is no argument of ${declaration.name}, which then refuses to run${hint}`);
    });
}

function missingArguments({ args }: PlaybookTask, declaration: CommandDeclaration): readonly Finding[] {
  return (declaration.arguments ?? [])
    .filter(({ name, required, defaultValue }) => required === true && !defaultValue && !args.has(name))
    .map(({ name }) => fault(`${name} is required.`));
}

/** Values that stand in the playbook as they are, and that the command refuses. */
async function refusedValues(
  { args }: PlaybookTask,
  declaration: CommandDeclaration,
): Promise<readonly Finding[]> {
  if (!isCommandName(declaration.name)) return [];
  const given = (declaration.arguments ?? []).flatMap((argument) => {
    const value = args.get(argument.name);
    return value?.kind === 'literal' ? [{ ...argument, required: false, text: value.text }] : [];
  });
  const literals = Object.fromEntries(given.map(({ name, text }) => [name, text]));
  try {
    bindArguments({ ...declaration, arguments: given }, await validators[declaration.name](), literals);
    return [];
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    return error.message.split('\n').map(fault);
  }
}

/** A task that names an integration, or an instance, runs there only. */
function checkBinding(
  { brand = '', args }: PlaybookTask,
  { name }: CommandDeclaration,
  manifest: Manifest,
): readonly Finding[] {
  const using = args.get('using');
  const bound =
    using?.kind === 'literal'
      ? [difference(`Runs on the instance "${using.text}" only; it has to be there.`)]
      : [];
  const usingBrand = args.get('using-brand');
  const brands = new Set([brand, usingBrand?.kind === 'literal' ? usingBrand.text : '']);
  const named = [...brands].filter((each) => each !== '' && each !== manifest.commonfields.id);
  return [
    ...bound,
    ...named.map((each) =>
      each === brandOf(name)?.id
        ? difference(`Bound to the integration "${each}": install the pack made with --brands.`)
        : fault(`Bound to the integration "${each}", which does not have ${name}.`),
    ),
  ];
}

function checkAvailability(task: PlaybookTask, { commonfields: { id } }: Manifest): readonly Finding[] {
  return brandsAskedFor(task)
    .filter((asked) => knownBrands.some((brand) => brand.id.toLowerCase() === asked.toLowerCase()))
    .map((asked) =>
      difference(
        `Asks for the integration "${asked}": install the pack made with --brands, or ask for "${id}".`,
      ),
    );
}
