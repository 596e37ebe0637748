import { type Readable, type Writable } from 'node:stream';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../integration/json.js';

const MARKER = '[ERROR-fd5a7750-7182-4b38-90ba-091824478903]';

/** What a SOAR server keeps for an instance, as several containers may share it. */
export interface KeptContext {
  value: JsonObject;
  /** Counts the writes. */
  sequence: number;
  /** How many more writes are told that somebody else was faster. */
  conflicts: number;
}

/** The server's part of the line protocol. */
export interface PlayedServer {
  /** Every message of the container, in its order. */
  readonly messages: readonly JsonObject[];
  /** Lines of the container that are no JSON object. */
  readonly garbage: readonly string[];
  /** Sends a line as it is. */
  send(line: string): void;
  /** Sends a run message and gives the messages that came until the run was completed. */
  run(message: JsonObject): Promise<readonly JsonObject[]>;
  /** Resolves with the first message that fits, those that came already included. */
  heard(fits: (message: JsonObject) => boolean): Promise<JsonObject>;
}

/** An instance nobody has used. */
export function keptContext(value: JsonObject = {}): KeptContext {
  return { value, sequence: 0, conflicts: 0 };
}

/**
 * Plays the server for a container: answers its requests, one at a time, and fails loudly where it sends a second
 * request before the answer to the first.
 * @param answerTo What to answer instead; undefined for the usual answer, null for none.
 */
export function playServer(
  container: { readonly input: Writable; readonly output: Readable },
  kept: KeptContext = keptContext(),
  answerTo: (message: JsonObject) => string | null | undefined = () => undefined,
): PlayedServer {
  const messages: JsonObject[] = [];
  const garbage: string[] = [];
  const listeners = new Set<() => void>();
  let isAnswering = false;
  const send = (line: string): void => void container.input.write(`${line}\n`);

  const answer = (message: JsonObject): void => {
    if (isAnswering) throw new Error(`A second request in flight: ${JSON.stringify(message)}`);
    isAnswering = true;
    // The next turn of the event loop shows whether it waits for the answer.
    setImmediate(() => {
      isAnswering = false;
      const answer = answerTo(message);
      if (answer !== null) send(answer ?? usualAnswer(message, kept));
    });
  };

  let rest = '';
  container.output.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const message = parseJson(line);
      if (!isJsonObject(message)) {
        garbage.push(line);
        continue;
      }
      messages.push(message);
      if (isRequest(message)) answer(message);
    }
    for (const listener of listeners) listener();
  });

  const heardFrom = (start: number, fits: (message: JsonObject) => boolean): Promise<number> =>
    new Promise((resolve) => {
      const look = (): void => {
        const index = messages.findIndex((message, at) => at >= start && fits(message));
        if (index === -1) return;
        listeners.delete(look);
        resolve(index);
      };
      listeners.add(look);
      look();
    });

  return {
    messages,
    garbage,
    send,
    async run(message) {
      const start = messages.length;
      send(JSON.stringify(message));
      const end = await heardFrom(start, ({ type }) => type === 'completed');
      return messages.slice(start, end + 1);
    },
    async heard(fits) {
      return messages[await heardFrom(0, fits)] ?? {};
    },
  };
}

/** The entries of the results among messages. */
export function entriesIn(messages: readonly JsonObject[]): readonly JsonObject[] {
  return messages.flatMap(({ type, results }) =>
    type === 'result' && Array.isArray(results) ? results.filter(isJsonObject) : [],
  );
}

function isRequest({ type, command }: JsonObject): boolean {
  return type === 'log' || (type === 'executeCommand' && command !== 'heartbeat');
}

function usualAnswer(message: JsonObject, kept: KeptContext): string {
  const args = isJsonObject(message['args']) ? message['args'] : {};
  switch (textAt(message, 'command')) {
    case 'getIntegrationContext':
      return JSON.stringify({ context: kept.value, version: versionOf(kept) });
    case 'setIntegrationContext':
      return JSON.stringify(args['version']) === JSON.stringify(versionOf(kept))
        ? written(kept, args['value'])
        : stale(kept);
    default:
      return '{}';
  }
}

function versionOf({ sequence }: KeptContext): JsonObject {
  return { version: sequence + 1, sequenceNumber: sequence, primaryTerm: 1 };
}

function written(kept: KeptContext, value: unknown): string {
  if (kept.conflicts > 0) {
    kept.conflicts -= 1;
    return stale(kept);
  }
  kept.value = isJsonObject(value) ? value : {};
  kept.sequence += 1;
  return '{}';
}

function stale(kept: KeptContext): string {
  return JSON.stringify(`${MARKER}DB Version ${kept.sequence} does not match`);
}
