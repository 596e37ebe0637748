import { errorText } from '../../integration/dispatcher/error-text.js';
import { type Execution, type Target } from '../../integration/dispatcher/invocation.js';
import { type Entry } from '../../integration/results/entry.js';
import { errorEntry } from '../../integration/results/raw-entry.js';

/** What a request is answered with, over JSON lines and over HTTP. */
export interface Answer {
  /** As it came with the request; null without one. */
  readonly id: unknown;
  readonly results: readonly Entry[];
  /** The bytes of the file entries in Base64; absent where there are none. */
  readonly files?: readonly { readonly id: string; readonly name: string; readonly content: string }[];
  /** Null where no instance was found to run on. */
  readonly target: Target | null;
  readonly metrics: Execution['metrics'];
}

/** The answer to a request that was executed. */
export function answerOf(id: unknown, { entries, files, target, metrics }: Execution): Answer {
  const encoded = files.map(({ content, ...file }) => ({
    ...file,
    content: Buffer.from(content).toString('base64'),
  }));
  return { id, results: entries, ...(encoded.length > 0 && { files: encoded }), target, metrics };
}

/**
 * The answer to a request that could not be executed.
 * @param surface Named where nobody foresaw the failure. @param error Why not.
 */
export function refusal(id: unknown, surface: string, error: unknown): Answer {
  return {
    id,
    results: [errorEntry(errorText(surface, error))],
    target: null,
    metrics: { requests: 0, retries: 0, durationMs: 0 },
  };
}
