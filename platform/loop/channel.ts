import { SoarError } from '../../integration/errors.js';
import { isJsonObject, parseJson } from '../../integration/json.js';

/** What stands in an answer that is an error; the text after it says which. */
export const ERROR_MARKER = '[ERROR-fd5a7750-7182-4b38-90ba-091824478903]';

/** The platform refused a request, or can no longer answer one. */
export class PlatformError extends SoarError {
  override readonly name = 'PlatformError';
}

/** The way to the server: one JSON object a line, and one request in flight. */
export interface Channel {
  /** Sends a message that has no answer, once the request in flight is answered. */
  tell(message: object): Promise<void>;
  /** Sends a request, when it is its turn, and gives the answer. @throws PlatformError */
  ask(message: object): Promise<unknown>;
  /** Offers a line from the server; false where no request waits for one. */
  take(line: string): boolean;
  /** The server has gone: whatever waits for an answer fails. */
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: PlatformError) => void;
}

/** @param write Writes text, and is done when more can be taken. */
export function createChannel(write: (text: string) => Promise<void>): Channel {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Waiting | undefined;
  let isClosed = false;

  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const mine = last.then(step);
    last = mine.catch(() => undefined);
    return mine;
  };
  const settle = (how: (one: Waiting) => void): boolean => {
    const one = waiting;
    if (!one) return false;
    waiting = undefined;
    how(one);
    return true;
  };

  return {
    async tell(message) {
      const line = `${JSON.stringify(message)}\n`;
      await inTurn(() => write(line));
    },
    async ask(message) {
      const line = `${JSON.stringify(message)}\n`;
      return inTurn(async () => {
        if (isClosed) throw gone();
        const answer = new Promise<unknown>((resolve, reject) => {
          waiting = { resolve, reject };
        });
        await Promise.all([write(line), answer]);
        return answer;
      });
    },
    take: (line) =>
      settle(({ resolve, reject }) => {
        const refusal = refusalIn(line);
        if (refusal !== undefined) {
          reject(new PlatformError(`The platform refused: ${refusal}`));
          return;
        }
        const answer = parseJson(line);
        if (answer === undefined) reject(new PlatformError('The platform gave an answer that is not JSON.'));
        else resolve(answer);
      }),
    close() {
      isClosed = true;
      settle(({ reject }) => {
        reject(gone());
      });
    },
  };
}

function gone(): PlatformError {
  return new PlatformError('The platform closed the connection.');
}

/** The text of an error, which may come bare, as a JSON string, or as a member of an object. */
function refusalIn(line: string): string | undefined {
  if (!line.includes(ERROR_MARKER)) return undefined;
  const parsed = parseJson(line);
  const members: readonly unknown[] = isJsonObject(parsed) ? Object.values(parsed) : [parsed];
  const texts = members.filter((each) => typeof each === 'string');
  const text = texts.find((each) => each.includes(ERROR_MARKER)) ?? line;
  return text.split(ERROR_MARKER)[1]?.trim() || 'no reason given';
}
