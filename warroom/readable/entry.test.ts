import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noteEntry } from '../../integration/results/note-entry.js';
import { errorEntry } from '../../integration/results/raw-entry.js';
import { readableEntry } from './entry.js';
import { type Block, type Span } from './model.js';

const blocks = (markdown: string) => readableEntry(noteEntry(markdown)).blocks;

function spansOf(block: Block): readonly Span[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.lines.flat();
    case 'quote':
      return block.blocks.flatMap(spansOf);
    case 'list':
      return block.items.flatMap(({ lines, blocks: inner }) => [...lines.flat(), ...inner.flatMap(spansOf)]);
    case 'table':
      return [block.header, ...block.rows].flat(3);
    default:
      return [];
  }
}
const links = (markdown: string) =>
  blocks(markdown)
    .flatMap(spansOf)
    .flatMap(({ href }) => href ?? []);

describe('what an entry shows', () => {
  test('is blocks of text without markup', () => {
    expect(blocks('### T\n**a** <b>x</b>')).toEqual([
      { kind: 'heading', lines: [[{ text: 'T', styles: ['bold'] }]] },
      {
        kind: 'paragraph',
        lines: [
          [
            { text: 'a', styles: ['bold'] },
            { text: ' ', styles: [] },
            { text: '<b>', styles: [] },
            { text: 'x', styles: [] },
            { text: '</b>', styles: [] },
          ],
        ],
      },
    ]);
  });

  test('of an error is its text, which is no markdown', () => {
    expect(readableEntry(errorEntry('**No** such user.\nCheck the name.'))).toEqual({
      tone: 'error',
      blocks: [{ kind: 'plain', lines: ['Error: **No** such user.', 'Check the name.'] }],
    });
  });

  test('nests no deeper than can be painted', () => {
    for (const sign of ['> ', '- ']) {
      expect(blocks(`${sign.repeat(3000)}x`)).toEqual([
        { kind: 'preformatted', lines: [`${sign.repeat(3000)}x`] },
      ]);
    }
    expect(blocks(`${'> '.repeat(20)}x`)[0]?.kind).toBe('quote');
  });
});

describe('an address', () => {
  test.each(['https://portal.example/a?b=c', 'http://127.0.0.1:8443/'])('%s is a link', (address) => {
    expect(links(`[x](${address})`)).toEqual([address]);
    expect(links(`see ${address} there`)).toEqual([address]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ms-msdt:/id',
    '//evil.example',
    '/room/api/room',
    'https://login.microsoftonline.com@fabrikam.example/',
    'mailto:adele@contoso.example',
  ])('%s is none', (address) => {
    expect(links(`[x](${address})`)).toEqual([]);
    expect(links(`[x](<${address}>)`)).toEqual([]);
    expect(links(`<${address}>`)).toEqual([]);
  });

  test('is one of the web, whatever is written', () => {
    const parts = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      ':',
      '//',
      'javascript',
      'https',
      'data',
      'a.example',
      '&#10;',
      '\\',
      '\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (all) => {
        for (const href of links(all.join(''))) expect(href).toMatch(/^https?:/i);
      }),
    );
  });
});
