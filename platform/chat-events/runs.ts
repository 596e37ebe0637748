import { type Clock } from '../../integration/clock.js';
import { type Connection } from '../../integration/dispatcher/connection.js';
import { forbiddenExplainer } from '../../integration/dispatcher/forbidden.js';
import { createGraphClient, type GraphClient } from '../../integration/graph/client.js';
import { createJitter } from '../../integration/jitter.js';
import { type Log } from '../../integration/log.js';
import { type Run } from '../../integration/run.js';

/** Long enough to read what a busy chat held while nobody watched, in milliseconds. */
const LONGEST_RUN_MS = 900_000;

interface Surroundings {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A run that nobody sees. */
export function newRun({ clock, log, signal }: Surroundings): Run {
  return {
    clock,
    log,
    signal,
    deadline: clock.now() + LONGEST_RUN_MS,
    metrics: { requests: 0, retries: 0 },
    files: [],
    jitter: createJitter(),
    onProgress: () => undefined,
    onWait: () => undefined,
  };
}

/** What does something with Graph in a run of its own, and explains a refusal as reading messages does. */
export function runsWithGraph(
  { settings, http, tokens, throttles }: Connection,
  surroundings: Surroundings,
): <T>(work: (graph: GraphClient) => Promise<T>) => Promise<T> {
  const { graphUrl } = settings;
  const explainForbidden = forbiddenExplainer('msgraph-teams-list-messages');
  return (work) =>
    work(createGraphClient({ graphUrl, http, tokens, throttles, explainForbidden }, newRun(surroundings)));
}
