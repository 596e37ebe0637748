import { type Instance } from '../integration/dispatcher/invocation.js';
import { createFileStore } from '../integration/state/file.js';
import { sealingKey } from '../integration/state/key.js';
import { type Choice } from '../platform/instances/choose.js';
import { homeFolder } from '../platform/instances/home.js';
import { openConfigured } from '../platform/instances/open.js';
import { stateFile } from '../platform/instances/state-file.js';
import { startEmbeddedSandbox } from './embedded-sandbox.js';

/** An instance that is ready for use, and what ends it. */
export interface OpenInstance {
  readonly instance: Instance;
  readonly close: () => Promise<void>;
}

/**
 * Opens the chosen instance. One of our own keeps its context in a sealed file; the sandbox is started in this process
 * and keeps what was done to it in a file.
 * @param isWatched Whether a person sees the answer, on a terminal. Where nobody does, a sandbox that nobody asked for
 * takes no effects: a script would believe that it had acted on a tenant.
 * @throws SettingsError when the parameters cannot be unsealed, or refer to variables that are not set.
 */
export async function openInstance(choice: Choice, isWatched: boolean): Promise<OpenInstance> {
  const home = homeFolder(process.env);
  if (choice.kind === 'tenant') return openTenant(choice, home);
  const { instance, close } = await startEmbeddedSandbox(choice.name, home);
  return choice.implicit && !isWatched
    ? { instance: { ...instance, readOnly: ONLY_THE_SANDBOX }, close }
    : { instance, close };
}

const ONLY_THE_SANDBOX =
  'No instance is configured, so this would have changed the sandbox only. Name it with --sandbox if that is meant, or add an instance.';

async function openTenant(
  { name, params }: Extract<Choice, { kind: 'tenant' }>,
  home: string,
): Promise<OpenInstance> {
  const key = await sealingKey(home, process.env);
  const clear = openConfigured(params, { instance: name, key, environment: process.env });
  const state = createFileStore(stateFile(home, name), key);
  return { instance: { name, kind: 'tenant', params: clear, state }, close: () => Promise.resolve() };
}
