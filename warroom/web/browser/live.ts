import { parseJson } from '../../../integration/json.js';
import { API, type RoomEvent } from '../wire.js';
import { get, RequestError } from './api.js';
import { isAnything, isRoomEvent } from './wire-guards.js';

/** How long to wait before beginning anew where the browser gave up, in milliseconds. */
const RETRY_MS = 2_000;

/** Whoever follows the room. */
export interface Follower {
  readonly onEvent: (event: RoomEvent) => void;
  /** Everything so far has come. */
  readonly onReady: () => void;
  readonly onConnection: (isConnected: boolean) => void;
  /** The server no longer knows this browser. */
  readonly onEnd: (reason: RequestError) => void;
}

/** Follows what happens in the room. A lost connection is begun anew behind the last event that came. */
export function follow({ onEvent, onReady, onConnection, onEnd }: Follower): void {
  let last = '0';
  const begin = (): void => {
    const source = new EventSource(`${API}/events?after=${last}`);
    source.addEventListener('message', ({ data, lastEventId }: MessageEvent<string>) => {
      last = lastEventId;
      const event = parseJson(data);
      if (isRoomEvent(event)) onEvent(event);
    });
    source.addEventListener('ready', () => {
      onConnection(true);
      onReady();
    });
    source.addEventListener('error', () => {
      onConnection(false);
      // Otherwise the browser comes back by itself, and says what it has.
      if (source.readyState === EventSource.CLOSED) void retry();
    });
  };
  const retry = async (): Promise<void> => {
    try {
      await get('/context', isAnything);
    } catch (error) {
      if (error instanceof RequestError && error.status === 401) {
        onEnd(error);
        return;
      }
    }
    setTimeout(begin, RETRY_MS);
  };
  begin();
}
