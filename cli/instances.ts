import { registry } from '../commands/index.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { noteEntry } from '../integration/results/note-entry.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { sealingKey } from '../integration/state/key.js';
import { addInstance } from '../platform/instances/add.js';
import { chooseInstance } from '../platform/instances/choose.js';
import { instanceDetails, instanceList } from '../platform/instances/describe.js';
import { homeFolder } from '../platform/instances/home.js';
import { removeInstance } from '../platform/instances/remove.js';
import { render } from '../warroom/render.js';
import { paintEntry } from '../warroom/terminal/entry.js';
import { terminalSettings } from '../warroom/terminal/terminal-settings.js';
import { askSecret } from './ask.js';
import { openInstance } from './instance.js';
import { MISUSE, readOptions } from './options.js';
import { warn } from './warn.js';

const usage = `Usage: msgraph-soar instance add NAME parameter=value … [--replace]
       msgraph-soar instance list
       msgraph-soar instance show|test|remove NAME
A value "?" is asked for without showing it; '\${env:NAME}' is read from the environment at each use.
`;

/** Keeps the instances: 0 when it worked, 1 when it did not, 2 when misused. */
export default async function instances(args: readonly string[]): Promise<number> {
  const options = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  if (!options) return MISUSE;
  const { replace } = options.values;
  const [verb = '', name, ...words] = options.positionals;
  const run = name === undefined ? listing(verb) : naming(verb, name, words, replace);
  if (!run || (replace && verb !== 'add')) {
    process.stderr.write(usage);
    return MISUSE;
  }
  return run();
}

type Verb = () => Promise<number>;

function listing(verb: string): Verb | undefined {
  return verb === 'list' ? async () => show(await instanceList(home(), await inspecting())) : undefined;
}

function naming(verb: string, name: string, words: readonly string[], replace: boolean): Verb | undefined {
  if (verb === 'add') return () => add(name, words, replace);
  if (words.length > 0) return undefined;
  switch (verb) {
    case 'show':
      return async () => show(await instanceDetails(name, home(), await inspecting()));
    case 'test':
      return () => test(name);
    case 'remove':
      return () => remove(name);
    default:
      return undefined;
  }
}

function home(): string {
  return homeFolder(process.env);
}

async function inspecting() {
  return { key: await sealingKey(home(), process.env), environment: process.env };
}

function show(markdown: string): number {
  process.stdout.write(`${paintEntry(noteEntry(markdown), terminalSettings(process.stdout, process.env))}\n`);
  return 0;
}

async function add(name: string, words: readonly string[], replace: boolean): Promise<number> {
  const { settings, typedSecrets } = await addInstance({
    name,
    words,
    replace,
    home: home(),
    ...(await inspecting()),
    ask: (prompt) => askSecret(prompt),
  });
  settings.warnings.forEach(warn);
  if (typedSecrets.length > 0) {
    warn(
      `${typedSecrets.join(' and ')} may now stand in the history of the shell. Next time write ${typedSecrets.map((label) => `${label}=?`).join(' ')}.`,
    );
  }
  process.stdout.write(`Saved the instance ${name}. Try it: msgraph-soar instance test ${name}\n`);
  return 0;
}

/** Runs what the Test button of a platform runs. */
async function test(name: string): Promise<number> {
  const { instance, close } = await openInstance(await chooseInstance(name, home(), process.env), false);
  try {
    const dispatcher = createDispatcher({ registry, warn: warn });
    const execution = await dispatcher.execute({ command: 'test-module', args: {}, instance });
    const settings = terminalSettings(process.stdout, process.env);
    process.stdout.write(`${await render(execution, 'terminal', settings)}\n`);
    return execution.entries.some(isErrorEntry) ? 1 : 0;
  } finally {
    await close();
  }
}

async function remove(name: string): Promise<number> {
  await removeInstance(home(), name);
  process.stdout.write(`Removed the instance ${name} and what it kept.\n`);
  return 0;
}
