import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that answers lines with lines. */
export interface LineProcess {
  /** Sends lines and waits for as many answers as are wanted; `ms` is how long that took, in milliseconds. */
  ask(lines: readonly string[], wanted: number): Promise<{ readonly ms: number; readonly answers: string[] }>;
  /** Ends its input, and waits until it is gone. */
  end(): Promise<void>;
}

/** Starts a script under this Node. Its error output is ours. */
export function startLineProcess(args: readonly string[], environment: NodeJS.ProcessEnv): LineProcess {
  const child = spawn(process.execPath, args, { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  return {
    async ask(lines, wanted) {
      // Parsing while the clock runs would take the machine's time from what is measured: breaks are counted only.
      const chunks: Buffer[] = [];
      let seen = 0;
      const begun = performance.now();
      const answered = new Promise<void>((resolve, reject) => {
        const onData = (chunk: Buffer): void => {
          chunks.push(chunk);
          for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) seen += 1;
          if (seen >= wanted) settle(resolve);
        };
        const onEnd = (): void => {
          settle(() => {
            reject(new Error(`${args.join(' ')} ended before it answered.`));
          });
        };
        const settle = (done: () => void): void => {
          child.stdout.off('data', onData).off('end', onEnd);
          done();
        };
        child.stdout.on('data', onData).on('end', onEnd);
      });
      child.stdin.write(lines.map((line) => `${line}\n`).join(''));
      await answered;
      const ms = performance.now() - begun;
      return { ms, answers: Buffer.concat(chunks).toString().trimEnd().split('\n') };
    },
    async end() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
