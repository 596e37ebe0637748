import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { htmlToText } from './html-text.js';
import { escapeHtml, htmlTokens } from './html-tokens.js';

describe('a message as plain text', () => {
  test.each([
    ['<p>Good 👍</p>', 'Good 👍'],
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<div>Yes, the one with the invoice.&nbsp;</div>', 'Yes, the one with the invoice.'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['a &lt;b&gt; &amp;amp; &#39;c&#x27; &unknown; &#0;', "a <b> &amp; 'c' &unknown; \ufffd"],
    [
      '<a href="https://contoso.example/?a=1&amp;b=2">report</a>',
      'report (https://contoso.example/?a=1&b=2)',
    ],
    ['<a href="https://contoso.example">https://contoso.example</a>', 'https://contoso.example'],
    ['<a href="javascript:alert(3)">log</a>', 'log'],
    ['<img src="x" alt="a cat"><img src=y>', 'a cat[image]'],
    ['<emoji id="like" alt="👍"></emoji>', '👍'],
    ['<script>alert(1)</script>x<style>p{}</style><!-- no --> y', 'x y'],
    ['<script>never closed <b>x</b>', ''],
    ['if a<b & c', 'if a<b & c'],
    ['<at id="0">Tomáš</at> look', 'Tomáš look'],
    ['<p title=">">x</p>', 'x'],
    ['<b', '<b'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  test('text that was escaped comes back, whatever it is', () => {
    const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\s\u00a0]+/g, ' ').trim());
    fc.assert(
      fc.property(line, (text) => {
        expect(htmlToText(`<p>${escapeHtml(text)}</p>`)).toBe(text);
      }),
    );
  });

  test('whatever the HTML, a tag is never left in the text, and text never holds one', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<script>',
      '</script>',
      '<p ',
      'a="',
      '"',
      "'",
      '<!--',
      '-->',
      '&lt;',
      'x',
      '<b>',
      '</b>',
      '<img src=x onerror=y>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('');
        const tokens = [...htmlTokens(html)];
        for (const token of tokens)
          if (token.kind === 'text') expect([...htmlTokens(token.raw)]).toEqual([token]);
        expect(htmlToText(html)).not.toContain('<img src=x onerror=y>');
      }),
    );
  });

  test.each([
    ['<', 100_000],
    ['<!--', 50_000],
    ['<a b="', 50_000],
    ['<a x ', 50_000],
    ['<script>', 50_000],
    ['<a href=https://contoso.example/', 20_000],
    ['<p>', 50_000],
    ['&#', 100_000],
  ])('%s, many times over, takes no longer than its length', (piece, count) => {
    const begun = performance.now();
    htmlToText(piece.repeat(count));
    expect(performance.now() - begun).toBeLessThan(1500);
  });
});
