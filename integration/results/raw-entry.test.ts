import { describe, expect, test } from '@jest/globals';
import { EntryType } from './entry.js';
import {
  entriesFromAnything,
  errorEntry,
  errorText,
  fileEntry,
  isErrorEntry,
  noticeEntry,
  warningEntry,
} from './raw-entry.js';

describe('entriesFromAnything', () => {
  test('an entry stays as it is', () => {
    const entry = { Type: 11, Contents: { a: 1 }, ContentsFormat: 'json', Own: true };
    expect(entriesFromAnything(entry)).toEqual([entry]);
  });

  test('an entry without a type is a note', () => {
    expect(entriesFromAnything({ Contents: 'x', ContentsFormat: 'text' })).toEqual([
      { Type: 1, Contents: 'x', ContentsFormat: 'text' },
    ]);
  });

  test.each<[unknown, string, string]>([
    [{ Contents: 'x' }, 'json', '{"Contents":"x"}'],
    [{ a: [1] }, 'json', '{"a":[1]}'],
    ['ok', 'text', 'ok'],
    [5, 'text', '5'],
    [true, 'text', 'True'],
    [null, 'text', 'None'],
    [undefined, 'text', 'None'],
    [new TextEncoder().encode('grüß'), 'text', 'grüß'],
  ])('%j becomes one note', (value, format, contents) => {
    expect(entriesFromAnything(value)).toEqual([{ Type: 1, ContentsFormat: format, Contents: contents }]);
  });

  test('a list becomes one entry per element', () => {
    expect(entriesFromAnything(['a', { b: 1 }]).map((entry) => entry.Contents)).toEqual(['a', '{"b":1}']);
  });
});

describe('error entries', () => {
  test('the message is the contents', () => {
    expect(errorEntry('No such user.')).toEqual({
      Type: 4,
      ContentsFormat: 'text',
      Contents: 'No such user.',
      EntryContext: null,
    });
  });

  test('a message of 50,000 characters is kept, whatever plane they are from', () => {
    const message = '😀'.repeat(50_000);
    expect(errorEntry(message).Contents).toBe(message);
  });

  test('a longer message keeps its first and its last 25,000 characters', () => {
    const message = `${'a'.repeat(25_000)}x${'b'.repeat(25_000)}`;
    const expected = `${'a'.repeat(25_000)}...This error body was truncated...${'b'.repeat(25_000)}`;
    expect(errorEntry(message).Contents).toBe(expected);
  });

  test('an answer is a failure when it is, or holds, an error entry', () => {
    expect(isErrorEntry(errorEntry('x'))).toBe(true);
    expect(isErrorEntry([warningEntry('w'), errorEntry('x')])).toBe(true);
    expect(isErrorEntry([warningEntry('w')])).toBe(false);
    expect(isErrorEntry('x')).toBe(false);
    expect(isErrorEntry(null)).toBe(false);
  });

  test('the error text is that of every error entry', () => {
    const entries = [errorEntry('one'), warningEntry('w'), { ...errorEntry(''), Contents: { code: 2 } }];
    expect(errorText(entries)).toBe('one\n{"code":2}');
    expect(errorText(errorEntry('one'))).toBe('one');
    expect(errorText([])).toBe('');
  });
});

describe('other entries', () => {
  test('a warning carries its message as contents', () => {
    expect(warningEntry('Careful.', { A: 1 })).toEqual({
      Type: 11,
      ContentsFormat: 'text',
      IgnoreAutoExtract: false,
      Contents: 'Careful.',
      EntryContext: { A: 1 },
    });
  });

  test('a notice is for people only', () => {
    expect(noticeEntry('Tokens live for an hour.')).toMatchObject({
      Type: 11,
      Contents: '',
      HumanReadable: 'Tokens live for an hour.',
    });
  });

  test('a file entry names the file and where its bytes are', () => {
    expect(fileEntry('pass.zip', 'f1')).toEqual({
      Contents: '',
      ContentsFormat: 'text',
      Type: 3,
      File: 'pass.zip',
      FileID: 'f1',
    });
    expect(fileEntry('report.pdf', 'f2', EntryType.INFO_FILE).Type).toBe(9);
  });

  test('a file name cannot climb out of its folder', () => {
    expect(fileEntry('../../etc/x', 'f').File).toBe('etc/x');
    expect(fileEntry('....//x', 'f').File).toBe('x');
  });
});
