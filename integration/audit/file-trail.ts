import { type Clock } from '../clock.js';
import { SoarError } from '../errors.js';
import { printableJson } from '../printable-json.js';
import { appendRecords } from './append.js';
import { type AuditTrail } from './trail.js';

/** A record that waits to be written, and who waits for it. */
interface Pending {
  readonly content: string;
  readonly resolve: () => void;
  readonly reject: (failure: SoarError) => void;
}

/**
 * An audit trail in a file of JSON lines, each holding the hash of the one before it. Any number of processes may write
 * to one file. A record is on the disk when `before` or `after` returns; records that come while others are being
 * written go out together, so that a command on hundreds of users does not wait for the disk hundreds of times.
 * @param file Made, with its folder, for its owner only where it is missing.
 */
export function createFileTrail(file: string, clock: Clock): AuditTrail {
  let pending: readonly Pending[] = [];
  let isWriting = false;

  const writePending = async (): Promise<void> => {
    while (pending.length > 0) {
      const batch = pending;
      pending = [];
      try {
        await appendRecords(
          file,
          batch.map(({ content }) => content),
          clock,
        );
        for (const { resolve } of batch) resolve();
      } catch (cause) {
        const failure = notWritten(file, cause);
        for (const { reject } of batch) reject(failure);
      }
    }
    isWriting = false;
  };

  const record = (phase: 'before' | 'after', fields: object): Promise<void> =>
    new Promise((resolve, reject) => {
      const content = printableJson({ time: new Date(clock.now()).toISOString(), phase, ...fields });
      pending = [...pending, { content, resolve, reject }];
      if (isWriting) return;
      isWriting = true;
      // Not at once: the parts of one command that come here together are written together.
      setImmediate(() => void writePending());
    });

  return {
    before: (intent) => record('before', intent),
    after: (outcome) => record('after', outcome),
  };
}

function notWritten(file: string, cause: unknown): SoarError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SoarError(
    `The audit file ${file} cannot be written: ${why}`,
    'Make room and see that the file and its folder are writable, or name another file with MSGRAPH_SOAR_AUDIT.',
    { cause },
  );
}
