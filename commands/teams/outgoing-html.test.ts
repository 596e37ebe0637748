import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArgumentError } from '../../integration/errors.js';
import { htmlTokens } from './html-tokens.js';
import { outgoingHtml } from './outgoing-html.js';

describe('HTML that may be sent', () => {
  test.each([
    '<b>INC-4711</b> is open',
    '<p>one</p><ul><li>two</li></ul>',
    '<a href="https://contoso.example/?a=1&amp;b=2" title="x">report</a>',
    '<table><tr><td colspan="2" style="color:red">x</td></tr></table>',
    '<at id="0">Adele</at> &lt;hi&gt; &nbsp; a & b',
    '<attachment id="1"></attachment>',
  ])('goes as it is: %s', (html) => {
    expect(outgoingHtml(html)).toBe(html);
  });

  test.each([
    ['if a<b & c', 'if a&lt;b & c'],
    ['<Alex> said 1 < 2', '&lt;Alex&gt; said 1 &lt; 2'],
    ['<b onclick=', '&lt;b onclick='],
    ['<!-- hidden --><P CLASS=x>y</P>', '<p class="x">y</p>'],
  ])('arrives as it was typed where it is no markup: %s', (html, sent) => {
    expect(outgoingHtml(html)).toBe(sent);
  });
});

describe('HTML that may not', () => {
  test.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<img src=x onerror=alert(1)>', 'onerror'],
    ['<IMG SRC="x" OnError="alert(1)">', 'onerror'],
    ['<a href="javascript:alert(1)">x</a>', 'javascript:'],
    ['<a href="java&#115;cript:alert(1)">x</a>', 'javascript:'],
    ['<a href=" java\tscript:alert(1)">x</a>', 'javascript:'],
    ['<a href="data:text/html,x">x</a>', 'data:'],
    ['<a href="vbscript:x">x</a>', 'vbscript:'],
    ['<iframe src="https://fabrikam.example"></iframe>', '<iframe>'],
    ['<svg/onload=alert(1)>', '<svg>'],
    ['<form action="https://fabrikam.example"><input></form>', '<form>'],
    ['<p style="background:url(https://fabrikam.example/x)">x</p>', 'style'],
    ['<p style="width:expression(alert(1))">x</p>', 'style'],
    ['<meta http-equiv=refresh content=0>', '<meta>'],
    ['<math><mtext></mtext></math>', '<math>'],
  ])('is refused by name: %s', (html, named) => {
    expect(() => outgoingHtml(html)).toThrow(ArgumentError);
    expect(() => outgoingHtml(html)).toThrow(named);
  });
});

test('whatever the input, what is sent holds allowed markup only, and sending it again changes nothing', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<', '>', '"', "'", '=', '/', ' ', '<b>', '</b>', '<a href=', 'javascript:', 'https://x.example', '<img ', 'src=x',
      'onerror=1', '<script', '<svg', '<!--', '-->', '<style>', '</style>', '<![CDATA[', '&lt;', '&#60;', '<p title="', '`',
    ), // prettier-ignore
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      let sent: string;
      try {
        sent = outgoingHtml(pieces.join(''));
      } catch (error) {
        expect(error).toBeInstanceOf(ArgumentError);
        return;
      }
      for (const token of htmlTokens(sent)) {
        if (token.kind !== 'open') continue;
        expect(token.name).toMatch(/^(?:b|a|img|p)$/);
        for (const { name, value } of token.attributes) {
          expect(name).not.toMatch(/^on/);
          expect(value).not.toMatch(/^\s*javascript:/i);
        }
      }
      // No bracket stands outside a tag, so that no reader can see another tag.
      expect(sent.replaceAll(/<\/?[a-z0-9]+(?: [\w-]+="[^"<>]*")*>/g, '')).not.toMatch(/[<>]/);
      expect(outgoingHtml(sent)).toBe(sent);
    }),
    { numRuns: 500 },
  );
});
