import { type CommandContext } from '../../integration/command.js';
import { CancelledError, GraphError, NotFoundError, TransportError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';

/** Pauses between looks for a user just made, in milliseconds: Graph shows new objects with a delay. */
const PAUSES_MS = [1000, 2000, 4000, 8000];

/** A look at a user just made. */
export interface NewUser {
  /** Every property; undefined where Graph does not show the user yet. */
  readonly user?: JsonObject;
  /** What to tell the analyst then. */
  readonly warning?: string;
}

/**
 * Reads a user just made, and waits a little for it to appear. The user exists, so that a failure here is a remark.
 * @throws CancelledError
 */
export async function readNewUser(name: string, { graph, run }: CommandContext): Promise<NewUser> {
  for (const pause of [...PAUSES_MS, undefined]) {
    try {
      return { user: await graph.get(path`users/${name}`, { select: ['*'] }) };
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      if (!(error instanceof GraphError || error instanceof TransportError)) throw error;
      const isLate = pause === undefined || run.clock.now() + pause >= run.deadline;
      if (!(error instanceof NotFoundError) || isLate) {
        return {
          warning: `The user was created (${name}), and could not be read yet. Do not create it again. ${error.message}`,
        };
      }
      run.onWait('Graph does not show the new user yet', pause / 1000);
      await run.clock.sleep(pause, run.signal);
    }
  }
  return {};
}
