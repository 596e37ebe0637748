import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line cannot be read: exit code 2. */
export const MISUSE = 2;

/**
 * Reads a subcommand's options, and answers a mistake with a line on the error output.
 * @returns Undefined after a mistake.
 */
export function readOptions<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> | undefined {
  try {
    return parseArgs(config);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
