import { type CommandMetadata } from '../../integration/command.js';
import { targetOf } from '../../integration/dispatcher/dispatcher.js';
import { errorText } from '../../integration/dispatcher/error-text.js';
import { type Instance, type Target } from '../../integration/dispatcher/invocation.js';
import { ArgumentError } from '../../integration/errors.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { type Entry } from '../../integration/results/entry.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { errorEntry, isErrorEntry, noticeEntry } from '../../integration/results/raw-entry.js';
import { lineArguments } from '../line/arguments.js';
import { parseLine } from '../line/parse.js';
import { type FindDeclaration, withoutSecrets } from '../line/secret-spans.js';
import { followSchedules, type ScheduledEntry } from '../polling.js';
import { isBuiltIn, runBuiltIn } from './built-ins.js';
import { confirmationNeed, confirmationOf } from './confirmation.js';
import { contextWriter } from './context-writer.js';
import { type KeepExport } from './export-file.js';
import { type Read } from './found-person.js';
import { readableContext } from './incident.js';
import { type KnownSecrets } from './known-secrets.js';
import { type LineOptions, takeOptions } from './options.js';
import { resolveArguments } from './resolve-arguments.js';
import { runCommand } from './run-command.js';
import { type LineWatch, type SessionOptions } from './surroundings.js';

/** The session that a line runs in. */
export interface LineRoom extends SessionOptions {
  readonly metadata: Readonly<Record<string, Pick<CommandMetadata, 'effects'>>>;
  readonly find: FindDeclaration;
  readonly secrets: KnownSecrets;
  /** The lines so far, to which this one is added. */
  readonly lines: string[];
  readonly keepExport: KeepExport;
  readonly use: (name: string | undefined) => Promise<string>;
  /** @throws SettingsError where nothing says which instance is meant. */
  readonly current: () => Promise<Instance>;
}

type Arguments = Readonly<Record<string, unknown>>;
type Recorder = (entry: Entry, target: Target | null) => Promise<void>;

/** A command on its way to the instances. */
interface Command {
  readonly name: string;
  readonly declaration: CommandDeclaration | undefined;
  readonly args: Arguments;
  readonly options: LineOptions;
}

/** Runs one line to its end: a command, or a note. Never throws: every failure is an error entry. */
export async function runLine(line: string, watch: LineWatch, room: LineRoom): Promise<void> {
  const text = line.trim();
  const kept = room.secrets.masked(withoutSecrets(text, room.find));
  room.lines.push(kept);
  const record = recorder(kept, watch, room);
  try {
    if (isCommandLine(text, room.find)) await runCommandLine(text, watch, room, record);
    else await record(noteEntry(kept), null);
  } catch (error) {
    await record(errorEntry(errorText('run', error)), null);
  }
}

function recorder(line: string, watch: LineWatch, { incident, clock, user, secrets }: LineRoom): Recorder {
  return async (entry, target) => {
    const recorded = {
      id: `${incident.entries.length + 1}@${incident.id}`,
      time: new Date(clock.now()).toISOString(),
      user,
      // Looked at anew: the secrets of a line are known only after it was read.
      line: secrets.masked(line),
      target,
      entry: secrets.masked(entry),
    };
    incident.entries.push(recorded);
    await watch.onEntry(recorded);
  };
}

async function runCommandLine(
  text: string,
  watch: LineWatch,
  room: LineRoom,
  record: Recorder,
): Promise<void> {
  const { incident, instances, find, secrets, environment, warn, lines, use, keepExport } = room;
  const parsed = parseLine(text);
  const declaration = find(parsed.command);
  const typed = lineArguments(parsed, declaration);
  const args = await resolveArguments(typed, declaration, {
    context: readableContext(incident),
    secrets,
    ask: watch.ask,
    environment,
  });
  if (isBuiltIn(parsed.command)) {
    const surroundings = { incident, secrets, lines, instanceNames: instances.names, use, keepExport };
    for (const entry of await runBuiltIn(parsed.command, args, surroundings)) await record(entry, null);
    return;
  }
  const { options, rest } = takeOptions(args);
  const command = { name: parsed.command, declaration, args: rest, options };
  const chosen: Instance[] = [];
  for (const name of options.using) chosen.push(await instances.open(name));
  if (chosen.length === 0) chosen.push(await room.current());
  // All are asked about first, so that a "no" leaves none of them done.
  for (const instance of chosen) {
    if (await isConfirmed(command, instance, watch, room)) continue;
    await record(noticeEntry('It was not confirmed; nothing was done.'), targetOf(instance, warn));
    return;
  }
  for (const instance of chosen) await runOn(instance, command, watch, room, record);
}

async function isConfirmed(
  { name, declaration, args }: Command,
  instance: Instance,
  { confirm, signal }: LineWatch,
  { dispatcher, metadata, warn }: LineRoom,
): Promise<boolean> {
  const need = declaration && confirmationNeed(declaration, metadata[name], args);
  // What is going to be refused is not asked about.
  const isRefused = instance.readOnly !== undefined && metadata[name]?.effects === 'write';
  if (!need || isRefused || !confirm) return true;
  const read: Read = async (command, args) =>
    (await dispatcher.execute({ command, args, instance, signal })).entries;
  return confirm(await confirmationOf(name, need, targetOf(instance, warn), read));
}

async function runOn(
  instance: Instance,
  { name, args, options }: Command,
  { signal, onProgress }: LineWatch,
  { dispatcher, clock, incident, warn }: LineRoom,
  record: Recorder,
): Promise<void> {
  const target = targetOf(instance, warn);
  const write = contextWriter(incident, options);
  const execute = async (command: string, given: Arguments): Promise<readonly Entry[]> => {
    const runner = { dispatcher, clock, signal, onProgress };
    return (await runCommand({ command, args: given, instance }, options, runner)).entries;
  };
  const onWait = (scheduled: ScheduledEntry, seconds: number): void => {
    onProgress(waitingText(scheduled, seconds));
  };
  const following = { execute, clock, signal, onWait, limitSeconds: options.timeoutSeconds };
  for await (const { entry } of followSchedules(await execute(name, args), following)) {
    await record(asShown(entry, options), target);
    const problem = write(entry);
    if (problem !== undefined) await record(noticeEntry(problem), target);
  }
}

function waitingText({ PollingCommand, PollingItemsRemaining }: ScheduledEntry, seconds: number): string {
  const left = PollingItemsRemaining === undefined ? '' : ` (${PollingItemsRemaining} left)`;
  return `Not done yet${left}: ${PollingCommand} runs again in ${seconds} s.`;
}

/**
 * Whether a line is a command; one without `!` is a note.
 * @throws ArgumentError for a note that is more likely a command whose `!` was forgotten, and for `/operations`.
 */
function isCommandLine(text: string, find: FindDeclaration): boolean {
  if (text.startsWith('!')) return true;
  const [first = ''] = text.split(/\s/);
  if (find(first) && first.startsWith('msgraph-')) {
    throw new ArgumentError(
      'A command begins with an exclamation mark; without one a line is a note.',
      `Write !${first} …`,
    );
  }
  if (text.startsWith('/')) {
    throw new ArgumentError(`There are no operations such as ${first} here.`, '!help lists what there is.');
  }
  return false;
}

/** With `raw-response` the platform shows the contents: that is what it does without a readable text. */
function asShown(entry: Entry, { rawResponse }: LineOptions): Entry {
  return rawResponse && !isErrorEntry(entry) ? { ...entry, HumanReadable: null } : entry;
}
