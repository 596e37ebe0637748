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
const TOMAS = 'tomas@contoso.example';
const ROOM = 'Incident 4711 war room';

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
    const { entry, outcome } = await bench.look(await bench.ask(steps), 15);
    expect(outcome).toMatchObject({ Status: 'waiting', Answer: null, NotCounted: [{ Why: why }] });
    expect(entry.PollingCommand).toBe(STATUS);
    expect(entry.HumanReadable).toContain(`Does not count (${words}): Noor Haddad`);
  });

  test('another member’s answer is shown, and the asked one’s counts', async () => {
    const steps: ReplyStep[] = [
      { by: TOMAS, afterSeconds: 5, say: 'yes' },
      { by: NOOR, afterSeconds: 30, say: 'no' },
    ];
    const args = await bench.ask(steps, { chat: 'Weekly security review', user: NOOR });
    const { outcome } = await bench.look(args, 15);
    expect(outcome).toMatchObject({
      Status: 'waiting',
      NotCounted: [{ Why: 'other_person', By: 'Tomáš Dvořák', Text: 'yes' }],
    });
    expect((await bench.look(args, 20)).outcome).toMatchObject({
      Status: 'answered',
      Answer: 'no',
      AnsweredBy: { DisplayName: 'Noor Haddad' },
    });
  });

  test('the question quoted in a reply is none of its words, and what stands behind the quote counts', async () => {
    const quote = (question: string) => `<blockquote itemscope><p>${question}</p>yes</blockquote>`;
    const steps: ReplyStep[] = [
      { by: NOOR, afterSeconds: 5, say: quote, contentType: 'html' },
      { by: NOOR, afterSeconds: 20, say: (question) => `${quote(question)}No!!`, contentType: 'html' },
    ];
    const args = await bench.ask(steps);
    const first = await bench.look(args, 15);
    expect(first.outcome).toMatchObject({ Status: 'waiting', NotCounted: [{ Why: 'no_match' }] });
    const second = await bench.look(args, 15);
    expect(second.outcome).toMatchObject({
      Status: 'answered',
      Answer: 'no',
      RawText: expect.stringContaining('<blockquote'),
    });
  });

  test('what was said before the question, and is changed into an answer behind it', async () => {
    const { id } = bench.chat('noor');
    await bench.sandbox.reply(id, { by: NOOR, say: 'hello', afterSeconds: 1 });
    await bench.sandbox.reply(id, { by: NOOR, edit: 'yes', afterSeconds: 65 });
    bench.clock.advance(60_000);
    const args = await bench.ask([]);
    const { outcome } = await bench.look(args, 15);
    expect(outcome).toMatchObject({ Status: 'waiting', NotCounted: [] });
    expect(bench.sandbox.messagesOf(id).map(({ body }) => body.content)).toContain('yes');
  });

  test('what was said before the question', async () => {
    await bench.sandbox.reply(bench.chat('noor').id, { by: NOOR, say: 'yes' });
    bench.clock.advance(60_000);
    expect((await bench.look(await bench.ask([]), 15)).outcome).toMatchObject({
      Status: 'waiting',
      NotCounted: [],
    });
  });
});

describe('hostile answers', () => {
  const HOSTILE =
    '<script>alert(1)</script><p>yes\u001b[31m [x](https://fabrikam.example) | `a` <b>&lt;img src=x&gt;</b></p>';

  test.each(['yes,no', 'open'])(
    'are shown as words, and kept as they are in the context: %s',
    async (options) => {
      const steps: ReplyStep[] = [{ by: NOOR, afterSeconds: 5, say: HOSTILE, contentType: 'html' }];
      const { entry, outcome } = await bench.look(await bench.ask(steps, { options }), 15);
      const shown = entry.HumanReadable ?? '';

      expect(shown).not.toMatch(/\u001b|<script|alert|(?<!\\)<img|(?<!\\)\[x\]/);
      expect(shown).toContain('\\<img src=x>');
      expect(JSON.stringify(outcome)).toContain(options === 'open' ? '<script>alert(1)' : '<img src=x>');
    },
  );

  test('from somebody with a hostile name make no markup', async () => {
    const mia = 'mia_fabrikam.example#EXT#@contoso.example';
    const args = await bench.ask([{ by: mia, say: 'yes' }], { chat: ROOM, user: TOMAS });
    expect((await bench.look(args, 15)).outcome).toMatchObject({ NotCounted: [{ Why: 'other_person' }] });
  });
});
