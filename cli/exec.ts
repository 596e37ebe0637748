import { registry } from '../commands/index.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { exec } from '../platform/exec/exec.js';
import { chooseInstance, SANDBOX_INSTANCE } from '../platform/instances/choose.js';
import { homeFolder } from '../platform/instances/home.js';
import { auditSource } from './audit-source.js';
import { diagnosticLog } from './diagnostics.js';
import { type OpenInstance, openInstance } from './instance.js';
import { MISUSE, readOptions } from './options.js';
import { warn } from './warn.js';

/** Answers JSON requests from standard input until it ends. */
export default async function execCommand(args: readonly string[]): Promise<number> {
  const options = readOptions({
    args: [...args],
    options: {
      concurrency: { type: 'string', default: '16' },
      sandbox: { type: 'boolean', default: false },
      debug: { type: 'boolean', default: false },
    },
  });
  if (!options) return MISUSE;
  const { values } = options;
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 256) {
    warn('--concurrency takes a whole number from 1 to 256.');
    return MISUSE;
  }
  const log = await diagnosticLog(values.debug);
  const opened = new Map<string, Promise<OpenInstance>>();
  const instanceOf = async (named: string | undefined) => {
    // One that is open stays as it was opened; reading the file for each line would cost a sixth of its time.
    const known = named ? opened.get(named) : undefined;
    if (known) return (await known).instance;
    const name = named ?? (values.sandbox ? SANDBOX_INSTANCE : undefined);
    const choice = await chooseInstance(name, homeFolder(process.env), process.env);
    // A sandbox that was asked for takes effects, one that was not does not: they are two.
    const key = choice.kind === 'sandbox' && choice.implicit ? '' : choice.name;
    const open = opened.get(key) ?? openInstance(choice, false);
    opened.set(key, open);
    // One that could not be opened is tried again by the next line, and needs no closing.
    return (
      await open.catch((error: unknown) => {
        opened.delete(key);
        throw error;
      })
    ).instance;
  };
  const dispatcher = createDispatcher({
    registry,
    warn: once(warn),
    audit: auditSource('exec'),
    ...(log && { log }),
  });
  try {
    await exec({ input: process.stdin, output: process.stdout, dispatcher, instanceOf, concurrency });
  } finally {
    for (const open of opened.values()) await (await open).close();
  }
  return 0;
}

/** Says each thing once: with parameters in every line, each line would repeat the same remark. */
function once(say: (text: string) => void): (text: string) => void {
  const said = new Set<string>();
  return (text) => {
    if (!said.has(text)) say(text);
    said.add(text);
  };
}
