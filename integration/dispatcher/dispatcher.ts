import { type CommandArguments } from '../../generated/arguments.js';
import { manifest } from '../../generated/manifest.js';
import { validators } from '../../generated/validators.js';
import { type Clock, systemClock } from '../clock.js';
import { type CommandContext, type CommandName, type Registry } from '../command.js';
import { ArgumentError } from '../errors.js';
import { createGraphClient } from '../graph/client.js';
import { type Log, silentLog } from '../log.js';
import { platformCommands } from '../manifest/platform-commands.js';
import { type CommandDeclaration } from '../manifest/types.js';
import { toEntries } from '../results/command-result.js';
import { type Entry } from '../results/entry.js';
import { errorEntry } from '../results/raw-entry.js';
import { type Run } from '../run.js';
import { nearestName } from '../suggest.js';
import { bindArguments } from './arguments.js';
import { type Connection, connectionOf } from './connection.js';
import { errorText } from './error-text.js';
import { expandLists } from './expand.js';
import { type Execution, type Instance, type Invocation, type Target } from './invocation.js';

/** How long a command may take, waits and repeats included, in milliseconds: the platform's own default. */
const TIME_BUDGET_MS = 300_000;

/** What a dispatcher works with. */
export interface DispatcherOptions {
  readonly registry: Registry;
  /** Remarks about an instance's parameters. */
  readonly warn?: (text: string) => void;
  /** Told why a command waits, and for how many seconds. */
  readonly onWait?: (reason: string, seconds: number) => void;
  readonly log?: Log;
  readonly clock?: Clock;
}

/** The one way in for every surface. */
export interface Dispatcher {
  /** Executes a command. Never throws: every failure is one readable error entry. */
  execute(invocation: Invocation): Promise<Execution>;
}

const ignore = (): void => undefined;

const declarations = [...(manifest.script.commands ?? []), ...platformCommands];

/** Makes the dispatcher of a surface. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { registry, warn = ignore, onWait = ignore, log = silentLog, clock = systemClock } = options;

  const runAll = async (invocation: Invocation, run: Run): Promise<Entry[]> => {
    const declaration = declarationOf(invocation.command);
    const validation = await validators[declaration.name]();
    // Everything is checked before anything runs: a fault in the last element leaves the first one undone.
    const runs = expandLists(invocation.args, validation.schema).map((given) =>
      bindArguments(declaration, validation, given),
    );
    const connection = connectionOf(invocation.instance, warn);
    const entries: Entry[] = [];
    for (const args of runs)
      entries.push(...(await handle(registry, declaration.name, args, connection, run)));
    return entries;
  };

  return {
    async execute(invocation) {
      const started = clock.now();
      const run: Run = {
        clock,
        log,
        onWait,
        signal: invocation.signal ?? new AbortController().signal,
        deadline: started + TIME_BUDGET_MS,
        metrics: { requests: 0, retries: 0 },
      };
      const entries = await runAll(invocation, run).catch((error: unknown) => {
        log.debug('command failed', {
          command: invocation.command,
          stack: error instanceof Error ? error.stack : String(error),
        });
        return [errorEntry(errorText(invocation.command, error))];
      });
      const { instance } = invocation;
      return {
        entries: instance.kind === 'sandbox' ? entries.map(markedAsSandbox) : entries,
        target: targetOf(instance),
        metrics: { ...run.metrics, durationMs: clock.now() - started },
      };
    },
  };
}

/** @throws ArgumentError that suggests the nearest name. */
function declarationOf(command: string): CommandDeclaration & { readonly name: CommandName } {
  const declaration = declarations.find(({ name }) => name === command);
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

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(validators, name);
}

async function handle<Name extends CommandName>(
  registry: Registry,
  name: Name,
  args: CommandArguments[Name],
  connection: Connection,
  run: Run,
): Promise<Entry[]> {
  const { default: command } = await registry[name]();
  const { settings, http, tokens } = connection;
  const graph = createGraphClient({ graphUrl: settings.graphUrl, http, tokens }, run);
  const context: CommandContext = { graph, tokens, settings, run };
  return toEntries(await command.run(args, context));
}

function markedAsSandbox(entry: Entry): Entry {
  return { ...entry, Tags: [...(entry.Tags ?? []), 'sandbox'] };
}

function targetOf(instance: Instance): Target {
  const known = { kind: instance.kind, instance: instance.name ?? null };
  try {
    const { cloud, signIn } = connectionOf(instance, ignore).settings;
    return { ...known, cloud, tenant: 'tenant' in signIn ? signIn.tenant : null };
  } catch {
    return { ...known, cloud: null, tenant: null };
  }
}
