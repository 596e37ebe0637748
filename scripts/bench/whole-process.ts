import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process to be run from its start to its end. */
export interface WholeProcess {
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** All of its standard input. */
  readonly input: string;
}

/**
 * Runs a script under this Node and takes the time until it has ended and all of its output was read.
 * @throws Error when it fails, with what it said.
 */
export async function timeWholeProcess({
  args,
  environment,
  input,
}: WholeProcess): Promise<{ readonly ms: number; readonly output: string }> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin.end(input);
  await once(child, 'close');
  const ms = performance.now() - begun;
  const output = Buffer.concat(chunks).toString();
  if (child.exitCode !== 0) throw new Error(`node ${args.join(' ')} failed: ${output}`);
  return { ms, output };
}
