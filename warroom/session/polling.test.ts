import { describe, expect, test } from '@jest/globals';
import { type Entry } from '../../integration/results/entry.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { errorEntry } from '../../integration/results/raw-entry.js';
import { openSessionBench } from './session-bench.js';

const scheduled = (readable: string, over: Partial<Entry> = {}): Entry => ({
  ...noteEntry(readable),
  ...(readable === '' && { Contents: null }),
  PollingCommand: 'msgraph-user-get',
  NextRun: '30',
  PollingArgs: { user: 'again' },
  Timeout: '600',
  ...over,
});
const texts = (entries: readonly { readonly entry: Entry }[]) =>
  entries.map(({ entry }) => entry.HumanReadable ?? entry.Contents);

describe('a scheduled command is run to its end', () => {
  test('until a result without a schedule comes, and an entry that only waits is not shown again', async () => {
    const { run, invocations, clock, progress, session } = openSessionBench(
      (_, count) =>
        [
          [scheduled('Waiting for an answer')],
          [scheduled('', { PollingItemsRemaining: 2 })],
          [scheduled('Half done', { NextRun: '10' })],
          [noteEntry('Approved', { 'MFA.Result': 'approved' })],
        ][count - 1] ?? [],
    );
    expect(texts(await run('!msgraph-user-get user=a'))).toEqual([
      'Waiting for an answer',
      'Half done',
      'Approved',
    ]);
    expect(clock.sleeps).toEqual([30_000, 30_000, 10_000]);
    expect(invocations.map(({ args }) => args['user'])).toEqual(['a', 'again', 'again', 'again']);
    expect(progress[1]).toBe('Not done yet (2 left): msgraph-user-get runs again in 30 s.');
    expect(session.incident.context).toEqual({ MFA: { Result: 'approved' } });
  });

  test('until an error comes', async () => {
    const { run, invocations } = openSessionBench((_, count) =>
      count === 1 ? [scheduled('Waiting')] : [scheduled('Waiting'), errorEntry('Denied')],
    );
    expect(texts(await run('!msgraph-user-get user=a'))).toEqual(['Waiting', 'Waiting', 'Denied']);
    expect(invocations).toHaveLength(2);
  });

  test('until its time is over', async () => {
    const { run, invocations } = openSessionBench(() => [scheduled('', { Timeout: '100' })]);
    expect(texts(await run('!msgraph-user-get user=a')).at(-1)).toMatch(
      /did not come to an end within 100 seconds/,
    );
    expect(invocations).toHaveLength(4);
  });

  test('execution-timeout stands in place of its own time limit', async () => {
    const { run, invocations } = openSessionBench(() => [scheduled('', { Timeout: '6000' })]);
    // The clock of the test also counts what bounds each run.
    expect(texts(await run('!msgraph-user-get user=a execution-timeout=40')).at(-1)).toMatch(
      /within 40 seconds/,
    );
    expect(invocations.length).toBeLessThan(3);
  });

  test('until the wait is cancelled', async () => {
    const controller = new AbortController();
    const { run, invocations } = openSessionBench(
      () => {
        controller.abort();
        return [scheduled('Waiting')];
      },
      { signal: controller.signal },
    );
    expect(texts(await run('!msgraph-user-get user=a'))).toEqual([
      'Waiting',
      expect.stringMatching(/wait for msgraph-user-get was cancelled/),
    ]);
    expect(invocations).toHaveLength(1);
  });

  test.each(['soon', '-1', '', 'Infinity'])('a time of %j is told, not guessed', async (NextRun) => {
    const { run, invocations } = openSessionBench(() => [scheduled('Waiting', { NextRun })]);
    expect(texts(await run('!msgraph-user-get user=a')).at(-1)).toMatch(/scheduled, but not for when/);
    expect(invocations).toHaveLength(1);
  });
});
