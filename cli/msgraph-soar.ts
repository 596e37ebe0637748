#!/usr/bin/env node
/** The executable: picks the subcommand, and loads nothing else. */
import { version } from '../generated/product.js';
import { SoarError } from '../integration/errors.js';
import { redacted } from '../integration/redaction.js';
import { visibleText } from '../warroom/terminal/visible-text.js';
import { warn } from './warn.js';

type Subcommand = (args: readonly string[]) => Promise<number>;

const subcommands: Readonly<Record<string, () => Promise<{ default: Subcommand }>>> = {
  room: () => import('./room.js'),
  run: () => import('./run.js'),
  exec: () => import('./exec.js'),
  loop: () => import('./loop.js'),
  pack: () => import('./pack.js'),
  playbook: () => import('./playbook.js'),
  commands: () => import('./commands.js'),
  sandbox: () => import('./sandbox.js'),
  instance: () => import('./instances.js'),
  login: () => import('./login.js'),
  serve: () => import('./serve.js'),
  keys: () => import('./keys.js'),
  audit: () => import('./audit.js'),
  help: () => import('./help.js'),
};

/** Without a word: the War Room where there is a person at a terminal, help where there is none. */
const byDefault = process.stdin.isTTY && process.stdout.isTTY ? 'room' : 'help';

const [first = byDefault, ...rest] = process.argv.slice(2);

async function main(): Promise<number> {
  if (first === '--version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const isHelp = first === '--help' || first === '-h';
  const load = Object.hasOwn(subcommands, first) ? subcommands[first] : undefined;
  if (load) return (await load()).default(rest);
  const { default: subcommand } = isHelp ? await import('./help.js') : await import('./run.js');
  return subcommand([first, ...rest]);
}

/** What a subcommand throws: a failure that was foreseen says what to do; of any other people get the text, `--debug` the stack. */
function tell(error: unknown): number {
  if (error instanceof SoarError) {
    warn(error.text);
    return 1;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const text = process.argv.includes('--debug') ? String(stack) : message;
  warn(`msgraph-soar failed: ${visibleText(String(redacted(text)))}`);
  return 1;
}

// A fault that nobody foresaw is told in the same way as any other: Node itself would print whatever stands in it.
process.on('uncaughtException', (error) => process.exit(tell(error)));

// Whoever read the output has gone, as with `| head`. Nobody is left to tell.
process.stdout.on('error', () => process.exit(1));
process.exitCode = await main().catch(tell);
