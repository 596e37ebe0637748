import { type Clock } from '../../integration/clock.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { SoarError } from '../../integration/errors.js';
import { type ServerCalls } from '../loop/server-calls.js';
import { type ServerLog } from '../loop/server-log.js';
import { serveInstance } from './serve-instance.js';

/** How long to wait after a failure, in milliseconds. */
const PAUSE_MS = 5_000;

/** What a run without an end works with. */
export interface LongRun extends ServerLog {
  /** Its state is asked for at each reading: the commands of the instance run in other containers. */
  readonly instance: Instance;
  readonly calls: ServerCalls;
  readonly clock: Clock;
  /** Address of this machine to listen at. */
  readonly listenHost: string;
  /** Aborted when the server has gone. */
  readonly signal: AbortSignal;
}

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
