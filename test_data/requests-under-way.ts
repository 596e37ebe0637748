import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';

const STARTED = 'http.client.request.start';

/** The requests that this process has sent, and that are not over. */
export interface RequestsUnderWay {
  /** How many there are. */
  underWay(): number;
  /** Stops looking. */
  stop(): void;
}

/**
 * Watches the requests that this process sends from now on. A request is over with the end of its answer.
 * @param server Address of the server whose requests count; all of them by default.
 */
export function watchRequests(server?: string): RequestsUnderWay {
  const open = new Set<ClientRequest>();
  const host = server === undefined ? undefined : new URL(server).host;
  const onStart = (message: unknown): void => {
    const request: unknown =
      typeof message === 'object' && message && 'request' in message ? message.request : undefined;
    if (!(request instanceof ClientRequest)) return;
    if (host !== undefined && request.getHeader('host') !== host) return;
    open.add(request);
    request.once('close', () => open.delete(request));
  };
  subscribe(STARTED, onStart);
  return {
    underWay: () => open.size,
    stop() {
      unsubscribe(STARTED, onStart);
      open.clear();
    },
  };
}
