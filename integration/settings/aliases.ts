import { isJsonObject, type JsonObject } from '../json.js';
import { type Findings } from './findings.js';

/** An instance's parameters as whoever runs us gave them. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One name under which a field may arrive. */
export interface Alias {
  readonly name: string;
  /** For a credentials field (type 9), which half holds the value. Plain text in such a field is the password half. */
  readonly part?: 'identifier' | 'password';
}

/** A setting, its label in the form and the names it goes by, the one that wins first. */
export interface Field {
  readonly label: string;
  readonly aliases: readonly [Alias, ...Alias[]];
}

/** A value that was found, and the name the caller used for it. */
export interface Given {
  readonly text: string;
  readonly from: string;
  /** That name and the label of the form, which shows no names. */
  readonly named: string;
}

/**
 * Reads a field under all its names. The first that is not empty wins; another with a different value makes a warning.
 *
 * @returns The value without surrounding white space, or undefined where every name is absent or empty.
 */
export function readField(params: Parameters, field: Field, findings: Findings): Given | undefined {
  const given = field.aliases
    .map((alias) => readAlias(params, alias, findings))
    .filter((value) => value !== undefined);
  const [winner, ...others] = given;
  const differing = others.filter((other) => other.text !== winner?.text).map(({ from }) => from);
  if (winner !== undefined && differing.length > 0) {
    findings.warnings.push(
      `${[winner.from, ...differing].join(' and ')} hold different values; ${winner.from} is used.`,
    );
  }
  return winner && { ...winner, named: `${winner.from} (${field.label})` };
}

/** The sentence for a field that has to be filled in and is not. */
export function missing({ label, aliases: [first, ...others] }: Field): string {
  const names = others.map(({ name, part }) => (part === undefined ? name : `${name}.${part}`));
  const form = first.part === undefined ? first.name : `${first.name}.${first.part}`;
  return `${form} (${label}) is missing${names.length > 0 ? `; older names: ${names.join(', ')}` : ''}.`;
}

function readAlias(
  params: Parameters,
  { name, part }: Alias,
  findings: Findings,
): Omit<Given, 'named'> | undefined {
  const value: unknown = Object.hasOwn(params, name) ? params[name] : undefined;
  if (part === undefined) return readText(value, name, findings);
  if (!isJsonObject(value)) return part === 'password' ? readText(value, name, findings) : undefined;
  return readText(partOf(value, part), `${name}.${part}`, findings);
}

/** Credentials as the platform delivers them; a vault puts the user name where only its own answer has it. */
function partOf(value: JsonObject, part: 'identifier' | 'password'): unknown {
  const nested = isJsonObject(value['credentials']) ? value['credentials'] : {};
  if (part === 'password') return value['password'] || nested['password'];
  return nested['vaultInstanceId']
    ? nested['user'] || value['identifier']
    : value['identifier'] || nested['user'];
}

function readText(value: unknown, from: string, findings: Findings): Omit<Given, 'named'> | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') {
    findings.faults.push(`${from} must be text.`);
    return undefined;
  }
  const text = value.trim();
  return text === '' ? undefined : { text, from };
}
