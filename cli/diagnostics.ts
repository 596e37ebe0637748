import { type Log } from '../integration/log.js';

/** The log of `--debug`, to the error output; undefined where nobody asked for it. */
export async function diagnosticLog(isWanted: boolean): Promise<Log | undefined> {
  if (!isWanted) return undefined;
  const { createDebugLog } = await import('../integration/debug-log.js');
  return createDebugLog();
}
