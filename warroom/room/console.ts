import { createInterface } from 'node:readline';
import { CancelledError } from '../../integration/errors.js';
import { type FindDeclaration } from '../line/secret-spans.js';
import { isUnfinished, joinedLines } from '../line/scan.js';
import { type Completion } from './completion.js';
import { createMaskedScreen, maskedFrom, type ScreenOutput } from './masked-screen.js';
import { pagesOf } from './pages.js';

const CONTINUED = '… ';
const MORE = '-- more: space for a page, q to stop --';

/** What a console works with. */
export interface ConsoleOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: ScreenOutput;
  readonly find: FindDeclaration;
  readonly complete: (text: string) => Completion;
  /** Lines typed before, the last one first. */
  readonly history: readonly string[];
}

/** A keyboard and a screen. */
export interface RoomConsole {
  /**
   * Reads a command, over several lines where it goes on.
   * @returns Undefined when the person leaves: Ctrl-D, or Ctrl-C twice.
   */
  readonly readCommand: (prompt: string) => Promise<string | undefined>;
  /** Puts a line in front of those that the arrow keys bring back. */
  readonly remember: (line: string) => void;
  /** Asks something; what is typed is not shown where it is a secret. @throws CancelledError after Ctrl-C or Ctrl-D. */
  readonly ask: (question: string, isSecret: boolean) => Promise<string>;
  readonly print: (text: string) => void;
  /** Prints a text, a page at a time where it is longer than the screen. */
  readonly page: (text: string) => Promise<void>;
  /** Does work that Ctrl-C cancels. */
  readonly cancellable: (work: (signal: AbortSignal) => Promise<void>) => Promise<void>;
  readonly close: () => void;
}

/** Opens the console of a terminal. Between its questions nothing that is typed is shown; it is kept for later. */
export function openConsole({ input, output, find, complete, history }: ConsoleOptions): RoomConsole {
  const kept = [...history];
  const queue: string[] = [];
  let before = '';
  let taker: ((line: string | undefined) => void) | undefined;
  let running: AbortController | undefined;
  let onKey: ((key: string) => void) | undefined;
  let isClosed = false;
  let isLeaving = false;

  const screen = createMaskedScreen(output, () => ({ before, line: lines.line }), find);
  const lines = createInterface({
    input,
    output: screen.stream,
    terminal: true,
    history: [...history],
    historySize: Math.max(1000, history.length),
    completer: (line: string) => {
      const [candidates, part] = complete(before + line);
      return [[...candidates], part];
    },
  });
  let live: string[] | undefined;
  // Whatever was typed, an answer or a secret, may be in there now: only what is to be remembered stays.
  lines.on('history', (array) => {
    live = array;
    live.splice(0, live.length, ...kept);
  });

  const print = (text: string): void => {
    output.write(`${text}\n`);
  };
  const take = (line: string | undefined): void => {
    const taking = taker;
    taker = undefined;
    // What the same paste goes on with is not shown between the lines of an answer.
    screen.isMuted = true;
    taking?.(line);
  };
  const clear = (): void => {
    if (isClosed) return;
    const wasMuted = screen.isMuted;
    screen.isMuted = true;
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    screen.isMuted = wasMuted;
  };
  const freshLine = (prompt: string, isShown: boolean): Promise<string | undefined> => {
    if (isClosed) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      taker = resolve;
      screen.isMuted = false;
      lines.setPrompt(prompt);
      lines.prompt(true);
      screen.isMuted = !isShown;
    });
  };

  lines.on('line', (line) => {
    if (onKey) return;
    if (taker) take(line);
    else queue.push(line);
  });
  lines.on('close', () => {
    isClosed = true;
    onKey?.('q');
    take(undefined);
  });
  lines.on('SIGINT', () => {
    const isIdle = lines.line === '' && before === '';
    queue.length = 0;
    clear();
    output.write('^C\n');
    if (running) {
      running.abort(new CancelledError('The command was cancelled.'));
      onKey?.('q');
      take(undefined);
      return;
    }
    before = '';
    if (isIdle && isLeaving) {
      lines.close();
      return;
    }
    isLeaving = isIdle;
    if (isIdle) print('Ctrl-C once more, or Ctrl-D, leaves the room.');
    take('');
  });
  input.on('keypress', (_text, key: { readonly name?: string } | undefined) => {
    onKey?.(key?.name ?? '');
  });

  const nextLine = async (prompt: string): Promise<string | undefined> => {
    const waiting = queue.shift();
    if (waiting === undefined) return freshLine(prompt, true);
    print(prompt + maskedFrom(before + waiting, before.length, find));
    return waiting;
  };

  return {
    print,
    async readCommand(prompt) {
      before = '';
      let command = await nextLine(prompt);
      while (command !== undefined && command.trimStart().startsWith('!') && isUnfinished(command)) {
        before = joinedLines(command, '');
        const next = await nextLine(CONTINUED);
        // Ctrl-C gave up all of it.
        if (before === '') command = '';
        else command = next === undefined ? undefined : before + next;
      }
      before = '';
      if (command !== '') isLeaving = false;
      return command;
    },
    remember(line) {
      if (kept[0] !== line) kept.unshift(line);
      live?.splice(0, live.length, ...kept);
    },
    async ask(question, isSecret) {
      clear();
      const answer = await freshLine(question, !isSecret);
      if (isSecret) print('');
      if (answer === undefined || running?.signal.aborted)
        throw new CancelledError('The question was cancelled.');
      return answer;
    },
    async page(text) {
      const { rows = 24, columns = 80 } = output;
      const pages = pagesOf(text, rows, columns);
      for (const [index, part] of pages.entries()) {
        print(part);
        if (index === pages.length - 1 || isClosed || queue.length > 0) continue;
        output.write(MORE);
        const key = await new Promise<string>((resolve) => {
          onKey = (name) => {
            if (['space', 'return', 'enter', 'q'].includes(name)) resolve(name);
          };
        });
        onKey = undefined;
        clear();
        output.write(`\r${' '.repeat(MORE.length)}\r`);
        if (key === 'q') return;
      }
    },
    async cancellable(work) {
      running = new AbortController();
      try {
        await work(running.signal);
      } finally {
        running = undefined;
      }
    },
    close() {
      lines.close();
    },
  };
}
