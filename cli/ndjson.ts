import { type Writable } from 'node:stream';
import { type Execution } from '../integration/dispatcher/invocation.js';
import { type TakeItems } from '../integration/results/long-list.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { createLineWriter } from '../platform/exec/line-writer.js';

/** Prints results as JSON lines. */
export interface NdjsonOutput {
  readonly take: TakeItems;
  /** Prints what an execution left: the contents of its entries, a list's items one by one. */
  finish(execution: Execution): Promise<void>;
}

/**
 * One JSON value a line: the items of a list, or what Graph answered, and nothing else. Errors and remarks for people are
 * no items.
 * @param output Where the lines go. @param warn Told errors and texts.
 */
export function createNdjsonOutput(output: Writable, warn: (text: string) => void): NdjsonOutput {
  let written = 0;
  const writeLine = createLineWriter(output);
  const write = async (items: readonly unknown[]): Promise<void> => {
    const lines = items.filter((item) => typeof item === 'object' && item !== null).map(writeLine);
    await Promise.all(lines);
    written += lines.length;
  };
  return {
    take: write,
    async finish({ entries }) {
      const streamed = written;
      for (const entry of entries) {
        const { Contents, HumanReadable } = entry;
        if (!isErrorEntry(entry) && typeof Contents === 'object' && Contents !== null) {
          await write(Array.isArray(Contents) ? Contents : [Contents]);
        } else {
          warn(HumanReadable ?? String(Contents));
        }
        if (isErrorEntry(entry) && streamed > 0)
          warn(`The list is not complete: it broke off after ${streamed} items.`);
      }
    },
  };
}
