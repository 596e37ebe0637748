import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Entry, EntryType } from '../../integration/results/entry.js';
import { errorEntry, fileEntry, noticeEntry, warningEntry } from '../../integration/results/raw-entry.js';
import { tableToMarkdown } from '../../integration/results/table.js';
import { paintEntries, paintEntry } from './entry.js';
import { textWidth } from './width.js';

const plain = { color: false };

function note(readable: string): Entry {
  return { Type: EntryType.NOTE, ContentsFormat: 'json', Contents: null, HumanReadable: readable };
}

function painted(readable: string, columns?: number): string {
  return paintEntry(note(readable), { color: false, columns });
}

describe('a readable text', () => {
  test.each<[string, string, string]>([
    ['a heading', '### Users\ntext', 'Users\ntext'],
    ['emphasis', 'a **b** _c_ ~~d~~ `e` snake_case_name', 'a b c d e snake_case_name'],
    ['line breaks', 'one\ntwo<br>three<br/>four', 'one\ntwo\nthree\nfour'],
    ['paragraphs', 'one\n\n\ntwo', 'one\n\ntwo'],
    ['a list', '- a\n- b\n  1. c\n  2. d\n- [x] e', '- a\n- b\n  1. c\n  2. d\n- [x] e'],
    ['a list that does not start at one', '3. a\n4. b', '3. a\n4. b'],
    ['a quote', '> a\n> b', '│ a\n│ b'],
    ['fenced code', '```json\n{"a": 1}\n\n  b\n```', '  {"a": 1}\n\n    b'.replace('\n\n', '\n  \n')],
    ['a link', '[portal](https://portal.example)', 'portal (https://portal.example)'],
    ['a link to itself', 'https://portal.example', 'https://portal.example'],
    [
      'a link that says one address and is another',
      '[https://a.example](https://b.example)',
      'https://a.example (https://b.example)',
    ],
    ['a mail address', 'adele@contoso.example', 'adele@contoso.example'],
    ['an image', '![logo](https://a.example/x.png)', 'logo (https://a.example/x.png)'],
    ['HTML', 'a <b>x</b> <script>alert(1)</script>', 'a <b>x</b> <script>alert(1)</script>'],
    ['a block of HTML', '<div>\nx\n</div>', '<div>\nx\n</div>'],
    ['a link definition', '[a]: https://a.example', '[a]: https://a.example'],
    ['entities', 'R&amp;D &lt;x&gt; &quot;y&quot;', 'R&D <x> "y"'],
    ['escapes', '\\*a\\* \\`b\\`', '*a* `b`'],
    ['a rule', 'a\n\n---', `a\n\n${'─'.repeat(40)}`],
  ])('shows %s', (_what, markdown, expected) => {
    expect(painted(markdown)).toBe(expected);
  });

  test('is wrapped at the width of the terminal, addresses excepted', () => {
    const address = 'https://graph.example/v1.0/users?$skiptoken=0123456789';
    expect(painted(`To get further results, enter this to the next_page parameter: ${address}`, 40)).toBe(
      `To get further results, enter this to\nthe next_page parameter:\n${address}`,
    );
  });

  test('is painted in styles where colors are on', () => {
    expect(paintEntry(note('### T\na **b** `c`'), { color: true })).toBe(
      '\x1b[1mT\x1b[0m\na \x1b[1mb\x1b[0m \x1b[36mc\x1b[0m',
    );
  });
});

describe('a table', () => {
  const rows = [
    { ID: '1', Name: 'Adele Stone', Phones: ['+1 555 0100', '+1 555 0101'] },
    { ID: '2', Name: '漢字 😀 a|b`c', Phones: [] },
  ];
  const markdown = tableToMarkdown('Users', rows, { metadata: 'Two of them' });

  test('is a box', () => {
    expect(painted(tableToMarkdown('', [{ a: 1, b: 'x' }, { a: 22 }]))).toBe(
      ['┌────┬───┐', '│ a  │ b │', '├────┼───┤', '│ 1  │ x │', '│ 22 │   │', '└────┴───┘'].join('\n'),
    );
  });

  test('parts its rows where one takes several lines, and measures wide characters', () => {
    expect(painted(markdown, 60)).toBe(
      [
        'Users',
        'Two of them',
        '',
        '┌────┬───────────────┬──────────────┐',
        '│ ID │ Name          │ Phones       │',
        '├────┼───────────────┼──────────────┤',
        '│ 1  │ Adele Stone   │ +1 555 0100, │',
        '│    │               │ +1 555 0101  │',
        '├────┼───────────────┼──────────────┤',
        '│ 2  │ 漢字 😀 a|b`c │              │',
        '└────┴───────────────┴──────────────┘',
      ].join('\n'),
    );
  });

  test('wraps a long cell', () => {
    expect(
      painted(tableToMarkdown('', [{ Id: 1, Text: 'The quick brown fox jumps over the dog' }]), 40),
    ).toBe(
      [
        '┌────┬─────────────────────────────────┐',
        '│ Id │ Text                            │',
        '├────┼─────────────────────────────────┤',
        '│ 1  │ The quick brown fox jumps over  │',
        '│    │ the dog                         │',
        '└────┴─────────────────────────────────┘',
      ].join('\n'),
    );
  });

  test('becomes one block per row where its columns would be too narrow', () => {
    const wide = rows.map((row) => ({
      ...row,
      'User Principal Name': `user${row.ID}@contoso.example`,
      Empty: '',
    }));
    expect(painted(tableToMarkdown('', wide), 40)).toBe(
      [
        'ID             1',
        'Name           Adele Stone',
        'Phones         +1 555 0100,',
        '               +1 555 0101',
        'User           user1@contoso.example',
        'Principal',
        'Name',
        '',
        'ID             2',
        'Name           漢字 😀 a|b`c',
        'User           user2@contoso.example',
        'Principal',
        'Name',
      ].join('\n'),
    );
  });

  test('keeps a hostile name inside its own cell', () => {
    expect(painted(tableToMarkdown('', [{ A: 'x\\|admin', B: 'real' }]))).toContain('│ x\\|admin │ real │');
  });

  test('stays within the terminal, with sides that line up', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '漢', '😀', 'e\u0301', '|', '`', '*', '<br>', '\n', '\\', '\x1b', '['),
    });
    const table = fc.array(fc.record({ A: text, B: text, C: fc.array(text), D: text }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.integer({ min: 40, max: 120 }), (data, columns) => {
        const lines = painted(tableToMarkdown('', data), columns).split('\n');
        const widths = lines.map(textWidth);
        expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
        if (lines[0]?.startsWith('┌')) expect(new Set(widths).size).toBe(1);
      }),
    );
  });
});

