import { type GraphClient } from '../../integration/graph/client.js';
import { type Run } from '../../integration/run.js';
import { type RegisteredMethod, readRegisteredMethods } from './registered-methods.js';

/** Pauses before another look, in milliseconds: Graph's lists lag behind its deletions for some seconds. */
const PAUSES_MS = [2_000, 5_000];

/** Whether two readings show the same method. */
export function isSame(one: RegisteredMethod, other: RegisteredMethod): boolean {
  return one.type === other.type && one.id === other.id;
}

/**
 * Reads what a user has after methods were deleted; as long as one of those still shows, looks again a little later.
 * @param user As asked for in the deletions. @param removed What Graph said it deleted.
 */
export async function lookAgain(
  graph: GraphClient,
  user: string,
  removed: readonly RegisteredMethod[],
  { clock, signal, deadline }: Run,
): Promise<readonly RegisteredMethod[]> {
  let left = await readRegisteredMethods(graph, user);
  for (const pause of PAUSES_MS) {
    const isStale = removed.some((method) => left.some((other) => isSame(method, other)));
    if (!isStale || clock.now() + pause >= deadline) break;
    await clock.sleep(pause, signal);
    left = await readRegisteredMethods(graph, user);
  }
  return left;
}
