import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ReplyStep } from '../../sandbox/index.js';
import { type AskBench, openAskBench } from '../../test_data/ask-bench.js';

let bench: AskBench;
beforeEach(async () => {
  bench = await openAskBench();
});
afterEach(() => bench.close());

const STATUS = 'msgraph-teams-ask-status';
const NOOR = 'noor@contoso.example';

describe('when the time is over', () => {
  test('the default is reported as the answer, and the status says so', async () => {
    const args = await bench.ask([], { default: 'NO' });
    expect((await bench.look(args, 901)).entry.PollingCommand).toBe(STATUS);
    const { entry, outcome } = await bench.look(args, 5);
    expect(entry.PollingCommand).toBeUndefined();
    expect(entry.Type).toBe(1);
    expect(outcome).toMatchObject({ Status: 'timed_out', Answer: 'no', Default: 'no', AnsweredBy: null });
    expect(entry.HumanReadable).toBe(
      'Noor Haddad did not answer until 2026-03-02T08:15:00.000Z. The default is reported: no',
    );
  });

  test('there is no answer without a default', async () => {
    const { entry, outcome } = await bench.look(await bench.ask([]), 906);
    expect(outcome).toMatchObject({ Status: 'timed_out', Answer: null, Default: null });
    expect(entry.HumanReadable).toContain('no answer is reported');
  });

  test.each<[string, readonly ReplyStep[], string]>([
    ['a late answer', [{ by: NOOR, afterSeconds: 901, say: 'yes' }], 'late'],
    [
      'an answer that was changed late',
      [
        { by: NOOR, afterSeconds: 899, say: 'no' },
        { by: NOOR, afterSeconds: 902, edit: 'yes' },
      ],
      'late',
    ],
    ['a reaction', [{ by: NOOR, afterSeconds: 5, react: '👍' }], 'reaction'],
    ['words that match nothing', [{ by: NOOR, afterSeconds: 5, say: 'dunno' }], 'no_match'],
  ])('%s is shown, and the default is reported', async (_what, steps, why) => {
    const { entry, outcome } = await bench.look(await bench.ask(steps, { default: 'no' }), 910);
    expect(outcome).toMatchObject({ Status: 'timed_out', Answer: 'no', NotCounted: [{ Why: why }] });
    expect(entry.HumanReadable).toContain('Does not count');
  });

  test('looks are a minute apart for a patient question, and the last one is in time', async () => {
    const args = await bench.ask([], { timeout: '2h' });
    expect((await bench.look(args, 899)).entry.NextRun).toBe('15');
    expect((await bench.look(args, 2)).entry.NextRun).toBe('60');
    const { entry } = await bench.look(args, 7200 - 901 - 20);
    expect([entry.NextRun, entry.Timeout]).toEqual(['25', '145']);
  });
});
