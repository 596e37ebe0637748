import { isBrokenReference, referencedVariable } from '../../integration/environment-reference.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { queryContext } from '../context/query.js';
import { resolveReferences } from '../context/references.js';
import { fillInSecrets } from '../line/secret-arguments.js';
import { type KnownSecrets } from './known-secrets.js';

/** Where the values of arguments come from. */
export interface ArgumentSources {
  readonly context: unknown;
  /** Gets every secret that is found. */
  readonly secrets: KnownSecrets;
  readonly ask: (prompt: string) => Promise<string>;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * The arguments with their values: references read from the context, secrets asked for or read from the environment.
 * Only what was typed can ask for those; a value from the context is taken as it is.
 * @throws ArgumentError where a query cannot be understood, or a variable is not set.
 */
export async function resolveArguments(
  typed: Readonly<Record<string, string>>,
  declaration: CommandDeclaration | undefined,
  { context, secrets, ask, environment }: ArgumentSources,
): Promise<Record<string, unknown>> {
  const isSecret = (name: string): boolean =>
    declaration?.arguments?.some((argument) => argument.name === name && argument.secret === true) === true;
  const elsewhere = Object.entries(typed).filter(
    ([name, value]) =>
      isSecret(name) &&
      (value === '?' || referencedVariable(value) !== undefined || isBrokenReference(value)),
  );
  const filled: Readonly<Record<string, string>> = await fillInSecrets(
    Object.fromEntries(elsewhere),
    declaration,
    {
      ask,
      environment,
      // What is typed here goes to no shell's history.
      warn: () => undefined,
    },
  );
  const read = (query: string): unknown => queryContext(context, query);
  const resolved = Object.entries(typed).map(([name, value]): [string, unknown] => [
    name,
    Object.hasOwn(filled, name) ? filled[name] : resolveReferences(value, read),
  ]);
  for (const [name, value] of resolved) {
    if (isSecret(name))
      for (const secret of [value].flat()) if (typeof secret === 'string') secrets.add(secret);
  }
  return Object.fromEntries(resolved);
}
