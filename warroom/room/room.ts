import { manifest } from '../../generated/manifest.js';
import { type Target } from '../../integration/dispatcher/invocation.js';
import { SoarError } from '../../integration/errors.js';
import { SANDBOX_LINE } from '../render.js';
import { builtInDeclarations } from '../session/built-ins.js';
import { type Confirmation, confirmationLines } from '../session/confirmation.js';
import { type RecordedEntry } from '../session/incident.js';
import { type InstanceSource, type Session } from '../session/session.js';
import { paintEntry } from '../terminal/entry.js';
import { terminalSettings } from '../terminal/terminal-settings.js';
import { visibleText } from '../terminal/visible-text.js';
import { completeLine } from './completion.js';
import { openConsole, type RoomConsole } from './console.js';
import { lineToKeep } from './history.js';
import { type ScreenOutput } from './masked-screen.js';
import { promptOf } from './prompt.js';

/** What a room works with. */
export interface RoomOptions {
  readonly session: Session;
  readonly instances: InstanceSource;
  readonly input: NodeJS.ReadableStream;
  readonly output: ScreenOutput;
  readonly environment: NodeJS.ProcessEnv;
  /** Lines typed before, the last one first. */
  readonly history: readonly string[];
  /** Keeps a line, which holds no secret. */
  readonly keepLine: (line: string) => Promise<void>;
  /** Called after each line. */
  readonly onLineDone: () => Promise<void>;
  /** Whether nothing is asked before it is done. */
  readonly isYes: boolean;
  /** Gets what says a sentence while a command runs. */
  readonly onOpen: (say: (text: string) => void) => void;
}

/** Opens the War Room on a terminal; resolves when the person leaves. */
export async function openRoom(options: RoomOptions): Promise<void> {
  const { session, instances, input, output, environment, history, keepLine, onLineDone, onOpen } = options;
  const names = await instances.names();
  const commands = [...(manifest.script.commands ?? []), ...builtInDeclarations];
  const terminal = openConsole({
    input,
    output,
    find: session.find,
    complete: (text) => completeLine(text, { commands, find: session.find, instances: names }),
    history,
  });
  onOpen((text) => {
    terminal.print(visibleText(text));
  });
  try {
    greet(session, terminal);
    for (;;) {
      const prompt = promptOf(session.target(), terminalSettings(output, environment).color);
      const line = await terminal.readCommand(prompt);
      if (line === undefined || /^\s*!?(exit|quit)\s*$/.test(line)) break;
      if (line.trim() === '') continue;
      const kept = lineToKeep(line, session.find);
      terminal.remember(kept);
      await keepLine(kept);
      await runLine(line === 'help' ? '!help' : line, terminal, options);
      await onLineDone();
    }
  } finally {
    terminal.close();
  }
}

function greet({ target, incident }: Session, { print }: RoomConsole): void {
  const now = target();
  if (now?.kind === 'sandbox') print(`${SANDBOX_LINE}\n`);
  const earlier = incident.entries.length > 0 ? `, ${incident.entries.length} entries so far` : '';
  print(`War Room, incident ${visibleText(incident.id)}${earlier}.`);
  print(
    now
      ? 'Type !msgraph-user-list limit=5 to begin, !help for all commands; Tab completes, Ctrl-D leaves.'
      : 'Type !instances, then !use NAME; !help lists all commands, Ctrl-D leaves.',
  );
}

async function runLine(line: string, terminal: RoomConsole, options: RoomOptions): Promise<void> {
  const { session, isYes } = options;
  const current = session.target();
  await terminal.cancellable((signal) =>
    session.execute(line, {
      signal,
      onEntry: (recorded) => terminal.page(painted(recorded, current, options)),
      onProgress: (text) => {
        terminal.print(visibleText(text));
      },
      ask: (prompt) => terminal.ask(`${visibleText(prompt)} (not shown): `, true),
      confirm: (confirmation) => (isYes ? Promise.resolve(true) : isConfirmed(confirmation, terminal)),
    }),
  );
}

/** An entry of another instance than the current one says so. */
function painted(
  { entry, target }: RecordedEntry,
  current: Target | undefined,
  options: RoomOptions,
): string {
  const text = paintEntry(entry, terminalSettings(options.output, options.environment));
  if (!target || target.instance === current?.instance) return `${text}\n`;
  const sandbox = target.kind === 'sandbox' ? `${SANDBOX_LINE}\n` : '';
  return `${sandbox}${visibleText(`On ${target.instance ?? 'unnamed'}, tenant ${target.tenant ?? 'unknown'}:`)}\n${text}\n`;
}

async function isConfirmed(confirmation: Confirmation, { ask, print }: RoomConsole): Promise<boolean> {
  for (const line of confirmationLines(confirmation)) print(visibleText(line).replaceAll('\n', ' '));
  try {
    return /^\s*(y|yes)\s*$/i.test(await ask('Type yes to go on: ', false));
  } catch (error) {
    if (error instanceof SoarError) return false;
    throw error;
  }
}
