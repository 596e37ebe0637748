import { registry } from '../commands/index.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { systemClock } from '../integration/clock.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { chooseInstance, SANDBOX_INSTANCE } from '../platform/instances/choose.js';
import { homeFolder } from '../platform/instances/home.js';
import { runWords } from '../warroom/one-shot.js';
import {
  type OutputFormat,
  outputFormats,
  render,
  SANDBOX_LINE,
  showsSandboxLine,
} from '../warroom/render.js';
import { saveFiles } from '../warroom/saved-files.js';
import { terminalSettings } from '../warroom/terminal/terminal-settings.js';
import { askSecret } from './ask.js';
import { auditSource } from './audit-source.js';
import { diagnosticLog } from './diagnostics.js';
import { openInstance } from './instance.js';
import { interruptSignal } from './interrupt.js';
import { createNdjsonOutput } from './ndjson.js';
import { MISUSE, readOptions } from './options.js';
import { warn } from './warn.js';

/** Targets between two remarks about how far a command is. */
const PROGRESS_STEP = 50;

/** Runs one command and prints its result: 0 when it worked, 1 when it gave an error entry, 2 when misused. */
export default async function run(args: readonly string[]): Promise<number> {
  const options = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o', default: 'terminal' },
      instance: { type: 'string', short: 'i' },
      sandbox: { type: 'boolean', default: false },
      debug: { type: 'boolean', default: false },
    },
  });
  if (!options) return MISUSE;
  const { values, positionals } = options;
  if (values.sandbox && values.instance !== undefined) {
    warn('--sandbox and --instance exclude each other.');
    return MISUSE;
  }
  const format = outputFormats.find((name) => name === values.output);
  if (!format || positionals.length === 0) {
    warn(
      format
        ? "Give a command, such as '!msgraph-user-list'."
        : `--output takes ${outputFormats.join(', ')}.`,
    );
    return MISUSE;
  }
  return runOn(values.sandbox ? SANDBOX_INSTANCE : values.instance, positionals, format, values.debug);
}

async function runOn(
  name: string | undefined,
  words: readonly string[],
  format: OutputFormat,
  debug: boolean,
): Promise<number> {
  const choice = await chooseInstance(name, homeFolder(process.env), process.env);
  const { instance, close } = await openInstance(choice, process.stdout.isTTY);
  try {
    const onWait = (reason: string, seconds: number): void => {
      if (process.stderr.isTTY) warn(`Waiting ${seconds.toFixed(1)} s: ${reason}`);
    };
    const onProgress = (done: number, total: number): void => {
      if (process.stderr.isTTY && (done === total || done % PROGRESS_STEP === 0)) {
        warn(`${done} of ${total} targets`);
      }
    };
    const log = await diagnosticLog(debug);
    const ndjson = format === 'ndjson' ? createNdjsonOutput(process.stdout, warn) : undefined;
    const dispatcher = createDispatcher({
      registry,
      warn,
      onWait,
      onProgress,
      audit: auditSource('cli'),
      ...(log && { log }),
    });
    const result = await runWords(words, dispatcher, instance, {
      signal: interruptSignal('command'),
      secrets: { ask: (prompt) => askSecret(prompt), environment: process.env, warn },
      onWait,
      clock: systemClock,
      ...(ndjson && { take: ndjson.take }),
    });
    const execution = await saveFiles(result, process.cwd());
    if (execution.target.kind === 'sandbox' && !showsSandboxLine(format)) warn(SANDBOX_LINE);
    if (format === 'ndjson') await ndjson?.finish(execution);
    else {
      const settings = terminalSettings(process.stdout, process.env);
      process.stdout.write(`${await render(execution, format, settings)}\n`);
    }
    return execution.entries.some(isErrorEntry) ? 1 : 0;
  } finally {
    await close();
  }
}