describe('an entry without a readable text', () => {
  test('shows a text as it is', () => {
    const entry = { ...note(''), ContentsFormat: 'text', Contents: '**ok**\n  two' };
    expect(paintEntry(entry, { color: true, columns: 40 })).toBe('**ok**\n  two');
  });

  test('shows an object as indented JSON', () => {
    expect(paintEntry({ ...note(''), Contents: { a: [1] } }, plain)).toBe('{\n  "a": [\n    1\n  ]\n}');
  });

  test('shows markdown contents as markdown', () => {
    expect(paintEntry({ ...note(''), ContentsFormat: 'markdown', Contents: '**a**' }, plain)).toBe('a');
  });

  test('says so when there is nothing', () => {
    expect(paintEntry(note(''), plain)).toBe('(no output)');
  });
});

describe('other kinds of entries', () => {
  test('an error is red, and each of its lines stays a line', () => {
    const entry = errorEntry('User x does not exist.\nCheck **the** name.');
    expect(paintEntry(entry, plain)).toBe('Error: User x does not exist.\nCheck **the** name.');
    expect(paintEntry(entry, { color: true })).toBe(
      '\x1b[31mError: User x does not exist.\x1b[0m\n\x1b[31mCheck **the** name.\x1b[0m',
    );
  });

  test('an error that says so itself does not say it twice', () => {
    expect(paintEntry(errorEntry('Error: no'), plain)).toBe('Error: no');
  });

  test('a warning is yellow, code in it included', () => {
    expect(paintEntry(warningEntry('Careful.'), plain)).toBe('Warning: Careful.');
    expect(paintEntry(noticeEntry('Run `x`.'), plain)).toBe('Warning:\nRun x.');
    expect(paintEntry(noticeEntry('`x`'), { color: true })).toBe('\x1b[33mWarning:\x1b[0m\n\x1b[33mx\x1b[0m');
  });

  test('a file shows its name', () => {
    expect(paintEntry(fileEntry('pass.zip', 'f1'), plain)).toBe('File: pass.zip');
    const saved = { ...fileEntry('pass.zip', 'f1'), HumanReadable: 'File saved: /home/ada/pass-2.zip' };
    expect(paintEntry(saved, plain)).toBe('File saved: /home/ada/pass-2.zip');
  });

  test('several entries are parted by an empty line', () => {
    expect(paintEntries([note('a'), errorEntry('b')], plain)).toBe('a\n\nError: b');
  });
});

describe('hostile text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\x1b[31m',
      '\x1b]0;x\x07',
      '\x9b2J',
      '\r',
      '\r\n',
      '\u202e',
      '&#27;',
      '&#x9b;',
      '[a](&#27;[2J)',
    ),
    fc.constantFrom(
      '**',
      '`',
      '|',
      '\n',
      '\n|a|\n|---|\n|',
      '\n- ',
      '\n> ',
      '\n```\n',
      '<br>',
      '<b>',
      '![',
      '](',
      '# ',
      '\\',
    ),
  );
  const hostile = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
  const entries = fc.record({
    Type: fc.constantFrom<number>(...Object.values(EntryType)),
    ContentsFormat: fc.constantFrom('text', 'json', 'markdown', 'html'),
    Contents: fc.oneof(hostile, fc.dictionary(hostile, hostile), fc.constant(null)),
    HumanReadable: fc.oneof(hostile, fc.constant(null)),
  });
  const controls = /[\p{Cc}\p{Bidi_Control}]/u;

  test('leaves no control character but line breaks in plain output', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(undefined, 40, 80), (entry, columns) => {
        const text = paintEntry(entry, { color: false, columns });
        expect(text.replaceAll('\n', '')).not.toMatch(controls);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves no escape sequence but our own in colored output', () => {
    const own = /\x1b\[(?:0|(?:1|2|3|4|9|31|33|36)(?:;(?:1|2|3|4|9|36))*)m/g;
    fc.assert(
      fc.property(entries, (entry) => {
        const text = paintEntry(entry, { color: true });
        expect(text.replace(own, '').replaceAll('\n', '')).toBe(
          paintEntry(entry, plain).replaceAll('\n', ''),
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['>', 20_000],
    ['- ', 5_000],
    ['[', 20_000],
    ['*a ', 5_000],
    ['1. * + ', 2_000],
  ])('is painted however deep it nests: %j', (text, times) => {
    expect(painted(`${text.repeat(times)}end`)).toContain('end');
  });
});
