import { type CommandContext } from '../../integration/command.js';
import { CancelledError, GraphError, NotFoundError, TransportError } from '../../integration/errors.js';
import { identified } from '../../integration/graph/unexpected-answer.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';
import { type Run } from '../../integration/run.js';

/** Pauses between looks for a user just made, in milliseconds: Graph shows new objects with a delay. */
const PAUSES_MS = [1000, 2000, 4000, 8000];

/** A look at a user just made. */
export interface NewUser {
  /** Every property; undefined where Graph does not show the user yet. */
  readonly user?: JsonObject;
  /** Why not, then. */
  readonly failure?: string;
}

/**
 * Reads a user just made, and waits a little for it to appear. The user exists, so that a failure here, or a cancel, is a
 * remark.
 */
export async function readNewUser(name: string, { graph, run }: CommandContext): Promise<NewUser> {
  for (let looks = 0; ; looks += 1) {
    try {
      return { user: identified(await graph.get(path`users/${name}`, { select: ['*'] }), 'a user') };
    } catch (error) {
      if (!isForeseen(error)) throw error;
      const pause = PAUSES_MS[looks];
      const mayAppear = error instanceof NotFoundError && pause !== undefined;
      if (!mayAppear || !(await waits(pause, run))) {
        return { failure: error.message };
      }
    }
  }
}

function isForeseen(error: unknown): error is GraphError | TransportError | CancelledError {
  return error instanceof GraphError || error instanceof TransportError || error instanceof CancelledError;
}

/** Whether the pause, in milliseconds, was waited: there is time for it, and nobody cancelled. */
async function waits(pause: number, { clock, deadline, onWait, signal }: Run): Promise<boolean> {
  if (clock.now() + pause >= deadline) return false;
  onWait('Graph does not show the new user yet', pause / 1000);
  return clock.sleep(pause, signal).then(
    () => true,
    () => false,
  );
}
