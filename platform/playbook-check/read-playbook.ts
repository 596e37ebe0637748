import { load, YAML11_SCHEMA, YAMLException } from 'js-yaml';
import { ArgumentError } from '../../integration/errors.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';

/** The value that a task gives to an argument. */
export type GivenValue =
  | { readonly kind: 'literal'; readonly text: string }
  /** Known only when the playbook runs. */
  | { readonly kind: 'computed' };

/** A task of a playbook, as far as it concerns an integration. */
export interface PlaybookTask {
  readonly id: string;
  readonly name: string;
  /** The command that it runs; undefined for a script, a sub-playbook, a condition and the like. */
  readonly command?: string;
  /** The integration that the command is bound to; empty for any. */
  readonly brand?: string;
  /** The script that it runs, such as `Set`. */
  readonly script?: string;
  /** Arguments that are set; one without a value is none. */
  readonly args: ReadonlyMap<string, GivenValue>;
  /** The task as it stands in the file. */
  readonly source: JsonObject;
}

/** A playbook. */
export interface Playbook {
  readonly name: string;
  readonly tasks: readonly PlaybookTask[];
  /** Its own inputs and outputs, as they stand in the file. */
  readonly ports: readonly unknown[];
}

/**
 * Reads a playbook in the platform's format, old or new: what it does not know it passes over.
 * @returns Undefined for a YAML that is something else.
 * @throws ArgumentError where it is no YAML.
 */
export function readPlaybook(text: string): Playbook | undefined {
  const document = parseYaml(text);
  if (!isJsonObject(document) || !isJsonObject(document['tasks']) || !('starttaskid' in document))
    return undefined;
  return {
    name: textAt(document, 'name') ?? textAt(document, 'id') ?? 'without a name',
    tasks: Object.entries(document['tasks']).flatMap(([id, task]) =>
      isJsonObject(task) ? [readTask(id, task)] : [],
    ),
    ports: [document['inputs'], document['outputs']],
  };
}

/** YAML 1.1, as the platform reads it. */
function parseYaml(text: string): unknown {
  try {
    return load(text, { schema: YAML11_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const place = error.mark ? ` at line ${error.mark.line + 1}` : '';
    throw new ArgumentError(`It is no YAML${place}: ${error.reason}`);
  }
}

function readTask(id: string, source: JsonObject): PlaybookTask {
  const inner = isJsonObject(source['task']) ? source['task'] : {};
  const script = textAt(inner, 'scriptName') ?? textAt(inner, 'script') ?? '';
  const [brand = '', command] = (textAt(inner, 'script') ?? '').split('|||');
  const isCommand = inner['iscommand'] === true || command !== undefined;
  const called = isCommand ? { command: command ?? script, brand: command === undefined ? '' : brand } : {};
  const given = isJsonObject(source['scriptarguments']) ? source['scriptarguments'] : {};
  return {
    id,
    name: textAt(inner, 'name') ?? '',
    ...called,
    ...(!isCommand && script !== '' && { script }),
    args: new Map(
      Object.entries(given).flatMap(([name, value]) => {
        const read = readValue(value);
        return read ? [[name, read] as const] : [];
      }),
    ),
    source,
  };
}

function readValue(value: unknown): GivenValue | undefined {
  if (!isJsonObject(value)) return undefined;
  if (isJsonObject(value['complex'])) return { kind: 'computed' };
  const { simple } = value;
  if (typeof simple === 'number' || typeof simple === 'boolean')
    return { kind: 'literal', text: String(simple) };
  if (typeof simple !== 'string' || simple === '') return undefined;
  return simple.includes('${') ? { kind: 'computed' } : { kind: 'literal', text: simple };
}
