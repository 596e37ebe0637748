import { CancelledError } from '../../integration/errors.js';
import { type Confirmation, confirmationLines } from '../session/confirmation.js';
import { visibleText } from '../terminal/visible-text.js';
import { type EventLog } from './event-log.js';
import { type Question } from './wire.js';

/** What running lines ask whoever looks at the page. */
export interface Questions {
  /** Asks for a secret. @throws CancelledError when the person declines, or the line is cancelled. */
  readonly ask: (prompt: string, signal: AbortSignal) => Promise<string>;
  /** Whether to go on. @throws CancelledError when the line is cancelled. */
  readonly confirm: (confirmation: Confirmation, signal: AbortSignal) => Promise<boolean>;
  /**
   * Answers a question.
   * @param answer A secret, whether to go on, or null to decline.
   * @returns False where it was answered already, or the answer does not fit.
   */
  readonly answer: (id: number, answer: string | boolean | null) => boolean;
}

/** No questions yet. */
export function createQuestions(log: EventLog): Questions {
  const open = new Map<number, (answer: string | boolean | null) => boolean>();
  let last = 0;

  const put = <T>(
    make: (id: number) => Question,
    read: (answer: string | boolean | null) => { readonly value: T } | undefined,
    signal: AbortSignal,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      const end = (): void => {
        open.delete(id);
        signal.removeEventListener('abort', cancel);
        log.add({ type: 'answered', question: id }, `question ${id}`);
      };
      const cancel = (): void => {
        end();
        reject(new CancelledError('The question was cancelled.'));
      };
      open.set(id, (answer) => {
        const understood = read(answer);
        if (answer === null) cancel();
        else if (understood) {
          end();
          resolve(understood.value);
        }
        return answer === null || understood !== undefined;
      });
      signal.addEventListener('abort', cancel);
      log.add({ type: 'question', question: make(id) }, `question ${id}`);
      if (signal.aborted) cancel();
    });

  return {
    ask: (prompt, signal) =>
      put(
        (id) => ({ id, kind: 'secret', prompt: visibleText(prompt) }),
        (answer) => (typeof answer === 'string' ? { value: answer } : undefined),
        signal,
      ),
    confirm: (confirmation, signal) =>
      put(
        (id) => ({
          id,
          kind: 'confirmation',
          lines: confirmationLines(confirmation).map((line) => visibleText(line).replaceAll('\n', ' ')),
        }),
        (answer) => (typeof answer === 'boolean' ? { value: answer } : undefined),
        signal,
      ),
    answer: (id, answer) => open.get(id)?.(answer) ?? false,
  };
}
