import { manifest } from '../../generated/manifest.js';
import { type Target } from '../../integration/dispatcher/invocation.js';
import { SoarError } from '../../integration/errors.js';
import { SANDBOX_LINE } from '../render.js';
import { builtInDeclarations } from '../session/built-ins.js';
import { type Confirmation, confirmationLines } from '../session/confirmation.js';
import { readableContext, type RecordedEntry } from '../session/incident.js';
import { type Session } from '../session/session.js';
import { type InstanceSource } from '../session/surroundings.js';
import { paintEntry } from '../terminal/entry.js';
import { terminalSettings, type TerminalSettings } from '../terminal/terminal-settings.js';
import { visibleText } from '../terminal/visible-text.js';
import { completeLine } from './completion.js';
import { openConsole, type RoomConsole } from './console.js';
import { lineToKeep } from './history.js';
import { type ScreenOutput } from './masked-screen.js';
import { promptOf } from './prompt.js';

/** What happens in a room, whatever it is shown on. */
export interface RoomWork {
  readonly session: Session;
  /** What the screen can show now. */
  readonly settings: () => TerminalSettings;
  /** Keeps a line, which holds no secret. */
  readonly keepLine: (line: string) => Promise<void>;
  /** Called after each line. */
  readonly onLineDone: () => Promise<void>;
  /** Whether nothing is asked before it is done. */
  readonly isYes: boolean;
}

/** What a room on a terminal works with. */
export interface RoomOptions extends Omit<RoomWork, 'settings'> {
  readonly instances: InstanceSource;
  readonly input: NodeJS.ReadableStream;
  readonly output: ScreenOutput;
  readonly environment: NodeJS.ProcessEnv;
  /** Lines typed before, the last one first. */
  readonly history: readonly string[];
  /** Gets what says a sentence while a command runs. */
  readonly onOpen: (say: (text: string) => void) => void;
}

/** Opens the War Room on a terminal; resolves when the person leaves. */
export async function openRoom(options: RoomOptions): Promise<void> {
  const { session, instances, input, output, environment, history, onOpen } = options;
  const known = {
    commands: [...(manifest.script.commands ?? []), ...builtInDeclarations],
    find: session.find,
    instances: await instances.names(),
    context: () => readableContext(session.incident),
  };
  const terminal = openConsole({
    input,
    output,
    find: session.find,
    complete: (text) => completeLine(text, known),
    history,
  });
  onOpen((text) => {
    terminal.print(visibleText(text));
  });
  await holdRoom(terminal, { ...options, settings: () => terminalSettings(output, environment) });
}

/** Takes lines from a console and shows what they come to, until the person leaves; the console is closed then. */
export async function holdRoom(terminal: RoomConsole, work: RoomWork): Promise<void> {
  const { session, settings, keepLine, onLineDone } = work;
  try {
    greet(session, terminal);
    for (;;) {
      const line = await terminal.readCommand(promptOf(session.target(), settings().color));
      if (line === undefined || /^\s*!?(exit|quit)\s*$/.test(line)) break;
      if (line.trim() === '') continue;
      const kept = lineToKeep(line, session.find);
      terminal.remember(kept);
      await keepLine(kept);
      await runLine(line === 'help' ? '!help' : line, terminal, work);
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

async function runLine(line: string, terminal: RoomConsole, work: RoomWork): Promise<void> {
  const { session, isYes } = work;
  const current = session.target();
  await terminal.cancellable((signal) =>
    session.execute(line, {
      signal,
      onEntry: (recorded) => terminal.page(painted(recorded, current, work)),
      onProgress: (text) => {
        terminal.print(visibleText(text));
      },
      ask: (prompt) => terminal.ask(`${visibleText(prompt)} (not shown): `, true),
      ...(!isYes && { confirm: (confirmation) => isConfirmed(confirmation, terminal) }),
    }),
  );
}

/** An entry of another instance than the current one says so. */
function painted(
  { entry, target }: RecordedEntry,
  current: Target | undefined,
  { settings }: RoomWork,
): string {
  const text = paintEntry(entry, settings());
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
