import { commandMetadata } from '../../generated/commands.js';
import { type CommandMetadata } from '../../integration/command.js';
import { type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { asksGraph } from '../../integration/dispatcher/policy.js';
import { errorEntry } from '../../integration/results/raw-entry.js';
import { type Scope } from '../keys/scope.js';

const metadataOf: Readonly<Record<string, CommandMetadata>> = commandMetadata;

/** Commands that ask Graph nothing and still only read. */
const readsToo: ReadonlySet<string> = new Set(['msgraph-user-permissions-check']);

/** Whether a command changes something in the tenant. */
export function isEffect(command: string): boolean {
  return Object.hasOwn(metadataOf, command) && metadataOf[command]?.effects === 'write';
}

/**
 * Whether a key of this scope may run a command. One for reading runs what only reads. Those that ask Graph nothing act on
 * the instance's own sign-in, which they could end or replace, so they are left to the other scope.
 * @param command Its name; one that does not exist is left to the dispatcher, which says so.
 */
export function mayRun(scope: Scope, command: string): boolean {
  const metadata = Object.hasOwn(metadataOf, command) ? metadataOf[command] : undefined;
  if (scope === 'effects' || !metadata) return true;
  return metadata.effects === 'read' && (asksGraph(metadata) || readsToo.has(command));
}

/** A dispatcher that runs nothing beyond a scope, also not what a result schedules. */
export function withinScope(dispatcher: Dispatcher, scope: Scope): Dispatcher {
  return {
    execute(invocation) {
      const { command, instance } = invocation;
      if (mayRun(scope, command)) return dispatcher.execute(invocation);
      return Promise.resolve({
        entries: [errorEntry(`${command}: this key only reads.\nUse a key of the scope effects.`)],
        files: [],
        target: { kind: instance.kind, instance: instance.name ?? null, cloud: null, tenant: null },
        metrics: { requests: 0, retries: 0, durationMs: 0 },
      });
    },
  };
}
