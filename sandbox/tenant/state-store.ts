import { readFileSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { withFileLock } from './file-lock.js';
import { originalIndex, originalPerson } from './people.js';
import { parseState, untouched, type TenantState } from './state.js';

/** Where the changes to the tenant are kept. */
export interface StateStore {
  /** The newest state. */
  read(): TenantState;
  /**
   * One change at a time, of all processes that share the store.
   *
   * @param next Works out the next state from the newest; what it throws is thrown on, and nothing is kept.
   */
  update(next: (state: TenantState) => TenantState): Promise<void>;
}

/** Keeps the changes until the process ends. */
export function memoryStore(): StateStore {
  let state = untouched;
  return {
    read: () => state,
    update(next) {
      return new Promise((resolve) => {
        state = next(state);
        resolve();
      });
    },
  };
}

function personById(id: string) {
  const index = originalIndex(id);
  return index === undefined ? undefined : originalPerson(index);
}

function load(file: string): TenantState {
  const state = parseState(readFileSync(file, 'utf8'), personById);
  if (state) return state;
  throw new Error(`${file} is not a state of the sandbox. Clear it by resetting the sandbox.`);
}

/** Differs whenever the file was replaced; empty where there is none. */
function versionOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino}.${found.mtimeNs}.${found.size}` : '';
}

/**
 * Keeps the changes in a file that only its owner can read, replaced as a whole so that no reader sees half of it.
 *
 * @param file Its path; it need not exist yet, but its folder must.
 */
export function fileStore(file: string): StateStore {
  let seen = '';
  let state = untouched;
  let turn: Promise<void> = Promise.resolve();

  const read = () => {
    const version = versionOf(file);
    if (version !== seen) {
      state = version === '' ? untouched : load(file);
      seen = version;
    }
    return state;
  };

  const replace = async (next: (state: TenantState) => TenantState) => {
    const before = read();
    const after = next(before);
    if (after === before) return;
    const temporary = `${file}.${process.pid}.tmp`;
    await writeFile(temporary, JSON.stringify(after), { mode: 0o600 });
    await rename(temporary, file);
  };

  return {
    read,
    update(next) {
      // Within the process writers queue; the lock file is for other processes.
      const mine = turn.then(() => withFileLock(`${file}.lock`, () => replace(next)));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/**
 * Forgets every change: the tenant is again as it is written down.
 *
 * @param file The state file; it may be absent, or damaged.
 */
export async function resetSandboxState(file: string): Promise<void> {
  await withFileLock(`${file}.lock`, () => rm(file, { force: true }));
}
