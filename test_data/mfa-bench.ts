import { registry } from '../commands/index.js';
import { type AuditIntent, type AuditOutcome } from '../integration/audit/trail.js';
import { type Clock } from '../integration/clock.js';
import { createDispatcher, type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../integration/dispatcher/invocation.js';
import { type JsonObject } from '../integration/json.js';
import { type Entry } from '../integration/results/entry.js';
import { type MfaOutcome, type Sandbox, type SandboxRequest, startSandbox } from '../sandbox/index.js';
import { sandboxInstance } from './sandbox-instance.js';

/** A clock on which nobody's patience ends before somebody says so. */
export interface HeldClock extends Clock {
  /** Moves the time on, in milliseconds. */
  advance(milliseconds: number): void;
  /** Ends every sleep, as if its time were over. */
  wakeAll(): void;
}

function createHeldClock(): HeldClock {
  let now = Date.parse('2026-03-02T08:00:00Z');
  const sleepers: (() => void)[] = [];
  return {
    now: () => now,
    sleep: (_milliseconds, signal) =>
      new Promise((wake, fail) => {
        sleepers.push(wake);
        signal?.addEventListener('abort', () => {
          fail(new Error('aborted'));
        });
      }),
    advance(milliseconds) {
      now += milliseconds;
    },
    wakeAll() {
      for (const wake of sleepers.splice(0)) wake();
    },
  };
}

/** What a command about MFA did. */
export interface MfaRun {
  readonly execution: Execution;
  /** The main entry. */
  readonly entry: Entry;
  /** What the entry puts under `MSGraphUser.…`, by the name behind it. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly requests: readonly SandboxRequest[];
}

/** A tenant whose people answer the MFA service, and an instance that may ask them. */
export interface MfaBench {
  readonly sandbox: Sandbox;
  readonly clock: HeldClock;
  readonly dispatcher: Dispatcher;
  /** An instance that keeps a secret of the MFA client. */
  readonly instance: Instance;
  /** Both records of every effect. */
  readonly audit: (AuditIntent | AuditOutcome)[];
  /** Every line of the log. */
  readonly log: string[];
  /** An instance that keeps nothing so far. */
  newInstance(params?: JsonObject): Instance;
  run(command: string, args?: JsonObject, instance?: Instance): Promise<MfaRun>;
  /** Says how Adele answers. @param afterSeconds For requests that do not wait. */
  setAnswer(outcome: MfaOutcome, afterSeconds?: number): void;
  close(): Promise<void>;
}

/** Starts a tenant for tests of the MFA commands. */
export async function openMfaBench(): Promise<MfaBench> {
  const clock = createHeldClock();
  const sandbox = await startSandbox({ now: () => clock.now() });
  const audit: (AuditIntent | AuditOutcome)[] = [];
  const log: string[] = [];
  const record = (line: AuditIntent | AuditOutcome): Promise<void> => {
    audit.push(line);
    return Promise.resolve();
  };
  const dispatcher = createDispatcher({
    ...{ registry, clock },
    log: { debug: (event, fields) => log.push(JSON.stringify([event, fields?.()])) },
    audit: () =>
      Promise.resolve({
        trail: { before: record, after: record },
        actor: { kind: 'os-user', name: 'tester' },
        surface: 'test',
      }),
  });
  const newInstance = (params: JsonObject = {}): Instance =>
    sandboxInstance(sandbox, 'soar', { allow_secret_generators: true, ...params });
  const instance = newInstance();
  const bench: MfaBench = {
    ...{ sandbox, clock, dispatcher, instance, audit, log, newInstance },
    async run(command, args = {}, on = instance) {
      const before = sandbox.log.length;
      const execution = await dispatcher.execute({ command, args, instance: on });
      const [entry] = execution.entries;
      if (!entry) throw new Error(`${command} gave no entry.`);
      const context = Object.fromEntries(
        Object.entries(entry.EntryContext ?? {}).map(([path, value]) => [
          path.replace(/^MSGraphUser\./, '').replace(/\(.*$/, ''),
          value,
        ]),
      );
      return { execution, entry, context, requests: sandbox.log.slice(before) };
    },
    setAnswer(outcome, afterSeconds) {
      sandbox.switches.mfaAnswers = {
        'adele@contoso.example': { outcome, ...(afterSeconds !== undefined && { afterSeconds }) },
      };
    },
    close: () => sandbox.close(),
  };
  await bench.run('msgraph-user-create-mfa-client-secret');
  audit.length = 0;
  return bench;
}

/** The requests that reached the MFA service. */
export function toMfaService(requests: readonly SandboxRequest[]): readonly SandboxRequest[] {
  return requests.filter(({ path }) => path.includes('TwoWayAuthentication'));
}
