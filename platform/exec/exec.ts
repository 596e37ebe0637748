import { createInterface } from 'node:readline';
import { type Readable, type Writable } from 'node:stream';
import { type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { errorText } from '../../integration/dispatcher/error-text.js';
import { type Execution, type Instance } from '../../integration/dispatcher/invocation.js';
import { isJsonObject, parseJson } from '../../integration/json.js';
import { errorEntry } from '../../integration/results/raw-entry.js';
import { createMemoryStore } from '../../integration/state/memory.js';
import { createLineWriter } from './line-writer.js';
import { type ExecRequest, readExecRequest } from './request.js';
import { createTargetOrder, type TargetOrder } from './target-order.js';

/** What `exec` needs. */
export interface ExecOptions {
  readonly input: Readable;
  /** Gets one JSON line for each line of the input, and nothing else. */
  readonly output: Writable;
  readonly dispatcher: Dispatcher;
  /** Finds the instance of a request that brings no parameters. */
  readonly instanceOf: (name: string | undefined) => Promise<Instance>;
  /** How many lines are worked on at a time. */
  readonly concurrency: number;
}

/**
 * Answers JSON requests, a line each, until the input ends. Answers come as they are ready, matched by `id`; effects on
 * the same target keep the order of the input.
 */
export async function exec(options: ExecOptions): Promise<void> {
  const { input, output, concurrency } = options;
  const running = new Set<Promise<void>>();
  const order = createTargetOrder();
  const write = createLineWriter(output);
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    while (running.size >= concurrency) await Promise.race(running);
    const answered = answer(line, options, order)
      .then(write)
      .finally(() => running.delete(answered));
    running.add(answered);
  }
  await Promise.all(running);
}

async function answer(
  line: string,
  { dispatcher, instanceOf }: ExecOptions,
  order: TargetOrder,
): Promise<object> {
  const parsed = parseJson(line);
  const id: unknown = isJsonObject(parsed) ? (parsed['id'] ?? null) : null;
  try {
    const request = readExecRequest(parsed);
    return await order.inTurn(request, () => execute(request, dispatcher, instanceOf));
  } catch (error) {
    return {
      id,
      results: [errorEntry(errorText('exec', error))],
      target: null,
      metrics: { requests: 0, retries: 0, durationMs: 0 },
    };
  }
}

async function execute(
  request: ExecRequest,
  dispatcher: Dispatcher,
  instanceOf: ExecOptions['instanceOf'],
): Promise<object> {
  const { id, command, args, params, timeoutSeconds } = request;
  const invocation = {
    command,
    args,
    ...(timeoutSeconds !== undefined && { timeLimitMs: timeoutSeconds * 1000 }),
  };
  if (!params) {
    const instance = await instanceOf(request.instance);
    return reply(id, await dispatcher.execute({ ...invocation, instance }));
  }
  const state = createMemoryStore(request.integrationContext);
  const execution = await dispatcher.execute({ ...invocation, instance: { kind: 'tenant', params, state } });
  const integrationContext = state.changed();
  return { ...reply(id, execution), ...(integrationContext && { integrationContext }) };
}

function reply(id: unknown, { entries, files, target, metrics }: Execution): object {
  const encoded = files.map(({ content, ...file }) => ({
    ...file,
    content: Buffer.from(content).toString('base64'),
  }));
  return { id, results: entries, ...(encoded.length > 0 && { files: encoded }), target, metrics };
}
