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

  const target = declaration.arguments?.find((argument) => argument.default === true)?.name;
  if (target === undefined) {
    throw withoutName(declaration, bare);
  }
  if (Object.hasOwn(args, target)) {
    throw new ArgumentError(
      `${target} is given twice: by name, and as ${JSON.stringify(bare)}.`,
      'Quote a value that holds spaces.',
    );
  }
  return { ...args, [target]: bare };
}

/** A command that takes a secret may have got it here: then the value is not repeated. */
function withoutName({ name, arguments: declared = [] }: CommandDeclaration, bare: string): ArgumentError {
  const names = declared.map((argument) => argument.name);
  const quoted = names.find((one) => bare.startsWith(`${one}=`));
  const mayBeSecret = declared.some(({ secret }) => secret === true);
  const shown = mayBeSecret ? 'one' : JSON.stringify(bare);
  return new ArgumentError(
    `${name} takes no value without a name, and ${shown} has none.`,
    quoted !== undefined
      ? `The quotes go around the value alone: ${quoted}="…".`
      : names.length === 0
        ? 'It takes no arguments.'
        : `Write name=value with one of ${names.join(', ')}.`,
  );
}
