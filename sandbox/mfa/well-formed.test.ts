import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPlainXml } from './well-formed.js';

const name = fc.stringMatching(/^[A-Za-z][\w.-]{0,8}$/);
const words = fc.stringMatching(/^[\w @.:;-]{0,20}$/).map((text) => text.replace(/;/g, '&amp;'));

/** XML as a writer would make it, one element inside another. */
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.tuple(name, tie('content')).map(([tag, content]) => `<${tag}>${content}</${tag}>`),
  content: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.array(tie('element'), { maxLength: 3 }).map((items) => items.join(' ')),
  ),
}));

test('takes what a writer makes, with a declaration too', () => {
  fc.assert(
    fc.property(element, (xml) => {
      expect(isPlainXml(xml)).toBe(true);
      expect(isPlainXml(`<?xml version="1.0"?>\n${xml}\n`)).toBe(true);
    }),
  );
});

test('does not take it any more without one of its brackets', () => {
  fc.assert(
    fc.property(element, fc.nat(), (xml, seed) => {
      const brackets = [...xml.matchAll(/[<>]/g)].map(({ index }) => index);
      const cut = brackets[seed % brackets.length] ?? 0;
      expect(isPlainXml(xml.slice(0, cut) + xml.slice(cut + 1))).toBe(false);
    }),
  );
});

test.each([
  '',
  'text',
  '<a></b>',
  '<a/><b/>',
  'x<a/>',
  '<a/>x',
  '<a><b></a></b>',
  '<a b=c/>',
  '<a>&nbsp;</a>',
  '<a>&#65;</a>',
  '<a><!-- x --></a>',
  '<a><![CDATA[x]]></a>',
  '<a b="<"/>',
])('does not take %s', (xml) => {
  expect(isPlainXml(xml)).toBe(false);
});
