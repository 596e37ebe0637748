import { describe, expect, test } from '@jest/globals';
import { type Invocation } from '../../integration/dispatcher/invocation.js';
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

type Asked = Readonly<Record<string, { readonly looks: number; readonly pause?: string }>>;

/** Asks everybody; each look at one of them is another run, until there is an answer. */
const asking =
  (people: Asked) =>
  ({ args: { user, look } }: Pick<Invocation, 'args'>): readonly Entry[] =>
    look === undefined
      ? Object.keys(people).flatMap((person) => lookAt(people, person, 0))
      : lookAt(people, String(user), Number(look));

function lookAt(people: Asked, person: string, done: number): readonly Entry[] {
  const { looks = 0, pause = '30' } = people[person] ?? {};
  if (done >= looks) return [noteEntry(`${person} answered`, { [`Answer.${person}`]: done })];
  const PollingArgs = { user: person, look: String(done + 1) };
  return [scheduled(done === 0 ? `${person} was asked` : '', { PollingArgs, NextRun: pause })];
}

describe('several scheduled results', () => {
  const line = '!msgraph-user-get user=a,b,c';

  test('are each run to their end, the one that is due first first', async () => {
    const { run, clock, session } = openSessionBench(
      asking({ a: { looks: 2 }, b: { looks: 1 }, c: { looks: 2, pause: '10' } }),
    );
    expect(texts(await run(line))).toEqual([
      'a was asked',
      'b was asked',
      'c was asked',
      'c answered',
      'b answered',
      'a answered',
    ]);
    // They wait together, and not one after another.
    expect(clock.sleeps.reduce((sum, sleep) => sum + sleep)).toBe(60_000);
    expect(session.incident.context).toEqual({ Answer: { a: 2, b: 1, c: 2 } });
  });

  test('are followed beside the error of another target', async () => {
    const answer = asking({ b: { looks: 1 } });
    const { run } = openSessionBench((invocation, count) =>
      count === 1 ? [errorEntry('a: no such user'), ...answer(invocation)] : answer(invocation),
    );
    expect(texts(await run(line))).toEqual(['a: no such user', 'b was asked', 'b answered']);
  });

  test('go on where one of them fails or takes too long', async () => {
    const answer = asking({ b: { looks: 2 } });
    const { run } = openSessionBench((invocation, count) => {
      if (count === 1) {
        const failing = scheduled('a was asked', { PollingArgs: { user: 'a' }, NextRun: '20' });
        const slow = scheduled('c was asked', { PollingArgs: { user: 'c' }, NextRun: '20', Timeout: '10' });
        return [failing, slow, ...answer(invocation)];
      }
      return invocation.args['user'] === 'a' ? [errorEntry('a is gone')] : answer(invocation);
    });
    expect(texts(await run(line))).toEqual([
      'a was asked',
      'c was asked',
      'b was asked',
      'a is gone',
      expect.stringContaining('no final result within 10 seconds'),
      'b answered',
    ]);
  });

  test('all end with a cancel, each with the line that looks again', async () => {
    const controller = new AbortController();
    const { run } = openSessionBench(
      (invocation) => {
        controller.abort();
        return asking({ a: { looks: 1 }, b: { looks: 1 } })(invocation);
      },
      { signal: controller.signal },
    );
    expect(texts(await run(line)).slice(2)).toEqual([
      expect.stringContaining('To look again: !msgraph-user-get user=a look=1'),
      expect.stringContaining('To look again: !msgraph-user-get user=b look=1'),
    ]);
  });
});

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
    expect(texts(await run('!msgraph-user-get user=a')).at(-1)).toMatch(/no final result within 100 seconds/);
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

  test('as long as the first schedule allows, however little the later ones think is left', async () => {
    const { run, invocations } = openSessionBench((_, count) =>
      count < 10
        ? [scheduled(`Look ${count}`, { Timeout: String(330 - count * 30) })]
        : [noteEntry('Answered')],
    );
    expect(texts(await run('!msgraph-user-get user=a')).at(-1)).toBe('Answered');
    expect(invocations).toHaveLength(10);
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
