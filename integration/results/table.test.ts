import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Secret } from '../secret.js';
import { type TableOptions, tableToMarkdown } from './table.js';

const examples: readonly [
  title: string,
  name: string,
  data: unknown,
  options: TableOptions,
  expected: string,
][] = [
  ['sorts the keys of one row', 'User', { b: 1, a: 'x' }, {}, '### User\n|a|b|\n|---|---|\n| x | 1 |\n'],
  [
    'takes its columns from the first row only',
    'Users',
    [{ ID: 1 }, { ID: 2, Name: 'n' }],
    {},
    '### Users\n|ID|\n|---|\n| 1 |\n| 2 |\n',
  ],
  ['says so when a list is empty', 'T', [], {}, '### T\n**No entries.**\n'],
  ['says so when an object is empty', 'T', {}, {}, '### T\n**No entries.**\n'],
  ['says so when there is nothing', 'T', null, {}, '### T\n**No entries.**\n'],
  ['keeps the metadata line without entries', 'T', [], { metadata: 'm' }, '### T\nm\n**No entries.**\n'],
  [
    'keeps the metadata line above a table',
    'T',
    [{ a: 1 }],
    { metadata: 'm' },
    '### T\nm\n|a|\n|---|\n| 1 |\n',
  ],
  ['has no title line for an empty name', '', [{ a: 1 }], {}, '|a|\n|---|\n| 1 |\n'],
  ['unfolds the list of an only key', 'T', { k: ['x', 'y'] }, {}, '### T\n|k|\n|---|\n| x |\n| y |\n'],
  [
    'finds nothing in the objects of an only key',
    'T',
    { k: [{ x: 1 }, { x: 2 }] },
    {},
    '### T\n|k|\n|---|\n|  |\n|  |\n',
  ],
  ['does not fail on the empty list of an only key', 'T', { k: [] }, {}, '### T\n**No entries.**\n'],
  [
    'shows plain values under a given header',
    'T',
    ['x', 'y'],
    { headers: 'H' },
    '### T\n|H|\n|---|\n| x |\n| y |\n',
  ],
  [
    'leaves further headers of plain values empty',
    '',
    ['x'],
    { headers: ['H', 'I'] },
    '|H|I|\n|---|---|\n| x |  |\n',
  ],
  [
    'drops columns that are empty in every row and keeps zero and false',
    '',
    [
      { a: 1, b: null, f: 0, g: false },
      { a: 2, b: null },
    ],
    { headers: ['a', 'b', 'f', 'g'], removeNull: true },
    '|a|f|g|\n|---|---|---|\n| 1 | 0 | false |\n| 2 |  |  |\n',
  ],
  [
    'says so when no column is left',
    'T',
    [{ a: '', b: [], c: {}, d: null }],
    { removeNull: true },
    '### T\n**No entries.**\n',
  ],
  [
    'keeps a header that no row has',
    '',
    [{ a: 1 }],
    { headers: ['zz', 'a'] },
    '|zz|a|\n|---|---|\n|  | 1 |\n',
  ],
  [
    'turns values under given keys into links, at any depth',
    '',
    { u: 'https://x', v: ['https://a', 'https://b'], w: { u: 'https://i' }, e: '' },
    { urlKeys: ['u', 'v', 'e'], headers: ['u', 'v', 'w', 'e'] },
    '|u|v|w|e|\n|---|---|---|---|\n' +
      '| [https://x](https://x) | [https://a](https://a),<br>[https://b](https://b) | u: [https://i](https://i) |  |\n',
  ],
  [
    'shows milliseconds as a date in UTC',
    '',
    { d: '1631521313466', k: 1 },
    { dateFields: ['d'] },
    '|d|k|\n|---|---|\n| 2021-09-13 08:21:53 | 1 |\n',
  ],
  [
    'leaves what is no date as it is',
    '',
    [
      { d: 'soon', k: 1 },
      { d: 1e17, k: 2 },
    ],
    { dateFields: ['d', 'missing'] },
    '|d|k|\n|---|---|\n| soon | 1 |\n| 100000000000000000 | 2 |\n',
  ],
  [
    'sorts capitals first and astral characters last',
    '',
    { a: 1, B: 2, '\uffee': 3, '\u{10400}': 4 },
    {},
    '|B|a|\uffee|\u{10400}|\n|---|---|---|---|\n| 2 | 1 | 3 | 4 |\n',
  ],
  [
    'keeps the order of keys on request',
    '',
    { b: 1, a: 2 },
    { sortHeaders: false },
    '|b|a|\n|---|---|\n| 1 | 2 |\n',
  ],
  ['escapes a header like a cell', '', [{ 'a|b\nc': 1 }], {}, '|a\\|b<br>c|\n|---|\n| 1 |\n'],
  [
    'lets a transform name the headers',
    '',
    [{ a: 1 }],
    { headerTransform: (header) => header.toUpperCase() },
    '|A|\n|---|\n| 1 |\n',
  ],
  ['shows a later row that is no object as empty', '', [{ a: 1 }, 'x'], {}, '|a|\n|---|\n| 1 |\n|  |\n'],
  [
    'finds only keys that a row itself holds',
    '',
    [{ a: 1 }],
    { headers: ['toString'] },
    '|toString|\n|---|\n|  |\n',
  ],
  ['hides a secret', '', [{ a: new Secret('pass') }], {}, '|a|\n|---|\n| *** |\n'],
];

describe('tableToMarkdown', () => {
  test.each(examples)('%s', (_title, name, data, options, expected) => {
    expect(tableToMarkdown(name, data, options)).toBe(expected);
  });

  test('asks for a header when the rows are plain values', () => {
    expect(() => tableToMarkdown('T', ['x', 'y'])).toThrow(
      "Missing headers param for tableToMarkdown. Example: headers=['Some Header']",
    );
  });

  const rows = fc.array(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })));

  test('never throws on rows of JSON, and gives each row one line with as many pipes as columns', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (data, removeNull) => {
        const lines = tableToMarkdown('', data, { removeNull }).split('\n');
        if (lines[0] === '**No entries.**') return;
        const columns = (lines[1] ?? '').split('---').length - 1;
        const body = lines.slice(2, -1);
        expect(body).toHaveLength(data.length);
        expect(lines.join('')).not.toMatch(/\r/);
        for (const line of body) expect(line.match(/(?<!\\)\|/g)).toHaveLength(columns + 1);
      }),
    );
  });

  test('never throws on any JSON value that has a header', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        expect(tableToMarkdown('T', data, { headers: ['h'] })).toMatch(/^### T\n/);
      }),
    );
  });
});
