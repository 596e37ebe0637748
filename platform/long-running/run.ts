import { type Clock } from '../../integration/clock.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type ServerCalls } from '../loop/server-calls.js';
import { type ServerLog } from '../loop/server-log.js';

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
