import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const driver = fileURLToPath(new URL('pseudo-terminal.py', import.meta.url));
const executable = fileURLToPath(new URL('../dist/msgraph-soar.js', import.meta.url));

/** How long a test waits for something to show, in milliseconds; a busy machine takes its time. */
const PATIENCE_MS = 30_000;

/** The built executable on a terminal of its own. */
export interface TerminalRun {
  /** Types, as a person would: `\r` is the Enter key, `\x03` Ctrl-C. */
  readonly type: (text: string) => void;
  readonly resize: (rows: number, columns: number) => void;
  /**
   * Waits until a text shows that was not there at the last call.
   * @returns What came since then, up to its end, without styles.
   */
  readonly shows: (text: string) => Promise<string>;
  /** Everything that the terminal was sent so far, as it is. */
  readonly all: () => string;
  /** The exit code. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts the executable as `npm run build` left it, on a pseudo-terminal that Python makes.
 * @param home The folder of its own files.
 */
export function startOnTerminal(
  args: readonly string[],
  home: string,
  options: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly rows?: number;
    readonly columns?: number;
  } = {},
): TerminalRun {
  const { environment = {}, rows = 40, columns = 120 } = options;
  const { PATH = '' } = process.env;
  const size = [String(rows), String(columns)];
  const child = spawn('python3', [driver, ...size, process.execPath, executable, ...args], {
    env: { PATH, TERM: 'xterm-256color', MSGRAPH_SOAR_HOME: home, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  let seen = 0;
  const watchers = new Set<() => void>();
  const look = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    look();
  });
  // It may have ended before the last order came.
  child.stdin.on('error', () => undefined);
  const order = (orders: object): void => {
    child.stdin.write(`${JSON.stringify(orders)}\n`);
  };
  return {
    type: (text) => {
      order({ type: text });
    },
    resize: (newRows, newColumns) => {
      order({ resize: [newRows, newColumns] });
    },
    shows: (text) =>
      new Promise((resolve, reject) => {
        const watcher = (): void => {
          const shown = stripVTControlCharacters(output).slice(seen);
          const at = shown.indexOf(text);
          if (at === -1) return;
          clearTimeout(timer);
          watchers.delete(watcher);
          seen += at + text.length;
          resolve(shown.slice(0, at + text.length));
        };
        const timer = setTimeout(() => {
          watchers.delete(watcher);
          const shown = stripVTControlCharacters(output).slice(seen);
          reject(new Error(`It did not show ${JSON.stringify(text)}, but ${JSON.stringify(shown)}`));
        }, PATIENCE_MS);
        watchers.add(watcher);
        watcher();
      }),
    all: () => output,
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    }),
  };
}
