import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type AskBench, openAskBench } from '../../test_data/ask-bench.js';

let bench: AskBench;
beforeEach(async () => {
  bench = await openAskBench();
});
afterEach(() => bench.close());

const STATUS = 'msgraph-teams-ask-status';
const NOOR = 'noor@contoso.example';

describe('an answer in time', () => {
  test('is reported with who, when, message and raw text, by one request', async () => {
    const args = await bench.ask([
      { by: NOOR, afterSeconds: 20, say: '<p>No!! 🙂</p>', contentType: 'html' },
    ]);
    const waiting = await bench.look(args, 15);
    expect(waiting.entry).toMatchObject({
      HumanReadable: 'Noor Haddad has not answered yet.',
      PollingCommand: STATUS,
      PollingArgs: args,
      NextRun: '15',
    });
    expect(waiting.outcome).toMatchObject({ Status: 'waiting', Answer: null });
    const { entry, execution, outcome, requests } = await bench.look(args, 15);
    // No caution: the sessions were revoked before the question.
    expect(execution.entries).toHaveLength(1);
    expect(entry.PollingCommand).toBeUndefined();
    const [answer] = bench.sandbox.messagesOf(bench.chat('noor').id).slice(-1);
    expect(outcome).toEqual({
      ...waiting.outcome,
      Status: 'answered',
      Answer: 'no',
      RawText: '<p>No!! 🙂</p>',
      AnsweredBy: { ID: answer?.from?.id, DisplayName: 'Noor Haddad' },
      AnsweredAt: '2026-03-02T08:00:20.000Z',
      AnswerMessageID: answer?.id,
      Edited: false,
    });
    expect(entry.HumanReadable).toBe(
      `### Answered: no\n|Answer|Text|By|At|Message ID|\n|---|---|---|---|---|\n| no | No!! 🙂 | Noor Haddad | 2026-03-02T08:00:20.000Z | ${answer?.id ?? ''} |\n`,
    );
    expect(entry.Contents).toMatchObject([{ id: answer?.id }]);
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });

  test('counts, however late it is looked for', async () => {
    const args = await bench.ask([{ by: NOOR, afterSeconds: 20, say: 'yes' }], { default: 'no' });
    expect((await bench.look(args, 3 * 3600)).outcome).toMatchObject({ Status: 'answered', Answer: 'yes' });
  });

  test('that was changed in time is the changed one, and marked', async () => {
    const args = await bench.ask([
      { by: NOOR, afterSeconds: 5, say: 'yes' },
      { by: NOOR, afterSeconds: 9, edit: 'no' },
    ]);
    const { outcome, entry } = await bench.look(args, 15);
    expect(outcome).toMatchObject({ Status: 'answered', Answer: 'no', Edited: true });
    expect(entry.HumanReadable).toContain('|Edited|');
  });

  test('in two ways is ambiguous, and neither nor the default is reported', async () => {
    const args = await bench.ask(
      [
        { by: NOOR, afterSeconds: 5, say: 'yes' },
        { by: NOOR, afterSeconds: 9, say: 'no' },
      ],
      { default: 'no' },
    );
    const { outcome, entry, execution } = await bench.look(args, 15);
    expect(outcome).toMatchObject({ Status: 'ambiguous', Answer: null, RawText: 'yes\nno' });
    expect(entry.PollingCommand).toBeUndefined();
    expect(entry.HumanReadable).toContain('### Ambiguous: yes, no');
    expect(execution.entries.at(-1)?.HumanReadable).toContain('contradict each other');
  });

  test('in the same way twice is one', async () => {
    const args = await bench.ask([
      { by: NOOR, afterSeconds: 5, say: 'yes' },
      { by: NOOR, afterSeconds: 9, say: 'Yes!' },
    ]);
    expect((await bench.look(args, 15)).outcome).toMatchObject({
      Status: 'answered',
      Answer: 'yes',
      AnsweredAt: '2026-03-02T08:00:05.000Z',
    });
  });

  test('in their own words is told whole', async () => {
    const args = await bench.ask([{ by: NOOR, afterSeconds: 5, say: 'I was in Oslo, why?' }], {
      options: 'open',
    });
    const { outcome, entry } = await bench.look(args, 15);
    expect(outcome).toMatchObject({ Status: 'answered', Answer: 'I was in Oslo, why?' });
    expect(entry.HumanReadable).toContain('### Answered\n');
  });

  test('comes with a caution where the sessions were not revoked before', async () => {
    const args = await bench.ask([{ by: NOOR, afterSeconds: 5, say: 'yes' }], { sessions_revoked: false });
    const { execution } = await bench.look(args, 15);
    expect(execution.entries.at(-1)).toMatchObject({ Type: 11 });
    expect(execution.entries.at(-1)?.HumanReadable).toContain('whoever holds the account may have answered');
  });

  test('of two open questions goes to the newer one, unless it names the other', async () => {
    const first = await bench.ask([]);
    bench.clock.advance(1000);
    const second = await bench.ask([
      { by: NOOR, afterSeconds: 5, say: 'yes' },
      { by: NOOR, afterSeconds: 9, say: `no #${String(first['code'])}` },
    ]);
    expect((await bench.look(second, 15)).outcome).toMatchObject({ Status: 'answered', Answer: 'yes' });
    expect((await bench.look(first, 0)).outcome).toMatchObject({ Status: 'answered', Answer: 'no' });
  });
});

describe('a look', () => {
  const GOOD = {
    chat_id: '19:x@thread.v2',
    message_id: '1',
    asked_id: 'x',
    created: '2026-03-02T08:00:00Z',
    deadline: '2026-03-02T08:15:00Z',
  };

  test.each([
    [{ chat_id: '../x' }, 'chat_id'],
    [{ message_id: 'a/b' }, 'message_id'],
    [{ asked_id: '' }, 'asked_id'],
    [{ created: 'yesterday' }, 'created'],
    [{ deadline: '2026-02-31T08:00:00Z' }, 'is no time'],
    [{ options: 'yes' }, 'options holds 1'],
    [{ default: 'perhaps' }, 'none of the options'],
    [{ code: 'K4' }, 'code'],
  ])('with %j is refused before any request', async (args, said) => {
    const { entry, requests } = await bench.run(STATUS, { ...GOOD, ...args });
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toContain(said);
    expect(requests).toEqual([]);
  });

  test('at a chat that does not exist is an error', async () => {
    const { entry } = await bench.run(STATUS, GOOD);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/404/);
  });

  test('that Graph throttles is repeated, and changes nothing', async () => {
    const args = await bench.ask([{ by: NOOR, afterSeconds: 5, say: 'no' }]);
    bench.sandbox.faults = [{ kind: 'throttle', match: { path: /messages/ }, times: 1 }];
    const { outcome } = await bench.look(args, 15);
    expect(outcome).toMatchObject({ Status: 'answered', Answer: 'no' });
  });
});
