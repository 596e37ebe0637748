import { type RoomEvent } from './wire.js';

/** An event with its place in the order. */
export interface LoggedEvent {
  readonly id: number;
  readonly event: RoomEvent;
}

/** What happened in the room, so that whoever lost the connection gets what they missed. */
export interface EventLog {
  /**
   * Adds an event.
   * @param key An earlier event under the same key is dropped: only the newest state of a thing is worth sending.
   */
  readonly add: (event: RoomEvent, key?: string) => void;
  /** What came after an event; all of it after 0. */
  readonly since: (id: number) => readonly LoggedEvent[];
  /** Calls `listener` for each new event. @returns What ends that. */
  readonly listen: (listener: (logged: LoggedEvent) => void) => () => void;
}

/** An empty log. */
export function createEventLog(): EventLog {
  const events = new Map<string, LoggedEvent>();
  const listeners = new Set<(logged: LoggedEvent) => void>();
  let last = 0;
  return {
    add(event, key) {
      last += 1;
      const logged = { id: last, event };
      const name = key ?? `event ${last}`;
      // A map keeps the place of a key that is set again.
      events.delete(name);
      events.set(name, logged);
      for (const listener of listeners) listener(logged);
    },
    since: (id) => [...events.values()].filter((logged) => logged.id > id),
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
