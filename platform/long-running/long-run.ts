import { SoarError } from '../../integration/errors.js';
import { type LongRun } from './run.js';
import { serveInstance } from './serve-instance.js';

/** How long to wait after a failure, in milliseconds. */
const PAUSE_MS = 5_000;

/**
 * Serves an instance until the server goes, and never ends before: whatever fails is shown on the instance, and a moment
 * later everything is begun anew.
 */
export async function runLong(run: LongRun): Promise<void> {
  const { calls, clock, signal, error: logError } = run;
  const showHealth = async (problem: string): Promise<void> => {
    if (problem !== '') logError(problem);
    // A server that cannot be told is asked again soon enough.
    await calls.updateModuleHealth(problem).catch(() => undefined);
  };
  while (!signal.aborted) {
    try {
      await serveInstance(run, showHealth);
    } catch (error) {
      await showHealth(error instanceof SoarError ? error.text : String(error));
      await clock.sleep(PAUSE_MS, signal).catch(() => undefined);
    }
  }
}
