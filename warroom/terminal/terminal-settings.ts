/** What a terminal can show. */
export interface TerminalSettings {
  /** Width in columns; undefined where nobody looks (a file, a pipe): then nothing is wrapped. */
  readonly columns?: number | undefined;
  /** Whether colors and other styles may be used. */
  readonly color: boolean;
}

/**
 * Finds out what an output stream can show: colors only on a terminal, and not where `NO_COLOR` holds any text
 * (no-color.org).
 *
 * @param stream The stream that will be written to.
 * @param env Environment variables.
 */
export function terminalSettings(
  stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined },
  env: Readonly<Record<string, string | undefined>>,
): TerminalSettings {
  const isTerminal = stream.isTTY === true;
  return {
    color: isTerminal && (env['NO_COLOR'] ?? '') === '',
    ...(isTerminal && { columns: stream.columns }),
  };
}
