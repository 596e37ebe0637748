import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Lexer, walkTokens } from 'marked';
import { noteEntry } from '../../integration/results/note-entry.js';
import { paintEntry } from '../../warroom/terminal/entry.js';
import { htmlToMarkdown } from './html-markdown.js';
import { escapeHtml } from './html-tokens.js';

describe('a message as Markdown', () => {
  test.each([
    ['<p>Good 👍</p>', 'Good 👍'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['a<br>b', 'a  \nb'],
    ['<b>INC-4711</b> is <i>open</i>, <s>not</s> closed', '**INC-4711** is *open*, ~~not~~ closed'],
    ['<b> x </b>y', '**x** y'],
    ['<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n\n  - c'],
    ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['<blockquote><p>said</p><p>before</p></blockquote>no', '> said\n>\n> before\n\nno'],
    ['<h2>Title #1</h2>', '## Title #1'],
    ['<pre>if a&lt;b\n  c</pre>', '```\nif a<b\n  c\n```'],
    ['<codeblock><code>a<br>b</code></codeblock>', '```\na\nb\n```'],
    ['see <code>a|b `x`</code>', 'see `` a|b `x` ``'],
    ['<table><tr><td>a</td><td><b>b</b></td></tr></table>', 'a \\| **b**'],
    ['<at id="0">Tomáš</at> look', '@Tomáš look'],
    ['<img src="https://fabrikam.example/p.png" alt="a cat"><emoji alt="👍"></emoji>', 'a cat👍'],
    ['<img src=x>', '\\[image\\]'],
    [
      '<a href="https://contoso.example/?a=1&amp;b=2">report</a>',
      'report (<https://contoso.example/?a=1&b=2>)',
    ],
    ['<a href="https://contoso.example">https://contoso.example</a>', 'https://contoso.example'],
    ['<a href="javascript:alert(3)">log</a>', 'log'],
    ['<a href="https://fabrikam.example/> <script>">x</a>', 'x'],
    ['<script>alert(1)</script>x<style>p{}</style>', 'x'],
    ['# no heading', '\\# no heading'],
    ['1. no list<br>- nor this', '1\\. no list  \n\\- nor this'],
    [
      '[x](javascript:alert(1)) ![y](https://x.example) *z* a_b _c_',
      '\\[x\\](javascript:alert(1)) !\\[y\\](https://x.example) \\*z\\* a_b \\_c\\_',
    ],
    [
      'https://x.example<u>&lt;img src=x onerror=alert(1)&gt;</u>',
      'https://x.example \\<img src=x onerror=alert(1)>',
    ],
    ['https://x.example/_layouts/~me?a=1&amp;b=2', 'https://x.example/_layouts/~me?a=1&b=2'],
    ['<p></p>', ''],
    ['', ''],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  test('nested as deep as anybody likes takes neither stack nor time', () => {
    const begun = performance.now();
    for (const piece of [
      '<b>',
      '<blockquote>',
      '<ul><li>',
      '<pre>',
      '<a href=https://x.example>',
      '</b>',
      '`',
      '<td>',
    ]) {
      expect(typeof htmlToMarkdown(`${piece.repeat(20_000)}x`)).toBe('string');
    }
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '<b>', '</b>', '<i>', '</i>', '<s>', '<code>', '</code>', '<pre>', '</pre>', '<ul>', '<li>', '</ul>', '<blockquote>', '</blockquote>',
    '<a href="https://fabrikam.example/x">', '<a href="javascript:alert(1)">', '<a href="https://x.example)](y">', '</a>', '<h1>', '</h1>',
    '<br>', '<hr>', '<table><tr><td>', '</table>', '<img alt="![x](https://fabrikam.example/p.png)">', '<script>', '</script>', '&lt;', '&gt;',
    '&#10;', '&#8232;', '&amp;lt;', '&', 'lt;', '!', '[', ']', '(', ')', '`', '```', '~~~', '*', '_', '|', '\\', '#', '-', '1.', '>', '<', ':', '\n', ' ', 'x',
    '<img src=x onerror=alert(1)>', '<svg onload=x>', '[x](javascript:alert(1))', 'www.fabrikam.example', '\u001b[31m', '\u202e', '\u2028',
  ), // prettier-ignore
  fc.string({ maxLength: 3, unit: 'binary' }),
);

test('whatever the HTML, its Markdown holds no HTML, no image and no disguised link', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const markdown = htmlToMarkdown(pieces.join(''));
      void walkTokens(new Lexer({ gfm: true }).lex(markdown), (token) => {
        expect(['html', 'image', 'def']).not.toContain(token.type);
        if (token.type !== 'link') return;
        const href = String(token['href']);
        expect(href).toMatch(/^(?:https?|mailto):/i);
        // The address itself, in brackets or bare, and nothing else, is what leads there.
        const words = token.raw.replace(/^<(.*)>$/s, '$1');
        const address = href.replace(/^(?:http:\/\/|mailto:)/, '');
        const spellings = [words, encodeURI(words), encodeURI(words).replaceAll('%25', '%')];
        expect(spellings.some((spelling) => spelling === href || spelling === address)).toBe(true);
      });
      const painted = paintEntry(noteEntry(markdown), { color: false, columns: 80 });
      expect(painted).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
    { numRuns: 800 },
  );
});

test('a text shows as the characters it is made of', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...('*_~`|\\<>[]()!&;#x1 -+=:"\'é.'.match(/./gu) ?? [])),
    minLength: 1,
    maxLength: 14,
  });
  fc.assert(
    fc.property(signs, (middle) => {
      const text = `${middle.trim()}z`.replaceAll(/ +/g, ' ');
      const markdown = htmlToMarkdown(`<p>${escapeHtml(text)}</p>`);
      expect(paintEntry(noteEntry(markdown), { color: false })).toBe(text);
    }),
    { numRuns: 800 },
  );
});
