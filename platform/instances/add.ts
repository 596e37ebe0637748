import { type KeyObject } from 'node:crypto';
import { referencedVariable } from '../../integration/environment-reference.js';
import { SettingsError } from '../../integration/errors.js';
import { isJsonObject, type JsonObject } from '../../integration/json.js';
import { parseSettings } from '../../integration/settings/parse.js';
import { type Settings } from '../../integration/settings/settings.js';
import { changeInstances } from './change.js';
import { readInstances } from './instance-file.js';
import { checkInstanceName } from './instance-name.js';
import { isMasked, isSecret } from './parameter-secrecy.js';
import { readParameterWords, type TypedParameter } from './parameter-words.js';
import { inClear, stored } from './stored.js';

/** What adding an instance needs. */
export interface AddOptions {
  readonly name: string;
  /** `param=value` words; `?` is asked for, `${env:NAME}` is stored as it stands. */
  readonly words: readonly string[];
  /** Whether an instance of that name may be overwritten. */
  readonly replace: boolean;
  /** The folder of our own files. */
  readonly home: string;
  readonly key: KeyObject;
  readonly environment: NodeJS.ProcessEnv;
  /** Asks a person without showing the answer. */
  readonly ask: (prompt: string) => Promise<string>;
}

/** What was added. */
export interface Added {
  readonly settings: Settings;
  /** Secret parameters whose value was typed as it is. */
  readonly typedSecrets: readonly string[];
}

/**
 * Adds an instance. It is checked as a whole first, with the environment's values in place of references.
 * @throws SettingsError that names every fault, or that the name is taken; nothing is saved then.
 */
export async function addInstance(options: AddOptions): Promise<Added> {
  const { name, replace, home } = options;
  checkInstanceName(name);
  const { parameters: typed, faults } = readParameterWords(options.words);
  // Nobody is asked for a secret that cannot be kept.
  if (!replace) refuseTaken(name, (await readInstances(home)) ?? new Map());
  if (faults.length > 0 && typed.some(isQuestion)) throw notSaved(faults);
  const parameters = await answered(typed, options.ask);

  const kept = keptForm(parameters, options.key);
  const settings = checked(kept, faults, options);
  await changeInstances(home, (instances) => {
    if (!replace) refuseTaken(name, instances);
    return new Map([...instances, [name, kept]]);
  });
  const typedSecrets = typed
    .filter((parameter) => !isQuestion(parameter) && referencedVariable(parameter.text) === undefined)
    .filter((parameter) => isMasked(parameter.name, parameter.part, settings));
  return { settings, typedSecrets: typedSecrets.map(({ label }) => label) };
}

function isQuestion({ text }: TypedParameter): boolean {
  return text === '?';
}

async function answered(
  typed: readonly TypedParameter[],
  ask: AddOptions['ask'],
): Promise<readonly TypedParameter[]> {
  const parameters: TypedParameter[] = [];
  for (const parameter of typed) {
    parameters.push(isQuestion(parameter) ? { ...parameter, text: await ask(parameter.label) } : parameter);
  }
  return parameters;
}

/** @throws SettingsError with the faults so far and those of the parameters taken together. */
function checked(kept: JsonObject, faults: readonly string[], options: AddOptions): Settings {
  const missing: string[] = [];
  const clear = inClear(kept, { ...options, instance: options.name }, missing);
  const own = [...faults, ...missing];
  try {
    const settings = parseSettings(clear);
    if (own.length === 0) return settings;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw notSaved(own, error);
  }
  throw notSaved(own);
}

function notSaved(faults: readonly string[], settingsError?: SettingsError): SettingsError {
  const lines = [...faults.map((fault) => `- ${fault}`), ...(settingsError ? [settingsError.message] : [])];
  return new SettingsError(
    ['Nothing was saved.', ...lines].join('\n'),
    'Correct the command, and run it again.',
  );
}

/** The parameters as they go into the file. A credentials field is an object only where both halves are given. */
function keptForm(parameters: readonly TypedParameter[], key: KeyObject): JsonObject {
  const kept = new Map<string, unknown>();
  for (const { name, part, text } of parameters) {
    const value = isSecret(name, part) ? stored(text, key) : text;
    const other = parameters.find((twin) => twin.name === name && twin.part !== part);
    if (part === undefined || (part === 'password' && !other)) kept.set(name, value);
    else {
      const halves = kept.get(name);
      kept.set(name, { ...(isJsonObject(halves) ? halves : {}), [part]: value });
    }
  }
  return Object.fromEntries(kept);
}

function refuseTaken(name: string, instances: ReadonlyMap<string, JsonObject>): void {
  if (!instances.has(name)) return;
  throw new SettingsError(`There is already an instance ${name}.`, 'Overwrite it with --replace.');
}
