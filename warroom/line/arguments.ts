import { ArgumentError } from '../../integration/errors.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { bareValue, type ParsedLine } from './parse.js';

/**
 * The arguments of a parsed line by name. A value without a name goes to the command's default argument.
 * @param declaration The command's declaration; undefined for a command that does not exist, which the dispatcher tells.
 * @throws ArgumentError when a bare value has nowhere to go, or its argument is named as well.
 */
export function lineArguments(
  line: ParsedLine,
  declaration: CommandDeclaration | undefined,
): Record<string, string> {
  const named = line.arguments.flatMap(({ name, value }) =>
    name === undefined ? [] : [[name, value] as const],
  );
  const args: Record<string, string> = Object.fromEntries(named);
  const bare = bareValue(line);
  if (bare === undefined || !declaration) return args;

  const names = (declaration.arguments ?? []).map(({ name }) => name);
  const target = declaration.arguments?.find((argument) => argument.default === true)?.name;
  if (target === undefined) {
    throw new ArgumentError(
      `${declaration.name} takes no value without a name, and ${JSON.stringify(bare)} has none.`,
      names.length === 0 ? 'It takes no arguments.' : `Write name=value with one of ${names.join(', ')}.`,
    );
  }
  if (Object.hasOwn(args, target)) {
    throw new ArgumentError(
      `${target} is given twice: by name, and as ${JSON.stringify(bare)}.`,
      'Quote a value that holds spaces.',
    );
  }
  return { ...args, [target]: bare };
}
