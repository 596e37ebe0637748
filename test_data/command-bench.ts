import { registry } from '../commands/index.js';
import { type Clock } from '../integration/clock.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../integration/dispatcher/invocation.js';
import { isJsonObject, type JsonObject } from '../integration/json.js';
import { type Entry } from '../integration/results/entry.js';
import { type Sandbox, type SandboxOptions, type SandboxRequest, startSandbox } from '../sandbox/index.js';
import { sandboxInstance } from './sandbox-instance.js';

/** A command that was run, and what the tenant saw of it. */
export interface BenchRun {
  readonly execution: Execution;
  /** The main entry. */
  readonly entry: Entry;
  /** Graph's requests and those for tokens, in their order. */
  readonly requests: readonly SandboxRequest[];
}

/** A tenant with a dispatcher in front of it. */
export interface CommandBench {
  readonly sandbox: Sandbox;
  /** Runs a command, by default on an instance of its own that has every permission. */
  run(command: string, args?: JsonObject, instance?: Instance): Promise<BenchRun>;
  close(): Promise<void>;
}

/**
 * Starts a tenant for tests that run commands.
 * @param clock The product's; the machine's by default. The tenant's is in the options.
 */
export async function openCommandBench(options?: SandboxOptions, clock?: Clock): Promise<CommandBench> {
  const sandbox = await startSandbox(options);
  const dispatcher = createDispatcher({ registry, ...(clock && { clock }) });
  return {
    sandbox,
    async run(command, args = {}, instance = sandboxInstance(sandbox)) {
      const before = sandbox.log.length;
      const execution = await dispatcher.execute({ command, args, instance });
      const [entry] = execution.entries;
      if (!entry) throw new Error(`${command} gave no entry.`);
      return { execution, entry, requests: sandbox.log.slice(before) };
    },
    close: () => sandbox.close(),
  };
}

/** The only value that an entry puts under a context root, whatever its selector. */
export function contextUnder(entry: Entry, root: string): unknown {
  const found = Object.entries(entry.EntryContext ?? {}).filter(([path]) => path.split('(')[0] === root);
  if (found.length > 1) throw new Error(`Several values under ${root}.`);
  return found[0]?.[1];
}

/** An object inside a list, or wherever a test expects one. */
export function objectOf(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw new Error(`No object: ${JSON.stringify(value)}`);
  return value;
}

/** A list of objects. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  if (!Array.isArray(value)) throw new Error(`No list: ${JSON.stringify(value)}`);
  return value.map(objectOf);
}
