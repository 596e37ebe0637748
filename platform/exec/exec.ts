import { type Readable, type Writable } from 'node:stream';
import { type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { isJsonObject, parseJson } from '../../integration/json.js';
import { createMemoryStore } from '../../integration/state/memory.js';
import { linesOf } from '../lines.js';
import { answerOf, refusal } from './answer.js';
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
  let written = Promise.resolve();
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    while (running.size >= concurrency) await Promise.race(running);
    if (output.writableNeedDrain) await written;
    const answered = answer(line, options, order)
      .then(async (found) => {
        written = write(found);
        // Writing to a pipe holds the process up: alone, the next request goes out before. Several are written together.
        if (running.size > 1) await written;
      })
      .finally(() => running.delete(answered));
    running.add(answered);
  }
  await Promise.all(running);
  await written;
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
    return refusal(id, 'exec', error);
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
    return answerOf(id, await dispatcher.execute({ ...invocation, instance }));
  }
  const state = createMemoryStore(request.integrationContext);
  const execution = await dispatcher.execute({ ...invocation, instance: { kind: 'tenant', params, state } });
  const integrationContext = state.changed();
  return { ...answerOf(id, execution), ...(integrationContext && { integrationContext }) };
}
