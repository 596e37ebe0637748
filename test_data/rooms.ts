import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { startOnTerminal, type TerminalRun } from './pseudo-terminal.js';

/** The prompt of a room that nobody named an instance for. */
export const PROMPT = 'SANDBOX sandbox-app · c7a1f0de… > ';
export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';

/** War Rooms of the built executable for the tests of a file, each on a terminal of its own. */
export interface Rooms {
  /** Opens one; it ends with the test. */
  readonly open: (args?: readonly string[], options?: Parameters<typeof startOnTerminal>[2]) => TerminalRun;
  /** The folder of the executable's files, a new one for each test. */
  readonly home: () => string;
}

/** Makes them; to be called once, outside the tests. */
export function roomsOnTerminals(): Rooms {
  let home = '';
  let runs: TerminalRun[] = [];
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'msgraph-soar-room-'));
    runs = [];
  });
  afterEach(async () => {
    for (const run of runs) {
      run.type(CTRL_C);
      run.type(CTRL_D);
      run.type(CTRL_D);
      await run.ended;
    }
    await rm(home, { recursive: true });
  });
  return {
    home: () => home,
    open(args = [], options = {}) {
      const run = startOnTerminal(args, home, options);
      runs.push(run);
      return run;
    },
  };
}
