import { describe, expect, test } from '@jest/globals';
import { type CommandResultsOptions, commandResultsEntry } from './command-results.js';
import { EntryFormat } from './entry.js';

const nine = {
  Type: 1,
  ContentsFormat: 'json',
  Contents: null,
  HumanReadable: null,
  EntryContext: {},
  IndicatorTimeline: [],
  IgnoreAutoExtract: false,
  Note: false,
  Relationships: [],
};
const table = '### Results\n|id|t|\n|---|---|\n| 1 | x |\n';
const item = { id: 1, t: 'x' };

const cases: readonly [
  title: string,
  options: CommandResultsOptions,
  expected: Partial<typeof nine> | object,
][] = [
  ['a readable text alone', { readableOutput: 'hi' }, { HumanReadable: 'hi' }],
  [
    'an object under a prefix',
    { outputsPrefix: 'A.B', outputs: item },
    { Contents: item, HumanReadable: table, EntryContext: { 'A.B': item } },
  ],
  [
    'a list with a key',
    { outputsPrefix: 'A.B', outputsKeyField: 'id', outputs: [item] },
    { Contents: [item], HumanReadable: table, EntryContext: { 'A.B(val.id && val.id == obj.id)': [item] } },
  ],
  [
    'a list with two keys',
    { outputsPrefix: 'A.B', outputsKeyField: ['id', 't'], outputs: [item] },
    {
      Contents: [item],
      HumanReadable: table,
      EntryContext: { 'A.B(val.id && val.id == obj.id && val.t && val.t == obj.t)': [item] },
    },
  ],
  [
    'an object without a prefix, whose keys are paths',
    { outputs: item },
    { Contents: item, HumanReadable: table, EntryContext: item },
  ],
  [
    'outputs with a readable text and a raw answer',
    { outputsPrefix: 'A', outputs: item, readableOutput: 'hi', rawResponse: [1] },
    { Contents: [1], HumanReadable: 'hi', EntryContext: { A: item } },
  ],
  ['an empty list', { outputsPrefix: 'A', outputs: [] }, { Contents: [] }],
  [
    'an empty list with a readable text',
    { outputsPrefix: 'A', outputs: [], readableOutput: 'hi' },
    { Contents: [], HumanReadable: 'hi' },
  ],
  [
    'an empty object under a prefix',
    { outputsPrefix: 'A', outputs: {} },
    { Contents: {}, HumanReadable: '### Results\n**No entries.**\n', EntryContext: { A: {} } },
  ],
  [
    'a text under a prefix',
    { outputsPrefix: 'A', outputs: 'x' },
    { Contents: 'x', ContentsFormat: 'text', HumanReadable: 'x', EntryContext: { A: 'x' } },
  ],
  [
    'a number under a prefix',
    { outputsPrefix: 'A', outputs: 5 },
    { Contents: 5, ContentsFormat: 'text', HumanReadable: '5', EntryContext: { A: 5 } },
  ],
  [
    'a raw text',
    { readableOutput: 'hi', rawResponse: 'raw' },
    { Contents: 'raw', ContentsFormat: 'text', HumanReadable: 'hi' },
  ],
  ['a raw number', { rawResponse: 7 }, { Contents: 7, ContentsFormat: 'text' }],
  ['a raw boolean', { rawResponse: false }, { Contents: false, ContentsFormat: 'text' }],
  ['a raw fraction', { rawResponse: 1.5 }, { Contents: 1.5 }],
  [
    'a value that replaces the one that is there',
    { outputsPrefix: 'A.B.T', outputs: { a: 1, b: 2 }, replaceExisting: true, readableOutput: 'hi' },
    { Contents: { a: 1, b: 2 }, HumanReadable: 'hi', EntryContext: { 'A.B(true)': { T: { a: 1, b: 2 } } } },
  ],
  ['nothing at all', {}, {}],
  [
    'an empty readable text, which counts as none',
    { outputsPrefix: 'A', outputs: item, readableOutput: '' },
    { Contents: item, HumanReadable: table, EntryContext: { A: item } },
  ],
  [
    'a content format of its own',
    { readableOutput: 'hi', rawResponse: '<p>', contentFormat: EntryFormat.HTML },
    { Contents: '<p>', ContentsFormat: 'html', HumanReadable: 'hi' },
  ],
];

describe('commandResultsEntry', () => {
  test.each(cases)('makes an entry of %s', (_title, options, expected) => {
    const entry = commandResultsEntry(options);
    expect(entry).toEqual({ ...nine, ...expected });
    expect(Object.keys(entry)).toEqual(Object.keys(nine));
  });

  test.each<[string, CommandResultsOptions]>([
    ['outputs_prefix is missing', { outputs: [1] }],
    ['outputs_prefix is missing', { outputs: 'x', outputsPrefix: '' }],
    ['outputs_prefix cannot be "."', { outputs: {}, outputsPrefix: '.' }],
    ['must be a nested path', { outputs: { a: 1 }, outputsPrefix: 'A', replaceExisting: true }],
    ['Missing headers', { outputs: ['x'], outputsPrefix: 'A' }],
  ])('refuses with "%s" what cannot be stored or shown', (message, options) => {
    expect(() => commandResultsEntry(options)).toThrow(message);
  });
});
