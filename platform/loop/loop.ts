import { type Readable } from 'node:stream';
import { type Clock } from '../../integration/clock.js';
import { type Dispatcher, type DispatcherOptions } from '../../integration/dispatcher/dispatcher.js';
import { CancelledError } from '../../integration/errors.js';
import { parseJson } from '../../integration/json.js';
import { type Entry } from '../../integration/results/entry.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { createMemoryStore } from '../../integration/state/memory.js';
import { type Channel, createChannel } from './channel.js';
import { dropFiles } from './file-drop.js';
import { linesOf } from '../lines.js';
import { metricsEntry } from './metrics-entry.js';
import { createLiveStore, createPlatformStore } from './platform-store.js';
import { readRunMessage, type RunMessage } from './run-message.js';
import { createServerCalls } from './server-calls.js';
import { serverLog } from './server-log.js';

/** What the loop works with. */
export interface LoopOptions {
  readonly input: Readable;
  /** Writes protocol text, and is done when more can be taken. */
  readonly write: (text: string) => Promise<void>;
  /** Makes the dispatcher of one run, so that nothing of it is left for the next. */
  readonly dispatcherFor: (surface: Required<Pick<DispatcherOptions, 'warn' | 'log'>>) => Dispatcher;
  /** The working directory, which the server collects files from. */
  readonly folder: string;
  readonly clock: Clock;
  /** Address of this machine that a run without an end listens at. */
  readonly listenHost: string;
}

/** The loop while it runs. */
export interface Loop {
  /** Resolves at the end of the input, when the last run has ended too. */
  readonly done: Promise<void>;
  /** Hands text that was meant for the standard output to the War Room's log. */
  readonly entryLog: (text: string) => void;
}

const PING = 'ping';

/** The Test button runs without an integration context. */
const WITHOUT_CONTEXT = 'test-module';

/** What the server starts, once, for an instance that is to run all the time. */
const WITHOUT_END = 'long-running-execution';

/** Commands of a platform's own whose failure is shown on the instance, not as an entry. */
const shownOnInstance = new Set(['fetch-incidents', 'fetch-credentials', 'fetch-indicators']);

/**
 * Starts to answer a SOAR server's messages: one JSON object a line in each direction, runs one after the other, until
 * the input ends. The end of the input cancels the run that is under way: nobody waits for it any more.
 */
export function startLoop(options: LoopOptions): Loop {
  const channel = createChannel(options.write);
  const end = new AbortController();
  const serve = async (): Promise<void> => {
    let last = Promise.resolve();
    for await (const line of linesOf(options.input)) {
      const text = line.trim();
      if (text === '') continue;
      if (text === PING) await options.write('{"type":"pong"}\n');
      else if (!channel.take(line)) last = last.then(() => run(line, channel, options, end.signal));
    }
    channel.close();
    end.abort(new CancelledError('The platform ended the run.'));
    await last;
  };
  return {
    done: serve(),
    entryLog: (text) => void channel.tell({ type: 'entryLog', args: { message: text } }),
  };
}

/** One run, from its message to `completed`. Never rejects: a run that fails must not end the loop. */
async function run(line: string, channel: Channel, options: LoopOptions, signal: AbortSignal): Promise<void> {
  let stopHeartbeat: () => void = () => undefined;
  try {
    const message = readRunMessage(parseJson(line));
    stopHeartbeat = startHeartbeat(message, channel);
    const { command } = message;
    await (command === WITHOUT_END ? runWithoutEnd : execute)(message, channel, options, signal);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    await channel.tell({ type: 'exception', args: { exception: text.split('\n') } }).catch(() => undefined);
  } finally {
    stopHeartbeat();
    await channel.tell({ type: 'completed' }).catch(() => undefined);
  }
}

async function execute(
  { command, args, params, instance: name, incident, isDebug }: RunMessage,
  channel: Channel,
  { dispatcherFor, folder, clock }: LoopOptions,
  signal: AbortSignal,
): Promise<void> {
  const state = command === WITHOUT_CONTEXT ? createMemoryStore() : createPlatformStore(channel, clock);
  const instance = { ...(name && { name }), kind: 'tenant' as const, params, state };
  const dispatcher = dispatcherFor(await serverLog(channel, isDebug));
  const execution = await dispatcher.execute({ command, args, instance, signal });
  const { entries, outcomes } = execution;
  const failure = entries.find(isErrorEntry);
  if (failure && shownOnInstance.has(command)) throw new Error(String(failure.Contents));
  const sendResults = (results: readonly Entry[]): Promise<void> => channel.tell({ type: 'result', results });
  await sendResults(await dropFiles(execution, incident, folder));
  const metrics = metricsEntry(outcomes);
  // The Test button takes anything besides the word ok for a failure.
  if (metrics && command !== WITHOUT_CONTEXT) await sendResults([metrics]);
}

/** Serves the instance until the input ends. What that takes is loaded here only: every other run starts a process too. */
async function runWithoutEnd(
  { params, instance: name = '', isDebug }: RunMessage,
  channel: Channel,
  { clock, listenHost }: LoopOptions,
  signal: AbortSignal,
): Promise<void> {
  const { runLong } = await import('../long-running/long-run.js');
  await runLong({
    instance: { name, kind: 'tenant', params, state: createLiveStore(channel, clock) },
    calls: createServerCalls(channel),
    ...(await serverLog(channel, isDebug)),
    clock,
    listenHost,
    signal,
  });
}

/** Gives signs of life while a command runs, where they are wanted. @returns What stops it. */
function startHeartbeat({ heartbeatSeconds }: RunMessage, channel: Channel): () => void {
  if (heartbeatSeconds === undefined) return () => undefined;
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    const message = `heartbeat ${count}`;
    channel.tell({ type: 'executeCommand', command: 'heartbeat', args: { message } }).catch(() => undefined);
  }, heartbeatSeconds * 1000);
  return () => {
    clearInterval(timer);
  };
}
