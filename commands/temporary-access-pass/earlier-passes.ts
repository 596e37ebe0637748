import { CancelledError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { type JsonObject } from '../../integration/json.js';
import { firstLine } from './failed-read.js';
import { passesOf } from './passes.js';

/** The passes that a user has before another one is made. */
export interface EarlierPasses {
  readonly ids: readonly unknown[];
  /** Those that work, or will: making another one ends them. */
  readonly usable: readonly JsonObject[];
  /** Why they could not be read, where they could not. */
  readonly failure?: string;
}

/**
 * Looks which passes a user has, to say what is replaced and to recognize a new one. A look that fails stops nothing
 * (rule R34). @param user Object ID, or name.
 */
export async function earlierPasses(graph: Pick<GraphClient, 'pages'>, user: string): Promise<EarlierPasses> {
  try {
    const passes = await passesOf(graph, user);
    return {
      ids: passes.map(({ id }) => id),
      usable: passes.filter(
        (pass) => pass['isUsable'] === true || pass['methodUsabilityReason'] === 'NotYetValid',
      ),
    };
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    return { ids: [], usable: [], failure: firstLine(error) };
  }
}
