import {
  isBrokenReference,
  REFERENCE_FORM,
  referencedVariable,
} from '../../integration/environment-reference.js';
import { ArgumentError } from '../../integration/errors.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';

/** Where the secrets of a line come from. */
export interface SecretSources {
  /**
   * Asks a person without showing the answer.
   * @param prompt What is asked for.
   * @throws ArgumentError where there is nobody to ask, CancelledError when they decline.
   */
  readonly ask: (prompt: string) => Promise<string>;
  readonly environment: NodeJS.ProcessEnv;
  /** Told what ought to be done otherwise next time. */
  readonly warn: (text: string) => void;
}

/**
 * Fills in the secret arguments of a line: `?` is asked for, `${env:NAME}` is read from the environment. Any other
 * value is used, with a warning: a shell keeps what was typed.
 * @param declaration The command's declaration; undefined for a command that does not exist, which the dispatcher tells.
 * @throws ArgumentError when a variable is not set, or nobody can be asked.
 */
export async function fillInSecrets(
  args: Readonly<Record<string, string>>,
  declaration: CommandDeclaration | undefined,
  { ask, environment, warn }: SecretSources,
): Promise<Record<string, string>> {
  const filled = { ...args };
  const typed: string[] = [];
  for (const { name, secret } of declaration?.arguments ?? []) {
    const value = filled[name];
    if (!secret || !value) continue;
    const variable = referencedVariable(value);
    if (variable !== undefined || isBrokenReference(value)) {
      filled[name] = valueOf(variable, name, environment);
    } else if (value === '?') {
      filled[name] = await ask(name);
    } else typed.push(name);
  }
  if (typed.length > 0) {
    warn(
      `${typed.join(' and ')} may now stand in the history of the shell. Next time write ${typed.map((name) => `${name}=?`).join(' ')}, or '${REFERENCE_FORM}' in place of the value.`,
    );
  }
  return filled;
}

function valueOf(variable: string | undefined, name: string, environment: NodeJS.ProcessEnv): string {
  if (variable === undefined) {
    throw new ArgumentError(
      `${name} begins like a reference to the environment and is none.`,
      `A reference has the form ${REFERENCE_FORM}.`,
    );
  }
  const value = environment[variable];
  if (value) return value;
  throw new ArgumentError(
    `${name} refers to the environment variable ${variable}, which is not set.`,
    'Set it, or write "?" to be asked.',
  );
}
