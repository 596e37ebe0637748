import { type Connection } from '../../integration/dispatcher/connection.js';
import { forbiddenExplainer } from '../../integration/dispatcher/forbidden.js';
import { createGraphClient, type GraphClient } from '../../integration/graph/client.js';
import { type Run } from '../../integration/run.js';
import { type RunSurroundings, unseenRun } from '../unseen-run.js';

/** Long enough to read what a busy chat held while nobody watched, in milliseconds. */
const LONGEST_RUN_MS = 900_000;

/** A run of the watch. */
export function newRun(surroundings: RunSurroundings): Run {
  return unseenRun(surroundings, LONGEST_RUN_MS);
}

/** What does something with Graph in a run of its own, and explains a refusal as reading messages does. */
export function runsWithGraph(
  { settings, http, tokens, throttles }: Connection,
  surroundings: RunSurroundings,
): <T>(work: (graph: GraphClient) => Promise<T>) => Promise<T> {
  const { graphUrl, signIn } = settings;
  const explainForbidden = forbiddenExplainer('msgraph-teams-list-messages', signIn.flow);
  return (work) =>
    work(createGraphClient({ graphUrl, http, tokens, throttles, explainForbidden }, newRun(surroundings)));
}
