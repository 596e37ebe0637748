import { registry } from '../commands/index.js';
import { type Clock, systemClock } from '../integration/clock.js';
import { createDispatcher, type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { type Entry } from '../integration/results/entry.js';
import { type Tree } from '../warroom/context/tree.js';
import { newIncident, type RecordedEntry } from '../warroom/session/incident.js';
import { createSession } from '../warroom/session/session.js';

/** An incident that a playbook, or an analyst who confirms everything, works on. */
export interface IncidentSession {
  /** Runs a line to its end: the entries that it brought. */
  run(line: string): Promise<readonly Entry[]>;
  readonly context: () => Tree;
  /** All that the War Room keeps, with the lines as they are kept. */
  readonly recorded: readonly RecordedEntry[];
}

/**
 * Opens an incident on an instance.
 * @param clock One that does not wait, for lines that schedule others.
 * @param dispatcher What runs the commands; one that keeps no records by default.
 */
export function openIncidentSession(
  instance: Instance,
  clock: Clock = systemClock,
  dispatcher: Dispatcher = createDispatcher({ registry, clock }),
): IncidentSession {
  const incident = newIncident(clock.now());
  const session = createSession({
    incident,
    dispatcher,
    instances: { open: () => Promise.resolve(instance), names: () => Promise.resolve(['test']) },
    clock,
    user: 'analyst',
    environment: {},
    warn: () => undefined,
  });
  return {
    async run(line) {
      const before = incident.entries.length;
      await session.execute(line, {
        signal: new AbortController().signal,
        onEntry: () => undefined,
        onProgress: () => undefined,
        ask: () => Promise.reject(new Error('Nothing is to be asked.')),
        confirm: () => Promise.resolve(true),
      });
      return incident.entries.slice(before).map(({ entry }) => entry);
    },
    context: () => incident.context,
    recorded: incident.entries,
  };
}
