import { join } from 'node:path';
import { registry } from '../commands/index.js';
import { systemClock } from '../integration/clock.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { SettingsError } from '../integration/errors.js';
import { makeFolderOf } from '../integration/state/private-file.js';
import { chooseInstance, SANDBOX_INSTANCE } from '../platform/instances/choose.js';
import { homeFolder } from '../platform/instances/home.js';
import { addToHistory, readHistory } from '../warroom/room/history.js';
import { openRoom } from '../warroom/room/room.js';
import { openIncident, saveIncident } from '../warroom/session/incident-file.js';
import { newIncident } from '../warroom/session/incident.js';
import { createSession } from '../warroom/session/session.js';
import { type InstanceSource } from '../warroom/session/surroundings.js';
import { auditSource, userName } from './audit-source.js';
import { diagnosticLog } from './diagnostics.js';
import { instanceNames } from './instance-names.js';
import { type OpenInstance, openInstance } from './instance.js';
import { MISUSE, readOptions } from './options.js';
import { warn } from './warn.js';

/** Opens the War Room on this terminal: 0 when the person left, 1 when it could not be opened, 2 when misused. */
export default async function room(args: readonly string[]): Promise<number> {
  const options = readOptions({
    args: [...args],
    options: {
      instance: { type: 'string', short: 'i' },
      sandbox: { type: 'boolean', default: false },
      incident: { type: 'string' },
      yes: { type: 'boolean', default: false },
      debug: { type: 'boolean', default: false },
    },
  });
  if (!options) return MISUSE;
  const { values } = options;
  if (values.sandbox && values.instance !== undefined) {
    warn('--sandbox and --instance exclude each other.');
    return MISUSE;
  }
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    warn("The War Room needs a terminal. A single command does not: msgraph-soar '!msgraph-user-list'");
    return MISUSE;
  }
  const { source, close } = openInstances(values.sandbox ? SANDBOX_INSTANCE : values.instance);
  try {
    await onTerminal(source, values);
  } finally {
    await close();
  }
  return 0;
}

async function onTerminal(
  instances: InstanceSource,
  {
    instance,
    incident: file,
    yes,
    debug,
  }: { instance?: string; incident?: string; yes: boolean; debug: boolean },
): Promise<void> {
  // Once the room is open, whatever is said goes through its screen.
  let say = warn;
  const tell = (text: string): void => {
    say(text);
  };
  const log = await diagnosticLog(debug);
  const dispatcher = createDispatcher({
    registry,
    warn: tell,
    onWait: (reason, seconds) => {
      tell(`Waiting ${seconds.toFixed(1)} s: ${reason}`);
    },
    audit: auditSource('room'),
    ...(log && { log }),
  });
  const session = createSession({
    incident: (file === undefined ? undefined : await openIncident(file)) ?? newIncident(Date.now()),
    dispatcher,
    instances,
    clock: systemClock,
    user: userName(),
    environment: process.env,
    warn: tell,
  });
  await openFirst(session.use, instance);
  const historyFile = join(homeFolder(process.env), 'room-history');
  await makeFolderOf(historyFile);
  await openRoom({
    session,
    instances,
    input: process.stdin,
    output: process.stdout,
    environment: process.env,
    history: await readHistory(historyFile),
    keepLine: (line) => addToHistory(historyFile, line),
    onLineDone: async () => {
      if (file !== undefined) await saveIncident(file, session.incident, session.secrets);
    },
    isYes: yes,
    onOpen: (saying) => {
      say = saying;
    },
  });
}

/** An instance that was named must be there. Where nobody named one and several could be meant, the room asks. */
async function openFirst(
  use: (name: string | undefined) => Promise<string>,
  name: string | undefined,
): Promise<void> {
  try {
    await use(undefined);
  } catch (error) {
    if (name !== undefined || !(error instanceof SettingsError)) throw error;
    warn(error.text);
  }
}

/** The instances of this machine, each opened when it is first used. */
function openInstances(byDefault: string | undefined): {
  readonly source: InstanceSource;
  readonly close: () => Promise<void>;
} {
  const home = homeFolder(process.env);
  const opened = new Map<string, OpenInstance>();
  const open: InstanceSource['open'] = async (named) => {
    const choice = await chooseInstance(named ?? byDefault, home, process.env);
    const known = opened.get(choice.name);
    if (known) return known.instance;
    const fresh = await openInstance(choice, true);
    opened.set(choice.name, fresh);
    return fresh.instance;
  };
  return {
    source: {
      open,
      names: instanceNames,
    },
    async close() {
      for (const { close } of opened.values()) await close();
    },
  };
}
