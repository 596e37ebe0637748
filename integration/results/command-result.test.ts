import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Secret } from '../secret.js';
import { toEntries } from './command-result.js';
import { noticeEntry, warningEntry } from './raw-entry.js';

describe('toEntries', () => {
  test('a text alone gives a note with nine keys', () => {
    expect(toEntries({ text: 'Done.' })).toEqual([
      {
        Type: 1,
        ContentsFormat: 'json',
        Contents: null,
        HumanReadable: 'Done.',
        EntryContext: {},
        IndicatorTimeline: [],
        IgnoreAutoExtract: false,
        Note: false,
        Relationships: [],
      },
    ]);
  });

  test('a failure is an error entry that carries the context, and its warnings follow', () => {
    const outputs = [{ prefix: 'Push', key: 'ID', value: { ID: '7', Token: new Secret('x') } }];
    expect(toEntries({ failure: { text: 'Refused.' }, outputs, warnings: ['Look again.'] })).toEqual([
      {
        Type: 4,
        ContentsFormat: 'text',
        Contents: 'Refused.',
        EntryContext: { 'Push(val.ID && val.ID == obj.ID)': { ID: '7', Token: '***' } },
      },
      noticeEntry('Look again.'),
    ]);
  });

  test('a table shows the columns of all rows: the named ones first, the others sorted, the empty ones not at all', () => {
    const rows = [
      { b: 1, '@odata.type': 'x', empty: null },
      { ID: '7', a: [], Name: 'n' },
    ];
    const [entry] = toEntries({ table: { title: 'T', rows, metadata: 'm', columns: ['Name', 'nowhere'] } });
    expect(entry?.HumanReadable).toBe(
      '### T\nm\n|Name|@odata.type|ID|b|\n|---|---|---|---|\n|  | x |  | 1 |\n| n |  | 7 |  |\n',
    );
  });

  test('a row with one column stays a row', () => {
    const [entry] = toEntries({ table: { title: 'T', rows: [{ phones: ['1', '2'] }] } });
    expect(entry?.HumanReadable).toBe('### T\n|phones|\n|---|\n| 1,<br>2 |\n');
  });

  test.each([[[]], [[{}]], [[{ a: null }]]])('a table without content says so: %j', (rows) => {
    const [entry] = toEntries({ table: { title: 'T', rows, metadata: 'm' } });
    expect(entry?.HumanReadable).toBe('### T\nm\n**No entries.**\n');
  });

  test('each output goes under its own path', () => {
    const [entry] = toEntries({
      outputs: [
        { prefix: 'MSGraphUser', key: 'ID', value: [{ ID: '1' }] },
        { prefix: 'Account', key: ['ID', 'Type'], value: { ID: '1' } },
        { prefix: 'Plain', value: 5 },
        { prefix: 'MSGraphUser', selector: 'true', value: { NextPage: 'https://graph.example' } },
        { prefix: 'Nothing', value: null },
        { prefix: 'Empty', key: 'ID', value: [] },
      ],
    });
    expect(entry?.EntryContext).toEqual({
      'MSGraphUser(val.ID && val.ID == obj.ID)': [{ ID: '1' }],
      'Account(val.ID && val.ID == obj.ID && val.Type && val.Type == obj.Type)': { ID: '1' },
      Plain: 5,
      'MSGraphUser(true)': { NextPage: 'https://graph.example' },
    });
  });

  test.each<[string, Parameters<typeof toEntries>[0], unknown, string]>([
    ['the raw answer', { raw: { id: '1' }, outputs: [{ prefix: 'A', value: 2 }] }, { id: '1' }, 'json'],
    ['a raw text', { text: 'hi', raw: 'raw' }, 'raw', 'text'],
    ['a raw number', { raw: 0 }, 0, 'text'],
    ['a raw boolean', { raw: false }, false, 'text'],
    ['the only output', { outputs: [{ prefix: 'A', value: { a: 1 } }] }, { a: 1 }, 'json'],
    [
      'all outputs',
      {
        outputs: [
          { prefix: 'A', value: 1 },
          { prefix: 'B', value: 2 },
        ],
      },
      [1, 2],
      'json',
    ],
  ])('contents are %s', (_what, result, contents, format) => {
    expect(toEntries(result)[0]).toMatchObject({ Contents: contents, ContentsFormat: format });
  });

  test('further entries follow the main one', () => {
    const also = [noticeEntry('n'), warningEntry('w')];
    expect(toEntries({ text: 'x', also }).slice(1)).toEqual(also);
  });

  test('a secret never gets out, wherever it is', () => {
    const secret = new Secret('hunter2');
    const deep = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant(secret),
        fc.string(),
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(deep, (value) => {
        const entries = toEntries({
          table: { title: 'T', rows: [{ secret, value }] },
          outputs: [{ prefix: 'A', value: [secret, value] }],
          raw: { secret, value },
          also: [{ ...warningEntry('w', { B: value }), Contents: value }],
        });
        expect(JSON.stringify(entries)).not.toContain('hunter2');
        expect(entries[0]?.Contents).toMatchObject({ secret: '***' });
        expect(entries[0]?.HumanReadable).toContain('***');
      }),
    );
  });
});
