import { once } from 'node:events';
import { type Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Writes JSON lines. Those that are ready in the same turn of the event loop go out together: a pipe blocks the process
 * for each write, which at many lines a second costs more than what is in them. They become text only then, when the next
 * request may be on its way already.
 * @returns A function that writes one object, and is done when the reader can take more.
 */
export function createLineWriter(output: Writable): (line: object) => Promise<void> {
  let batch: { readonly lines: object[]; readonly sent: Promise<void> } | undefined;
  let last = Promise.resolve();

  const send = async (lines: readonly object[], before: Promise<void>): Promise<void> => {
    // While the reader of the lines before is slow, more may join.
    await before;
    await nextTurn();
    batch = undefined;
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    if (!output.write(text)) await once(output, 'drain');
  };

  return (line) => {
    if (batch) {
      batch.lines.push(line);
      return batch.sent;
    }
    const lines = [line];
    last = send(lines, last);
    batch = { lines, sent: last };
    return last;
  };
}
