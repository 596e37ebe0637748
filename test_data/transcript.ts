import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { registry } from '../commands/index.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { type RoomConsole } from '../warroom/room/console.js';
import { lineToKeep } from '../warroom/room/history.js';
import { holdRoom } from '../warroom/room/room.js';
import { newIncident } from '../warroom/session/incident.js';
import { createSession, type Session } from '../warroom/session/session.js';
import { type FakeClock } from './fake-clock.js';
import { withoutChance } from './without-chance.js';

/** A session as it was typed and shown, in a text file of `transcripts/`. */
export interface Transcript {
  /** As the file has it. */
  readonly recorded: string;
  /** The lines that were typed. */
  readonly lines: readonly string[];
  /** Replaces the file. */
  readonly record: (text: string) => Promise<void>;
}

/** What stands before what is typed. */
const PROMPT = /^SANDBOX [^>]* > /;

/** How long a person takes before each line, in milliseconds. */
const THINKING_MS = 10_000;

/** The answer to every question for a secret. */
const SECRET = 'Kettle,moss=7;Traveller';

/** Reads a transcript. @param name Such as `S3`. */
export async function readTranscript(name: string): Promise<Transcript> {
  const file = fileURLToPath(new URL(`transcripts/${name}.txt`, import.meta.url));
  const recorded = await readFile(file, 'utf8');
  const lines = recorded.split('\n').filter((line) => PROMPT.test(line));
  return {
    recorded,
    lines: lines.map((line) => line.replace(PROMPT, '')),
    record: (text) => writeFile(file, text),
  };
}

/**
 * Types lines into the War Room of a terminal, 120 columns wide and without colors, and says yes to every question.
 * @returns All that was shown, with numbers where the tenant draws by chance.
 */
export async function playTranscript(
  lines: readonly string[],
  { instance, clock }: { readonly instance: Instance; readonly clock: FakeClock },
): Promise<string> {
  const shown: string[] = [];
  const say = (text: string): void => void shown.push(text);
  const session = createSession({
    incident: newIncident(clock.now()),
    dispatcher: withoutChance(createDispatcher({ registry, clock, warn: say })),
    instances: { open: () => Promise.resolve(instance), names: () => Promise.resolve([instance.name ?? '']) },
    clock,
    user: 'analyst',
    environment: {},
    warn: say,
  });
  await session.use(undefined);
  await holdRoom(scriptedConsole(lines, session, clock, say), {
    session,
    settings: () => ({ columns: 120, color: false }),
    keepLine: () => Promise.resolve(),
    onLineDone: () => Promise.resolve(),
    isYes: false,
  });
  const text = `${shown.join('\n').replaceAll(/[ \t]+$/gm, '')}\n`;
  if (text.includes(SECRET)) throw new Error(`A secret was shown:\n${text}`);
  return text;
}

function scriptedConsole(
  lines: readonly string[],
  { find }: Session,
  clock: FakeClock,
  say: (text: string) => void,
): RoomConsole {
  const waiting = [...lines];
  return {
    readCommand(prompt) {
      const line = waiting.shift();
      clock.advance(THINKING_MS);
      if (line !== undefined) say(prompt + lineToKeep(line, find));
      return Promise.resolve(line);
    },
    remember: () => undefined,
    ask(question, isSecret) {
      say(question + (isSecret ? '' : 'yes'));
      return Promise.resolve(isSecret ? SECRET : 'yes');
    },
    print: say,
    page(text) {
      say(text);
      return Promise.resolve();
    },
    cancellable: (work) => work(new AbortController().signal),
    close: () => undefined,
  };
}
