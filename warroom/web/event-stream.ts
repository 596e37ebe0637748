import { PassThrough, type Readable } from 'node:stream';
import { type EventLog, type LoggedEvent } from './event-log.js';

/** How often a quiet stream says that it is alive, in milliseconds: proxies end connections that are silent for a minute. */
const SIGN_OF_LIFE_MS = 15_000;

/** How much a browser that reads nothing may leave behind, in bytes, before it is cut off; it comes back for the rest. */
const MOST_UNREAD = 16 * 1024 * 1024;

/** How long a browser waits before it comes back, in milliseconds. */
const RETRY_MS = 1_000;

/** Headers of the stream; the second one asks proxies not to hold it back. */
export const eventStreamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'X-Accel-Buffering': 'no',
} as const;

/**
 * Sends what happens in the room as server-sent events (HTML: server-sent events).
 * @param after The last event that the browser has; 0 for none.
 */
export function openEventStream(log: EventLog, after: number): Readable {
  const stream = new PassThrough();
  const send = (text: string): void => {
    if (stream.writable) stream.write(text);
  };
  send(`retry: ${RETRY_MS}\n\n`);
  for (const logged of log.since(after)) send(textOf(logged));
  send('event: ready\ndata: {}\n\n');
  const unlisten = log.listen((logged) => {
    send(textOf(logged));
    if (stream.writableLength > MOST_UNREAD) stream.destroy();
  });
  const alive = setInterval(() => {
    send(':\n\n');
  }, SIGN_OF_LIFE_MS);
  stream.on('close', () => {
    unlisten();
    clearInterval(alive);
  });
  return stream;
}

/** JSON has no line breaks of its own, so each event is one line of data. */
function textOf({ id, event }: LoggedEvent): string {
  return `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;
}
