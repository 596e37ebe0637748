import { type CommandArguments } from '../../generated/arguments.js';
import { commandMetadata } from '../../generated/commands.js';
import { validators } from '../../generated/validators.js';
import { type Clock, systemClock } from '../clock.js';
import { type CommandName, type Registry } from '../command.js';
import { ArgumentError, AuthError, CancelledError } from '../errors.js';
import { isJsonObject } from '../json.js';
import { createJitter } from '../jitter.js';
import { type Log, silentLog } from '../log.js';
import { type CommandDeclaration } from '../manifest/types.js';
import { type Entry } from '../results/entry.js';
import { errorEntry } from '../results/raw-entry.js';
import { type Run, type RunObserver } from '../run.js';
import { nearestName } from '../suggest.js';
import { type AuditSource, createAuditor } from './auditor.js';
import { bindArguments } from './arguments.js';
import { isCommandName } from './command-name.js';
import { type Connection, connectionOf } from './connection.js';
import { declarations, findDeclaration } from './declarations.js';
import { errorText } from './error-text.js';
import { expandLists } from './expand.js';
import { checkEffects } from './effect-parts.js';
import { runEffects } from './run-effects.js';
import { runRead } from './run-read.js';
import { type Execution, type Instance, type Invocation, type Target } from './invocation.js';
import { checkGraphLinks } from './graph-links.js';
import { isLook } from './look.js';
import { remembered } from './remembered.js';
import { checkPolicy, hasPolicy } from './policy.js';

/** How long a command may take, waits and repeats included, in milliseconds: the platform's own default. */
const TIME_BUDGET_MS = 300_000;

/** What a dispatcher works with. */
export interface DispatcherOptions {
  readonly registry: Registry;
  /** Remarks about an instance's parameters. */
  readonly warn?: (text: string) => void;
  /** Told why a command waits, and for how many seconds. */
  readonly onWait?: (reason: string, seconds: number) => void;
  /** Told how many targets of how many a command is done with. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly log?: Log;
  readonly clock?: Clock;
  /** Told what the commands do on the network. */
  readonly observer?: RunObserver;
  /** Opens where effects are written down; absent where the surface keeps no trail. */
  readonly audit?: () => Promise<AuditSource>;
}

/** The one way in for every surface. */
export interface Dispatcher {
  /** Executes a command. Never throws: every failure is one readable error entry. */
  execute(invocation: Invocation): Promise<Execution>;
}

const ignore = (): void => undefined;

const validations = remembered(validators);

/** Makes the dispatcher of a surface. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const {
    warn = ignore,
    onWait = ignore,
    onProgress = ignore,
    log = silentLog,
    clock = systemClock,
  } = options;
  const { audit, observer } = options;
  const registry = remembered(options.registry);

  const runOnce = async (
    name: CommandName,
    args: CommandArguments[CommandName],
    { instance, take }: Pick<Invocation, 'instance' | 'take'>,
    run: Run,
  ): Promise<Entry[]> => {
    const connect = (): Connection => connectionOf(instance, warn);
    if (commandMetadata[name].effects === 'read') {
      return runRead(registry, name, args, { connect, state: instance.state, run, ...(take && { take }) });
    }
    const connection = connect();
    const auditor = createAuditor(
      audit,
      { command: name, on: { ...targetOf(instance, warn) } },
      connection.settings.auditRequired,
      warn,
    );
    return runEffects({ registry, name, args, connection, auditor, run });
  };

  const runAll = async (invocation: Invocation, run: Run): Promise<Entry[]> => {
    const { command, args, instance } = invocation;
    const declaration = declarationOf(command);
    const validation = await validations[declaration.name]();
    // Everything is checked before anything runs: a fault in the last element leaves the first one undone.
    const runs = expandLists(args, validation.schema).map((given) =>
      bindArguments(declaration, validation, given),
    );
    const metadata = commandMetadata[declaration.name];
    const isHarmless = (bound: unknown): boolean => isDryRun(bound) || isLook(metadata, bound);
    if (metadata.effects === 'write' && instance.readOnly && !runs.every(isHarmless)) {
      throw new ArgumentError(instance.readOnly, 'Nothing was sent.');
    }
    if (metadata.effects === 'write') {
      for (const bound of runs) await checkEffects({ registry, name: declaration.name, args: bound });
    }
    if (hasPolicy(metadata)) {
      const connection = connectionOf(instance, warn);
      for (const bound of runs) checkGraphLinks(bound, validation.schema, connection.settings.graphUrl);
      await checkPolicy(declaration.name, metadata, connection);
    }
    const entries: Entry[] = [];
    for (const bound of runs) {
      try {
        entries.push(...(await runOnce(declaration.name, bound, invocation, run)));
      } catch (error) {
        // What the other elements came to is not lost with this one.
        entries.push(failureEntry(command, error, run.log));
        if (endsAllRuns(error)) break;
      }
    }
    return entries;
  };

  const failureEntry = (command: string, error: unknown, to: Log): Entry => {
    to.debug('command failed', () => ({
      command,
      stack: error instanceof Error ? error.stack : String(error),
    }));
    return errorEntry(errorText(command, error));
  };

  return {
    async execute(invocation) {
      const started = clock.now();
      const run: Run = {
        clock,
        log: invocation.log ?? log,
        onWait,
        ...(invocation.signal && { signal: invocation.signal }),
        deadline: started + (invocation.timeLimitMs ?? TIME_BUDGET_MS),
        metrics: { requests: 0, retries: 0 },
        files: [],
        jitter: createJitter(),
        onProgress,
        outcomes: new Map(),
        ...(observer && { observer }),
      };
      const entries = await runAll(invocation, run).catch((error: unknown) => [
        failureEntry(invocation.command, error, run.log),
      ]);
      const { instance } = invocation;
      return {
        entries: instance.kind === 'sandbox' ? entries.map(markedAsSandbox) : entries,
        files: run.files,
        target: targetOf(instance, warn),
        ...(run.outcomes && { outcomes: run.outcomes }),
        metrics: { ...run.metrics, durationMs: clock.now() - started },
      };
    },
  };
}

/** @throws ArgumentError that suggests the nearest name. */
function declarationOf(command: string): CommandDeclaration & { readonly name: CommandName } {
  const declaration = findDeclaration(command);
  if (declaration && isCommandName(declaration.name)) return { ...declaration, name: declaration.name };
  const near = nearestName(
    command,
    declarations.map(({ name }) => name),
  );
  throw new ArgumentError(
    `There is no command "${command}".`,
    near ? `Did you mean "${near}"?` : 'msgraph-soar commands lists them all.',
  );
}

/** Whether the next element could not do better: nobody is signed in, or nobody waits for it. */
function endsAllRuns(error: unknown): boolean {
  return error instanceof AuthError || error instanceof CancelledError;
}

/** Whether a run of an effect command only tells what it would do. */
function isDryRun(args: unknown): boolean {
  return isJsonObject(args) && args['dry_run'] === true;
}

function markedAsSandbox(entry: Entry): Entry {
  return { ...entry, Tags: [...(entry.Tags ?? []), 'sandbox'] };
}

/**
 * What commands on an instance act on.
 * @param warn Told each remark about the parameters, once for each instance.
 */
export function targetOf(instance: Instance, warn: (text: string) => void): Target {
  const known = { kind: instance.kind, instance: instance.name ?? null };
  try {
    const { cloud, signIn } = connectionOf(instance, warn).settings;
    return { ...known, cloud, tenant: 'tenant' in signIn ? signIn.tenant : null };
  } catch {
    return { ...known, cloud: null, tenant: null };
  }
}
