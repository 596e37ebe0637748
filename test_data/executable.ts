import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { type Readable, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../dist/msgraph-soar.js', import.meta.url));

/** What a process came to. */
export interface Finished {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built executable, running. */
export interface RunningExecutable {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Resolves when it has ended and everything it wrote is here. */
  readonly finished: Promise<Finished>;
  /** Resolves when its standard output holds a text. */
  printed(text: string): Promise<string>;
  /** Resolves when its error output holds a text. */
  warned(text: string): Promise<string>;
}

/**
 * Starts the executable as `npm run build` left it, with nothing of the caller's environment but the search path.
 * @param home The folder of its own files. @param folder The folder it is started in; that of the tests by default.
 */
export function startExecutable(
  args: readonly string[],
  home: string,
  environment: Readonly<Record<string, string>> = {},
  folder?: string,
): RunningExecutable {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH, MSGRAPH_SOAR_HOME: home, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(folder !== undefined && { cwd: folder }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
  const waitFor = (text: string, stream: Readable, sofar: () => string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (sofar().includes(text)) resolve(sofar());
      };
      stream.on('data', look);
      void finished.then(() => {
        reject(new Error(`It ended without printing ${text}: ${stdout}${stderr}`));
      }, reject);
      look();
    });
  return {
    process: child,
    finished,
    printed: (text) => waitFor(text, child.stdout, () => stdout),
    warned: (text) => waitFor(text, child.stderr, () => stderr),
  };
}

/** Runs the executable to its end. */
export function runExecutable(
  args: readonly string[],
  home: string,
  options: {
    readonly input?: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly folder?: string;
  } = {},
): Promise<Finished> {
  const running = startExecutable(args, home, options.environment, options.folder);
  running.process.stdin.end(options.input ?? '');
  return running.finished;
}
