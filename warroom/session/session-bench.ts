import { createFakeClock, type FakeClock } from '../../test_data/fake-clock.js';
import { type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Invocation } from '../../integration/dispatcher/invocation.js';
import { SettingsError } from '../../integration/errors.js';
import { type Entry } from '../../integration/results/entry.js';
import { createMemoryStore } from '../../integration/state/memory.js';
import { type Confirmation } from './confirmation.js';
import { newIncident, type RecordedEntry } from './incident.js';
import { createSession, type Session } from './session.js';
import { type SessionOptions } from './surroundings.js';

/** A session on a dispatcher that answers as a test says, with a record of what it was asked. */
export interface SessionBench {
  readonly session: Session;
  readonly clock: FakeClock;
  readonly invocations: readonly Invocation[];
  readonly confirmations: readonly Confirmation[];
  readonly progress: readonly string[];
  /** Runs a line and gives the entries that it came to. */
  readonly run: (line: string) => Promise<readonly RecordedEntry[]>;
}

/** Opens a bench. Its instances are `alpha`, the current one, and `beta`. */
export function openSessionBench(
  answer: (invocation: Invocation, count: number) => readonly Entry[] | Promise<readonly Entry[]>,
  options: Partial<SessionOptions> & {
    readonly isConfirmed?: boolean;
    /** Whether nobody wants to be asked. */
    readonly isYes?: boolean;
    readonly answers?: readonly string[];
    readonly signal?: AbortSignal;
  } = {},
): SessionBench {
  const clock = createFakeClock();
  const invocations: Invocation[] = [];
  const confirmations: Confirmation[] = [];
  const progress: string[] = [];
  const answers = [...(options.answers ?? [])];
  const dispatcher: Dispatcher = {
    async execute(invocation) {
      invocations.push(invocation);
      const entries = await answer(invocation, invocations.length);
      const { name = null, kind } = invocation.instance;
      return {
        entries,
        target: { kind, instance: name, cloud: null, tenant: null },
        files: [],
        metrics: { requests: 0, retries: 0, durationMs: 0 },
      };
    },
  };
  const instances = new Map(
    ['alpha', 'beta'].map((name) => [
      name,
      { name, kind: 'tenant' as const, params: {}, state: createMemoryStore() },
    ]),
  );
  const session = createSession({
    incident: newIncident(clock.now()),
    dispatcher,
    instances: {
      open: (name = 'alpha') => {
        const instance = instances.get(name);
        return instance
          ? Promise.resolve(instance)
          : Promise.reject(new SettingsError(`There is no instance "${name}".`));
      },
      names: () => Promise.resolve([...instances.keys()]),
    },
    clock,
    user: 'analyst',
    environment: {},
    warn: () => undefined,
    ...options,
  });
  const run = async (line: string): Promise<readonly RecordedEntry[]> => {
    const entries: RecordedEntry[] = [];
    await session.execute(line, {
      signal: options.signal ?? new AbortController().signal,
      onEntry: (entry) => void entries.push(entry),
      onProgress: (text) => progress.push(text),
      ask: () => Promise.resolve(answers.shift() ?? ''),
      ...(!options.isYes && {
        confirm: (confirmation: Confirmation) => {
          confirmations.push(confirmation);
          return Promise.resolve(options.isConfirmed ?? true);
        },
      }),
    });
    return entries;
  };
  return { session, clock, invocations, confirmations, progress, run };
}
