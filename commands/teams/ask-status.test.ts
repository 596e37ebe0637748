import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type JsonObject } from '../../integration/json.js';
import { type Entry } from '../../integration/results/entry.js';
import { type ReplyStep } from '../../sandbox/index.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { contextUnder, objectOf } from '../../test_data/command-bench.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench({ replies: [] });
});
afterEach(() => bench.close());

const STATUS = 'msgraph-teams-ask-status';
const NOOR = 'noor@contoso.example';
const TOMAS = 'tomas@contoso.example';
const ROOM = 'Incident 4711 war room';

/** Asks Noor, who answers as the steps say. @returns The arguments of the looks. */
async function ask(then: readonly ReplyStep[], args: JsonObject = {}): Promise<JsonObject> {
  bench.sandbox.replies = [{ then: [...then] }];
  const where = 'chat' in args ? {} : { chat: NOOR };
  const { entry } = await bench.run('msgraph-teams-ask', {
    text: 'Was that you?',
    timeout: '15m',
    sessions_revoked: true,
    ...where,
    ...args,
  });
  if (!entry.PollingArgs) throw new Error(String(entry.Contents));
  bench.sandbox.replies = [];
  return { ...entry.PollingArgs };
}

/** Looks so many seconds later. */
async function look(args: JsonObject, seconds: number) {
  bench.clock.advance(seconds * 1000);
  const { entry, execution, requests } = await bench.run(STATUS, args);
  return { entry, execution, requests, outcome: outcomeOf(entry) };
}

const outcomeOf = (entry: Entry) => objectOf(contextUnder(entry, 'MSGraphTeamsAsk'));

describe('an answer in time', () => {
  test('is reported with who, when, message and raw text, by one request', async () => {
    const args = await ask([{ by: NOOR, afterSeconds: 20, say: '<p>No!! 🙂</p>', contentType: 'html' }]);
    const waiting = await look(args, 15);
    expect(waiting.entry).toMatchObject({
      HumanReadable: 'Noor Haddad has not answered yet.',
      PollingCommand: STATUS,
      PollingArgs: args,
      NextRun: '15',
    });
    expect(waiting.outcome).toMatchObject({ Status: 'waiting', Answer: null });
    const { entry, outcome, requests } = await look(args, 15);
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
    const args = await ask([{ by: NOOR, afterSeconds: 20, say: 'yes' }], { default: 'no' });
    expect((await look(args, 3 * 3600)).outcome).toMatchObject({ Status: 'answered', Answer: 'yes' });
  });

  test('that was changed in time is the changed one, and marked', async () => {
    const args = await ask([
      { by: NOOR, afterSeconds: 5, say: 'yes' },
      { by: NOOR, afterSeconds: 9, edit: 'no' },
    ]);
    const { outcome, entry } = await look(args, 15);
    expect(outcome).toMatchObject({ Status: 'answered', Answer: 'no', Edited: true });
    expect(entry.HumanReadable).toContain('|Edited|');
  });

  test('in two ways is ambiguous, and neither nor the default is reported', async () => {
    const args = await ask(
      [
        { by: NOOR, afterSeconds: 5, say: 'yes' },
        { by: NOOR, afterSeconds: 9, say: 'no' },
      ],
      { default: 'no' },
    );
    const { outcome, entry, execution } = await look(args, 15);
    expect(outcome).toMatchObject({ Status: 'ambiguous', Answer: null, RawText: 'yes\nno' });
    expect(entry.PollingCommand).toBeUndefined();
    expect(entry.HumanReadable).toContain('### Ambiguous: yes, no');
    expect(execution.entries.at(-1)?.HumanReadable).toContain('contradict each other');
  });

  test('in the same way twice is one', async () => {
    const args = await ask([
      { by: NOOR, afterSeconds: 5, say: 'yes' },
      { by: NOOR, afterSeconds: 9, say: 'Yes!' },
    ]);
    expect((await look(args, 15)).outcome).toMatchObject({
      Status: 'answered',
      Answer: 'yes',
      AnsweredAt: '2026-03-02T08:00:05.000Z',
    });
  });

  test('in their own words is told whole', async () => {
    const args = await ask([{ by: NOOR, afterSeconds: 5, say: 'I was in Oslo, why?' }], { options: 'open' });
    const { outcome, entry } = await look(args, 15);
    expect(outcome).toMatchObject({ Status: 'answered', Answer: 'I was in Oslo, why?' });
    expect(entry.HumanReadable).toContain('### Answered\n');
  });

  test('comes with a caution where the sessions were not revoked before', async () => {
    const args = await ask([{ by: NOOR, afterSeconds: 5, say: 'yes' }], { sessions_revoked: false });
    const { execution } = await look(args, 15);
    expect(execution.entries.at(-1)).toMatchObject({ Type: 11 });
    expect(execution.entries.at(-1)?.HumanReadable).toContain('whoever holds the account may have answered');
  });

  test('of two open questions goes to the newer one, unless it names the other', async () => {
    const first = await ask([]);
    bench.clock.advance(1000);
    const second = await ask([
      { by: NOOR, afterSeconds: 5, say: 'yes' },
      { by: NOOR, afterSeconds: 9, say: `no #${String(first['code'])}` },
    ]);
    expect((await look(second, 15)).outcome).toMatchObject({ Status: 'answered', Answer: 'yes' });
    expect((await look(first, 0)).outcome).toMatchObject({ Status: 'answered', Answer: 'no' });
  });
});

