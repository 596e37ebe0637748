import { registry } from '../commands/index.js';
import { type Clock, systemClock } from '../integration/clock.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { type Entry } from '../integration/results/entry.js';
import { type Tree } from '../warroom/context/tree.js';
import { newIncident } from '../warroom/session/incident.js';
import { createSession } from '../warroom/session/session.js';

/** An incident that a playbook, or an analyst who confirms everything, works on. */
export interface IncidentSession {
  /** Runs a line to its end: the entries that it brought. */
  run(line: string): Promise<readonly Entry[]>;
  readonly context: () => Tree;
}

/** Opens an incident on an instance. @param clock One that does not wait, for lines that schedule others. */
export function openIncidentSession(instance: Instance, clock: Clock = systemClock): IncidentSession {
  const incident = newIncident(clock.now());
  const session = createSession({
    incident,
    dispatcher: createDispatcher({ registry, clock }),
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
  };
}
