import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { objectOf } from '../../test_data/command-bench.js';
import { checkCard } from './card.js';
import { composeMessage, type Draft } from './compose.js';
import { decodeEntities } from './html-tokens.js';
import { odataOptions } from './odata-options.js';

async function contentOf(
  draft: Draft,
  ...people: { typed: string; id: string; name: string }[]
): Promise<unknown> {
  return objectOf((await composeMessage(draft, people))['body'])['content'];
}

const alex = { typed: 'alex@fabrikam.example', id: '1', name: `<Alex> "O'Neil" & Søn` };
const marker = '<at id="0">&lt;Alex&gt; &quot;O&#39;Neil&quot; &amp; Søn</at>';

describe('a message to send', () => {
  test('is HTML unless it says otherwise', async () => {
    expect(await composeMessage({ body: '<b>x</b>' })).toEqual({
      body: { contentType: 'html', content: '<b>x</b>' },
    });
  });

  test('goes as text, to the letter, when it is text', async () => {
    const body = 'if a<b & c, see https://contoso.example/?a=1&copy=2';
    expect(await composeMessage({ body, content_type: 'text' })).toEqual({
      body: { contentType: 'text', content: body },
    });
  });

  test('of text keeps its signs, lines and addresses where a mention makes it HTML', async () => {
    const body = 'a<b\nhttps://contoso.example/?a=1&copy=2';
    expect(await contentOf({ body, content_type: 'text' }, alex)).toBe(
      `${marker} a&lt;b<br>https://contoso.example/?a=1&amp;copy=2`,
    );
  });

  test.each([
    ['**4711** is *open*', '<p><strong>4711</strong> is <em>open</em></p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['a\nb', '<p>a<br>b</p>'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['x <img src=x onerror=alert(1)> y', '<p>x &lt;img src=x onerror=alert(1)&gt; y</p>'],
    [
      '[ok](https://contoso.example/?a=1&b=2)',
      '<p><a href="https://contoso.example/?a=1&amp;b=2">ok</a></p>',
    ],
    ['- [x] done', '<ul>\n<li>☑ done</li>\n</ul>'],
    ['`a<b`', '<p><code>a&lt;b</code></p>'],
  ])('of Markdown becomes HTML, and markup in it stays text: %s', async (body, html) => {
    expect(await contentOf({ body, content_type: 'markdown' })).toBe(html);
  });

  test('of Markdown with an odd link is refused', async () => {
    await expect(
      composeMessage({ body: '[x](javascript:alert(1))', content_type: 'markdown' }),
    ).rejects.toThrow('javascript:');
  });

  test('with unsafe HTML goes only when that is meant', async () => {
    const body = '<svg></svg>';
    await expect(composeMessage({ body })).rejects.toThrow('<svg>');
    expect(await contentOf({ body, allow_html: true })).toBe(body);
  });

  test.each([
    ['look', `${marker} look`],
    ['Hi @alex@fabrikam.example, look', `Hi ${marker}, look`],
    ['ask @alex@fabrikam.example.', `ask ${marker}.`],
    ['@alex@fabrikam.example.org', `${marker} @alex@fabrikam.example.org`],
    [
      '<a href="https://x.example/@alex@fabrikam.example">x</a>',
      `${marker} <a href="https://x.example/@alex@fabrikam.example">x</a>`,
    ],
  ])('names people where the body does, else in front, with escaped names: %s', async (body, content) => {
    expect(await contentOf({ body }, alex)).toBe(content);
    expect(await composeMessage({ body }, [alex])).toMatchObject({
      mentions: [{ id: 0, mentionText: alex.name, mentioned: { user: { id: '1', displayName: alex.name } } }],
    });
  });

  test('names somebody once, and by words after that', async () => {
    expect(await contentOf({ body: '@alex@fabrikam.example and @ALEX@fabrikam.example' }, alex)).toBe(
      `${marker} and @alex@fabrikam.example`,
    );
  });

  test.each([
    [
      'markdown',
      "**Look**, @o'brien@contoso.example",
      '<p><strong>Look</strong>, <at id="0">Shane O&#39;Brien</at></p>',
    ],
    ['html', "Look, @o'brien@contoso.example", 'Look, <at id="0">Shane O&#39;Brien</at>'],
    ['text', "a < b, @o'brien@contoso.example", 'a &lt; b, <at id="0">Shane O&#39;Brien</at>'],
  ] as const)('in %s finds an address with a quote', async (type, body, content) => {
    const shane = { typed: "o'brien@contoso.example", id: '2', name: "Shane O'Brien" };
    expect(await contentOf({ body, content_type: type }, shane)).toBe(content);
  });

  test('whatever the names and the body, each person has exactly one marker, with the name that is sent', async () => {
    const name = fc.string({ minLength: 1, maxLength: 12 });
    const people = fc.uniqueArray(fc.record({ typed: name, id: name, name }), {
      maxLength: 3,
      selector: ({ typed }) => typed.toLowerCase(),
    });
    const types = fc.constantFrom('html' as const, 'text' as const, 'markdown' as const);
    await fc.assert(
      fc.asyncProperty(people, types, fc.string({ maxLength: 30 }), async (all, type, words) => {
        const body = [words, ...all.map(({ typed }) => `@${typed}`), words, 'x'].join(' ');
        const content = String(await contentOf({ body, content_type: type }, ...all));
        const markers = [...content.matchAll(/<at id="(\d)">(.*?)<\/at>/gs)].map(([, id, text = '']) => [
          Number(id),
          decodeEntities(text),
        ]);
        expect(markers.sort()).toEqual(all.map(({ name: shown }, index) => [index, shown]));
      }),
    );
  });

  test('of 28 KB goes, and one byte more is refused before anything is sent', async () => {
    const overhead = JSON.stringify({ body: { contentType: 'html', content: '' }, attachments: [] }).length;
    const largest = 'é'.repeat((28 * 1024 - overhead) / 2);
    await expect(composeMessage({ body: largest })).resolves.toBeDefined();
    await expect(composeMessage({ body: `${largest}xx` })).rejects.toThrow(/bytes, and Teams takes 28672/);
  });

  test('that is empty is refused', async () => {
    await expect(composeMessage({ body: ' ' })).rejects.toThrow('The message is empty.');
  });
});

describe('an adaptive card', () => {
  const card = { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'TextBlock', text: 'x' }] };

  test('goes as JSON text, with its marker in the body', async () => {
    expect(await composeMessage({ body: 'see', card })).toEqual({
      body: { contentType: 'html', content: 'see<attachment id="card"></attachment>' },
      attachments: [
        {
          id: 'card',
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: JSON.stringify(card),
        },
      ],
    });
  });

  test.each([
    [{ ...card, type: 'Card' }, 'AdaptiveCard'],
    [{ ...card, version: '2.0' }, 'version'],
    [{ type: 'AdaptiveCard', version: '1.4' }, 'neither body nor actions'],
    [{ ...card, body: {} }, 'neither body nor actions'],
    [{ ...card, body: [{ text: 'x' }] }, 'body[0] has no type'],
    [
      {
        ...card,
        body: [{ type: 'Container', items: [{ type: 'ActionSet', actions: [{ type: 'Action.Submit' }] }] }],
      },
      'body[0].items[0].actions[0] is Action.Submit',
    ],
    [{ ...card, actions: [{ type: 'Action.OpenUrl', url: 'javascript:alert(1)' }] }, 'actions[0].url'],
    [{ ...card, actions: 'x' }, 'actions is not a list'],
  ])('that Teams cannot draw, or nobody can answer, is refused: %#', (wrong, named) => {
    expect(() => {
      checkCard(wrong);
    }).toThrow(named);
  });

  test('with columns, a table and lines of rich text is taken', () => {
    const body = [
      { type: 'ColumnSet', columns: [{ items: [{ type: 'TextBlock', text: 'x' }] }] },
      {
        type: 'Table',
        columns: [{ width: 1 }],
        rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [] }] }],
      },
      { type: 'RichTextBlock', inlines: ['plain', { type: 'TextRun', text: 'x' }] },
    ];
    expect(() => {
      checkCard({ ...card, body });
    }).not.toThrow();
  });
});

describe('OData options as text', () => {
  test.each([
    ["$filter=topic eq 'a#b'", { filter: "topic eq 'a#b'" }],
    ["$filter=topic eq 'R&D'&$top=5", { filter: "topic eq 'R&D'", top: 5 }],
    [
      '?$expand=members&$orderby=lastMessagePreview/createdDateTime desc',
      { expand: 'members', orderby: 'lastMessagePreview/createdDateTime desc' },
    ],
    ["$filter=topic%20eq%20'x'", { filter: "topic eq 'x'" }],
    ["$filter=topic eq '100%25'", { filter: "topic eq '100%25'" }],
    ['$select=id, topic', { select: ['id', 'topic'] }],
    ['', {}],
  ])('%s', (text, options) => {
    expect(odataOptions(text, 50)).toEqual(options);
  });

  test.each([
    ['$top=51', '$top=51'],
    ['$top=5&$top=6', '$top comes twice'],
    ['$skip=5', '"$skip=5"'],
    ['nonsense', '"nonsense"'],
  ])('%s is refused', (text, named) => {
    expect(() => odataOptions(text, 50)).toThrow(named);
  });
});
