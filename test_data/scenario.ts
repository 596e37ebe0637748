import { registry } from '../commands/index.js';
import { type AuditIntent, type AuditOutcome } from '../integration/audit/trail.js';
import { createDispatcher, type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { type Entry } from '../integration/results/entry.js';
import { type RunFile } from '../integration/run.js';
import { type Person, type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.js';
import { type IncidentSession, openIncidentSession } from './incident-session.js';
import { createQuietClock, type QuietClock } from './quiet-clock.js';
import { sandboxInstance } from './sandbox-instance.js';

/** An incident from its first line to its last, in a tenant that shares its clock. */
export interface Scenario extends IncidentSession {
  readonly sandbox: Sandbox;
  readonly clock: QuietClock;
  /** What the lines run on. */
  readonly instance: Instance;
  /** The bytes of all files so far. */
  readonly files: readonly RunFile[];
  /** Both records of every effect. */
  readonly audit: readonly (AuditIntent | AuditOutcome)[];
  /**
   * Everything that anybody could read afterwards, the files aside: entries as the commands gave them and as the War
   * Room keeps them, context, audit trail, debug log before its redaction.
   */
  traces(): string;
  /** Somebody of the tenant as of now. @throws RangeError where nobody has the name. */
  person(user: string): Person;
  /** An incident on another instance of the same tenant, whose traces are kept with these. */
  on(instance: Instance): IncidentSession;
  close(): Promise<void>;
}

/**
 * Opens a tenant and an incident in it.
 * @param makeInstance What the lines run on; an application with all permissions by default.
 */
export async function openScenario(
  options: SandboxOptions = {},
  makeInstance: (sandbox: Sandbox) => Instance | Promise<Instance> = (sandbox) => sandboxInstance(sandbox),
): Promise<Scenario> {
  const clock = createQuietClock();
  const sandbox = await startSandbox({ now: () => clock.now(), ...options });
  const audit: (AuditIntent | AuditOutcome)[] = [];
  const log: string[] = [];
  const raw: Entry[] = [];
  const files: RunFile[] = [];
  const record = (line: AuditIntent | AuditOutcome): Promise<void> => {
    audit.push(line);
    return Promise.resolve();
  };
  const inner = createDispatcher({
    ...{ registry, clock },
    log: { debug: (event, fields) => log.push(JSON.stringify([event, fields?.()])) },
    audit: () =>
      Promise.resolve({
        trail: { before: record, after: record },
        actor: { kind: 'incident', name: 'analyst' },
        surface: 'scenario',
      }),
  });
  const dispatcher: Dispatcher = {
    async execute(invocation) {
      const execution = await inner.execute(invocation);
      raw.push(...execution.entries);
      files.push(...execution.files);
      return execution;
    },
  };
  const incidents: IncidentSession[] = [];
  const on = (instance: Instance): IncidentSession => {
    const incident = openIncidentSession(instance, clock, dispatcher);
    incidents.push(incident);
    return incident;
  };
  const instance = await makeInstance(sandbox);
  return {
    ...on(instance),
    ...{ sandbox, clock, instance, files, audit, on },
    traces: () =>
      JSON.stringify([
        raw,
        incidents.map(({ recorded, context }) => [recorded, context()]),
        audit,
        log.map((line): unknown => JSON.parse(line)),
      ]),
    person(user) {
      const found = sandbox.people().find(({ userPrincipalName }) => userPrincipalName === user);
      if (!found) throw new RangeError(`Nobody is called ${user}.`);
      return found;
    },
    close() {
      clock.stop();
      return sandbox.close();
    },
  };
}

/** The readable texts of entries, one below the other. */
export function textOf(entries: readonly Entry[]): string {
  return entries
    .map(({ HumanReadable, Contents }) => {
      if (HumanReadable) return HumanReadable;
      return typeof Contents === 'string' ? Contents : JSON.stringify(Contents);
    })
    .join('\n');
}

/** The types of entries, in their order: 1 is a note, 3 a file, 4 an error, 11 a warning. */
export function typesOf(entries: readonly Entry[]): readonly number[] {
  return entries.map(({ Type }) => Type);
}
