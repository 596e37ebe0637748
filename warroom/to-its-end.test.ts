import { describe, expect, test } from '@jest/globals';
import { type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Execution, type Invocation } from '../integration/dispatcher/invocation.js';
import { toEntries } from '../integration/results/command-result.js';
import { type Entry } from '../integration/results/entry.js';
import { errorEntry, fileEntry, noticeEntry } from '../integration/results/raw-entry.js';
import { createMemoryStore } from '../integration/state/memory.js';
import { createFakeClock } from '../test_data/fake-clock.js';
import { toItsEnd } from './to-its-end.js';

const instance = { kind: 'tenant', params: {}, state: createMemoryStore({}) } as const;

const pending = (text: string, seconds = 30): Entry[] =>
  toEntries({
    text,
    next: { command: 'look', args: { polling_url: text }, inSeconds: seconds, timeoutSeconds: 600 },
  });

const execution = (entries: readonly Entry[], files: Execution['files'] = []): Execution => ({
  entries,
  files,
  target: { kind: 'tenant', instance: null, cloud: null, tenant: null },
  metrics: { requests: 1, retries: 0, durationMs: 2 },
});

/** A dispatcher that gives the answers in their order, and what it was asked. */
function answering(...answers: readonly (readonly Entry[])[]) {
  const asked: Invocation[] = [];
  const dispatcher: Dispatcher = {
    execute: (invocation) => {
      asked.push(invocation);
      return Promise.resolve(execution(answers[asked.length - 1] ?? pending('again')));
    },
  };
  return { dispatcher, asked };
}

async function follow(first: Execution, dispatcher: Dispatcher, signal = new AbortController().signal) {
  const clock = createFakeClock();
  const started = clock.now();
  const waits: [string, number][] = [];
  const onWait = (reason: string, seconds: number): void => void waits.push([reason, seconds]);
  const result = await toItsEnd(first, { dispatcher, instance, clock, signal, onWait });
  return { result, waits, seconds: (clock.now() - started) / 1000 };
}

const texts = ({ entries }: Execution) =>
  entries.map(({ HumanReadable, Contents }) => HumanReadable ?? Contents);

describe('a scheduled result', () => {
  test('is looked at again after the time it names, with the arguments it names, until one is final', async () => {
    const { dispatcher, asked } = answering(pending('second', 45), toEntries({ text: 'Succeeded.' }));
    const { result, waits, seconds } = await follow(execution(pending('first')), dispatcher);
    expect(texts(result)).toEqual(['Succeeded.']);
    expect(waits).toEqual([
      ['first', 30],
      ['second', 45],
    ]);
    expect(seconds).toBe(75);
    expect(asked.map(({ command, args }) => [command, args])).toEqual([
      ['look', { polling_url: 'first' }],
      ['look', { polling_url: 'second' }],
    ]);
    expect(result.metrics).toEqual({ requests: 3, retries: 0, durationMs: 6 });
  });

  test('keeps the files and warnings that came before the final one', async () => {
    const file = { id: '1', name: 'a.zip', content: new Uint8Array([1]) };
    const first = execution([fileEntry('a.zip', '1'), ...pending('first'), noticeEntry('careful')], [file]);
    const { dispatcher } = answering(toEntries({ text: 'Done.' }));
    const { result } = await follow(first, dispatcher);
    expect(result.entries.map(({ Type }) => Type)).toEqual([3, 11, 1]);
    expect(result.files).toEqual([file]);
  });

  test('ends with an error entry', async () => {
    const { dispatcher } = answering([errorEntry('failed')]);
    const { result } = await follow(execution(pending('first')), dispatcher);
    expect(texts(result)).toEqual(['failed']);
  });

  test('is given up when its time is over, and that is an error', async () => {
    const { dispatcher, asked } = answering();
    const { result, seconds } = await follow(execution(pending('first')), dispatcher);
    expect(asked).toHaveLength(20);
    expect(seconds).toBe(600);
    expect(result.entries.at(-1)).toMatchObject({ Type: 4 });
    expect(texts(result).at(-1)).toContain('no final result within 600 seconds');
  });

  test('is left when nobody waits any longer, with the line that looks again', async () => {
    const { dispatcher, asked } = answering();
    const { result } = await follow(execution(pending('first')), dispatcher, AbortSignal.abort());
    expect(asked).toHaveLength(0);
    expect(texts(result).at(-1)).toContain('To look again: !look polling_url=first');
  });
});

test('every schedule of a list is followed to its end, and what failed beside them stays', async () => {
  const { dispatcher, asked } = answering(
    pending('a again', 40),
    toEntries({ text: 'b answered.' }),
    toEntries({ text: 'a answered.' }),
  );
  const first = execution([...pending('a'), errorEntry('c: no such user'), ...pending('b', 35)]);
  const { result, waits, seconds } = await follow(first, dispatcher);
  expect(texts(result)).toEqual(['c: no such user', 'b answered.', 'a answered.']);
  expect(waits).toEqual([
    ['a', 30],
    ['b', 5],
    ['a again', 35],
  ]);
  expect(seconds).toBe(70);
  expect(asked.map(({ args }) => args['polling_url'])).toEqual(['a', 'b', 'a again']);
});

test('what is given up keeps its last known state before the error', async () => {
  const { dispatcher } = answering();
  const { result } = await follow(execution(pending('first')), dispatcher, AbortSignal.abort());
  expect(texts(result)).toEqual(['first', expect.stringContaining('was cancelled')]);
});

test('a final result is left as it is', async () => {
  const { dispatcher, asked } = answering();
  const first = execution(toEntries({ text: 'Done.' }));
  expect((await follow(first, dispatcher)).result).toEqual(first);
  expect(asked).toEqual([]);
});