describe('what is no answer', () => {
  test.each<[string, readonly ReplyStep[], string, string]>([
    ['other words', [{ by: NOOR, afterSeconds: 5, say: 'nope' }], 'no_match', 'none of the options'],
    ['an emoji', [{ by: NOOR, afterSeconds: 5, say: '👍' }], 'no_match', 'none of the options'],
    [
      'what was deleted',
      [
        { by: NOOR, afterSeconds: 5, say: 'yes' },
        { by: NOOR, afterSeconds: 6, withdraw: true },
      ],
      'withdrawn',
      'deleted',
    ],
  ])('%s is shown, and keeps the question open', async (_what, steps, why, words) => {
    const { entry, outcome } = await look(await ask(steps), 15);
    expect(outcome).toMatchObject({ Status: 'waiting', Answer: null, NotCounted: [{ Why: why }] });
    expect(entry.PollingCommand).toBe(STATUS);
    expect(entry.HumanReadable).toContain(`Does not count (${words}): Noor Haddad`);
  });

  test('another member’s answer is shown, and the asked one’s counts', async () => {
    const steps: ReplyStep[] = [
      { by: TOMAS, afterSeconds: 5, say: 'yes' },
      { by: NOOR, afterSeconds: 30, say: 'no' },
    ];
    const args = await ask(steps, { chat: 'Weekly security review', user: NOOR });
    const { outcome } = await look(args, 15);
    expect(outcome).toMatchObject({
      Status: 'waiting',
      NotCounted: [{ Why: 'other_person', By: 'Tomáš Dvořák', Text: 'yes' }],
    });
    expect((await look(args, 20)).outcome).toMatchObject({
      Status: 'answered',
      Answer: 'no',
      AnsweredBy: { DisplayName: 'Noor Haddad' },
    });
  });

  test('what was said before the question', async () => {
    await bench.sandbox.reply(bench.chat('noor').id, { by: NOOR, say: 'yes' });
    bench.clock.advance(60_000);
    expect((await look(await ask([]), 15)).outcome).toMatchObject({ Status: 'waiting', NotCounted: [] });
  });
});

describe('when the time is over', () => {
  test('the default is reported as the answer, and the status says so', async () => {
    const args = await ask([], { default: 'NO' });
    expect((await look(args, 901)).entry.PollingCommand).toBe(STATUS);
    const { entry, outcome } = await look(args, 5);
    expect(entry.PollingCommand).toBeUndefined();
    expect(entry.Type).toBe(1);
    expect(outcome).toMatchObject({ Status: 'timed_out', Answer: 'no', Default: 'no', AnsweredBy: null });
    expect(entry.HumanReadable).toBe(
      'Noor Haddad did not answer until 2026-03-02T08:15:00.000Z. The default is reported: no',
    );
  });

  test('there is no answer without a default', async () => {
    const { entry, outcome } = await look(await ask([]), 906);
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
    const { entry, outcome } = await look(await ask(steps, { default: 'no' }), 910);
    expect(outcome).toMatchObject({ Status: 'timed_out', Answer: 'no', NotCounted: [{ Why: why }] });
    expect(entry.HumanReadable).toContain('Does not count');
  });

  test('looks are a minute apart for a patient question, and the last one is in time', async () => {
    const args = await ask([], { timeout: '2h' });
    expect((await look(args, 899)).entry.NextRun).toBe('15');
    expect((await look(args, 2)).entry.NextRun).toBe('60');
    const { entry } = await look(args, 7200 - 901 - 20);
    expect([entry.NextRun, entry.Timeout]).toEqual(['25', '145']);
  });
});

describe('hostile answers', () => {
  const HOSTILE =
    '<script>alert(1)</script><p>yes\u001b[31m [x](https://fabrikam.example) | `a` <b>&lt;img src=x&gt;</b></p>';

  test.each(['yes,no', 'open'])(
    'are shown as words, and kept as they are in the context: %s',
    async (options) => {
      const steps: ReplyStep[] = [{ by: NOOR, afterSeconds: 5, say: HOSTILE, contentType: 'html' }];
      const { entry, outcome } = await look(await ask(steps, { options }), 15);
      const shown = entry.HumanReadable ?? '';

      expect(shown).not.toMatch(/\u001b|<script|alert|(?<!\\)<img|(?<!\\)\[x\]/);
      expect(shown).toContain('\\<img src=x>');
      expect(JSON.stringify(outcome)).toContain(options === 'open' ? '<script>alert(1)' : '<img src=x>');
    },
  );

  test('from somebody with a hostile name make no markup', async () => {
    const mia = 'mia_fabrikam.example#EXT#@contoso.example';
    const args = await ask([{ by: mia, say: 'yes' }], { chat: ROOM, user: TOMAS });
    expect((await look(args, 15)).outcome).toMatchObject({ NotCounted: [{ Why: 'other_person' }] });
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
    const args = await ask([{ by: NOOR, afterSeconds: 5, say: 'no' }]);
    bench.sandbox.faults = [{ kind: 'throttle', match: { path: /messages/ }, times: 1 }];
    const { outcome } = await look(args, 15);
    expect(outcome).toMatchObject({ Status: 'answered', Answer: 'no' });
  });
});
