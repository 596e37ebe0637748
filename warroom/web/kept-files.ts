import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Entry } from '../../integration/results/entry.js';
import { fileEntry } from '../../integration/results/raw-entry.js';
import { type RunFile } from '../../integration/run.js';

/** The files that entries name, to be downloaded. In memory: some hold passwords, and nobody asked for them on a disk. */
export interface KeptFiles {
  readonly find: (id: string) => RunFile | undefined;
  /** Keeps a text as a file. @returns The entry that names it. */
  readonly keep: (path: string, text: string) => Promise<Entry>;
  /** The same dispatcher; the files that it makes are kept. */
  readonly keeping: (dispatcher: Dispatcher) => Dispatcher;
}

/** No files yet. */
export function createKeptFiles(): KeptFiles {
  const files = new Map<string, RunFile>();
  return {
    find: (id) => files.get(id),
    keep(path, text) {
      const id = randomUUID();
      const name = basename(path);
      files.set(id, { id, name, content: Buffer.from(text) });
      return Promise.resolve(fileEntry(name, id));
    },
    keeping: (dispatcher) => ({
      async execute(invocation) {
        const execution = await dispatcher.execute(invocation);
        for (const file of execution.files) files.set(file.id, file);
        return execution;
      },
    }),
  };
}
