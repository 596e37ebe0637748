import { type Instance } from '../../integration/dispatcher/invocation.js';
import { SettingsError } from '../../integration/errors.js';
import { type Choice, chooseInstance } from '../instances/choose.js';
import { readInstances } from '../instances/instance-file.js';

/** An instance that is ready for use, and what ends it. */
export interface OpenInstance {
  readonly instance: Instance;
  readonly close: () => Promise<void>;
}

/** Which instances are served, and how they are opened. */
export interface InstancePoolOptions {
  /** The folder of our own files. */
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The only ones that are served, the one for requests that name none first; undefined for all. */
  readonly only?: readonly string[];
  readonly open: (choice: Choice) => Promise<OpenInstance>;
}

/** The instances of a server, each opened once. */
export interface InstancePool {
  /**
   * The instance of a request.
   * @param name Undefined where the request names none.
   * @throws SettingsError when there is none, or it is not served.
   */
  instanceOf(name: string | undefined): Promise<Instance>;
  /** The tenants that are served and whose parameters can be opened. */
  tenants(): Promise<readonly Instance[]>;
  close(): Promise<void>;
}

/**
 * Opens instances when they are first asked for. One that was changed in the instance file is opened anew, and one that
 * was removed is no longer found: a server runs for weeks.
 */
export function createInstancePool({ home, environment, only, open }: InstancePoolOptions): InstancePool {
  const opened = new Map<string, { readonly params: string; readonly open: Promise<OpenInstance> }>();

  const instanceOf: InstancePool['instanceOf'] = async (named) => {
    if (only && named !== undefined && !only.includes(named)) {
      throw new SettingsError(`This server does not serve the instance ${JSON.stringify(named)}.`);
    }
    const choice = await chooseInstance(named ?? only?.[0], home, environment);
    // A sandbox that was asked for takes effects, one that was not does not: they are two.
    const key = choice.kind === 'sandbox' && choice.implicit ? '' : choice.name;
    const params = choice.kind === 'tenant' ? JSON.stringify(choice.params) : '';
    const known = opened.get(key);
    if (known?.params === params) return (await known.open).instance;
    const opening = { params, open: open(choice) };
    opened.set(key, opening);
    try {
      return (await opening.open).instance;
    } catch (error) {
      // One that could not be opened is tried again by the next request.
      if (opened.get(key) === opening) opened.delete(key);
      throw error;
    }
  };

  return {
    instanceOf,
    async tenants() {
      const names = [...((await readInstances(home)) ?? new Map<string, never>()).keys()];
      const served = names.filter((name) => !only || only.includes(name));
      const all = await Promise.all(served.map((name) => instanceOf(name).catch(() => undefined)));
      return all.filter((instance) => instance !== undefined);
    },
    async close() {
      for (const { open: opening } of opened.values()) {
        const open = await opening.catch(() => undefined);
        await open?.close();
      }
    },
  };
}
