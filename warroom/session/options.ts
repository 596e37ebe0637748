import { coerceList } from '../../integration/dispatcher/coerce.js';
import { ArgumentError } from '../../integration/errors.js';
import { type ArgumentDeclaration } from '../../integration/manifest/types.js';

/** What the platform takes on every command; the command itself never sees it. */
export interface LineOptions {
  /** Instances to run on, one after another; empty for the current one. */
  readonly using: readonly string[];
  /** Whether `Contents` is shown in place of the readable text. */
  readonly rawResponse: boolean;
  /** `key=path`, several joined by `::`: what is read from `Contents` and written to the context. */
  readonly extendContext: string | undefined;
  /** Whether the command's own outputs stay out of the context. */
  readonly ignoreOutputs: boolean;
  readonly timeoutSeconds: number | undefined;
  /** Further tries after an error. */
  readonly retryCount: number;
  readonly retrySeconds: number;
  readonly debug: boolean;
}

/** The platform waits as long where nobody says otherwise. */
const RETRY_SECONDS = 30;

const truth = ['true', 'false'];

/** The options as help and completion know them. */
export const optionDeclarations: readonly ArgumentDeclaration[] = [
  { name: 'using', description: 'Instances to run on, parted by commas.', isArray: true },
  { name: 'raw-response', description: 'Shows the raw answer.', predefined: truth },
  {
    name: 'extend-context',
    description: 'Writes parts of the raw answer to the context: key=path::key=path.',
  },
  { name: 'ignore-outputs', description: 'Leaves the outputs out of the context.', predefined: truth },
  { name: 'execution-timeout', description: 'Seconds that it may take.' },
  { name: 'retry-count', description: 'Further tries after an error.' },
  { name: 'retry-interval', description: `Seconds between two tries (${RETRY_SECONDS}).` },
  {
    name: 'auto-extract',
    description: 'Taken for the platform’s sake; nothing is extracted here.',
    predefined: ['none', 'inline', 'outOfBand'],
  },
  { name: 'debug-mode', description: 'Adds what was sent and answered.', predefined: truth },
];

/** The documentation of the platform spells one of them both ways. */
const spellings: ReadonlyMap<string, string> = new Map([['ignore-output', 'ignore-outputs']]);

/**
 * Takes the options out of what was typed.
 * @returns The options, and the arguments that are left for the command.
 * @throws ArgumentError where an option has a value that it cannot have.
 */
export function takeOptions(args: Readonly<Record<string, unknown>>): {
  readonly options: LineOptions;
  readonly rest: Readonly<Record<string, unknown>>;
} {
  const known = new Set(optionDeclarations.map(({ name }) => name));
  const given = new Map<string, unknown>();
  const rest: [string, unknown][] = [];
  for (const [typed, value] of Object.entries(args)) {
    const name = spellings.get(typed) ?? typed;
    if (known.has(name)) given.set(name, value);
    else rest.push([typed, value]);
  }
  const extract = given.get('auto-extract');
  oneOf('auto-extract', extract, ['none', 'inline', 'outOfBand']);
  const extend = given.get('extend-context');
  return {
    options: {
      using: coerceList(given.get('using') ?? []).map(String),
      rawResponse: isTrue('raw-response', given),
      extendContext: extend === undefined || extend === null ? undefined : textOf('extend-context', extend),
      ignoreOutputs: isTrue('ignore-outputs', given),
      timeoutSeconds: whole('execution-timeout', given, 1),
      retryCount: whole('retry-count', given, 0) ?? 0,
      retrySeconds: whole('retry-interval', given, 0) ?? RETRY_SECONDS,
      debug: isTrue('debug-mode', given),
    },
    rest: Object.fromEntries(rest),
  };
}

function isTrue(name: string, given: ReadonlyMap<string, unknown>): boolean {
  const value = given.get(name);
  if (value === undefined || value === null || value === '') return false;
  const text = textOf(name, value).trim().toLowerCase();
  oneOf(name, text, ['true', 'false', 'yes', 'no']);
  return text === 'true' || text === 'yes';
}

function whole(name: string, given: ReadonlyMap<string, unknown>, least: number): number | undefined {
  const value = given.get(name);
  if (value === undefined || value === null || value === '') return undefined;
  const text = textOf(name, value).trim();
  if (!/^\d{1,7}$/.test(text) || Number(text) < least) {
    throw new ArgumentError(`${name}=${text} is not allowed.`, `It takes a whole number from ${least}.`);
  }
  return Number(text);
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new ArgumentError(`${name} takes one value.`);
}

function oneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || value === null || value === '') return;
  if (typeof value === 'string' && allowed.includes(value)) return;
  throw new ArgumentError(
    `${name}=${JSON.stringify(value)} is not allowed.`,
    `Allowed: ${allowed.join(', ')}.`,
  );
}
