import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { registry } from '../commands/index.js';
import { type Clock } from '../integration/clock.js';
import { createDispatcher, type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { SettingsError } from '../integration/errors.js';
import { type Entry } from '../integration/results/entry.js';
import { newIncident } from '../warroom/session/incident.js';
import { type PageAssets, readPageAssets } from '../warroom/web/assets.js';
import { type WarRoomOptions } from '../warroom/web/options.js';
import { createFakeClock } from './fake-clock.js';

const builder = fileURLToPath(new URL('../scripts/build-page.js', import.meta.url));

/** Builds the page as it is now. esbuild runs in a process of its own: it does not work inside jest. */
export async function builtPage(): Promise<PageAssets> {
  const folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-page-'));
  try {
    await promisify(execFile)(process.execPath, [builder, folder]);
    return await readPageAssets(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a page of a test works with; the first instance is the one that is used where nobody names one. */
export interface WebRoom extends Partial<WarRoomOptions> {
  readonly assets: PageAssets;
  readonly on: readonly Instance[];
  /** Commands that are answered as a test says. */
  readonly answers?: Readonly<Record<string, readonly Entry[]>>;
}

/** Options for a page whose commands really run, on a clock that does not wait. */
export function webRoomOptions({ on, answers = {}, ...rest }: WebRoom): Omit<WarRoomOptions, 'origins'> {
  const clock: Clock = rest.clock ?? createFakeClock();
  return {
    incident: newIncident(clock.now()),
    clock,
    user: 'analyst',
    environment: {},
    allowEffects: false,
    instances: {
      open(name) {
        const found = name === undefined ? on[0] : on.find((instance) => instance.name === name);
        if (found) return Promise.resolve(found);
        return Promise.reject(new SettingsError(`There is no instance "${name ?? ''}".`));
      },
      names: () => Promise.resolve(on.map(({ name = '' }) => name)),
    },
    dispatcher: (watch) => answering(answers, createDispatcher({ registry, clock, ...watch })),
    ...rest,
  };
}

function answering(answers: Readonly<Record<string, readonly Entry[]>>, real: Dispatcher): Dispatcher {
  return {
    async execute(invocation) {
      const execution = await real.execute(
        Object.hasOwn(answers, invocation.command) ? { ...invocation, command: 'test-module' } : invocation,
      );
      return { ...execution, entries: answers[invocation.command] ?? execution.entries };
    },
  };
}
