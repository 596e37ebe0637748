import { PassThrough } from 'node:stream';

/** How often a quiet stream says that it is alive, in milliseconds: proxies end connections that are silent for a minute. */
const SIGN_OF_LIFE_MS = 15_000;

/** Server-sent events to one client (HTML: server-sent events). */
export interface EventStream {
  /** What the client reads. */
  readonly stream: PassThrough;
  /**
   * Sends an event. Once the client is gone it does nothing.
   * @param id What the client names when it comes back.
   */
  send(event: 'wait' | 'progress' | 'answer' | 'incident', data: object, id?: number): void;
  end(): void;
}

/** Content type of the stream, and what asks proxies not to hold it back. */
export const eventStreamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'X-Accel-Buffering': 'no',
} as const;

/** Opens a stream of events. */
export function openEventStream(): EventStream {
  const stream = new PassThrough();
  const alive = setInterval(() => stream.write(':\n\n'), SIGN_OF_LIFE_MS);
  const end = (): void => {
    clearInterval(alive);
    if (!stream.destroyed) stream.end();
  };
  // A client that leaves destroys the stream.
  stream.on('close', () => {
    clearInterval(alive);
  });
  return {
    stream,
    send(event, data, id) {
      const mark = id === undefined ? '' : `id: ${id}\n`;
      // JSON has no line breaks of its own, so each event is one line of data.
      if (stream.writable) stream.write(`${mark}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end,
  };
}

/** Whether a client asks for events (RFC 9110, 12.5.1), and does not refuse them. */
export function wantsEvents(accept: string | undefined): boolean {
  return (accept ?? '').split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return type === 'text/event-stream' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
