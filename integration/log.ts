/** Where diagnostics go. Standard output belongs to results, so a log never writes there (rule R15). */
export interface Log {
  /**
   * @param event What happened, as a few fixed words.
   * @param fields Gives the details, where somebody listens. Never bodies or headers: they may hold secrets.
   */
  debug(event: string, fields?: () => Readonly<Record<string, unknown>>): void;
}

/** The log of a run that nobody debugs. */
export const silentLog: Log = {
  debug() {
    // Nobody listens.
  },
};
