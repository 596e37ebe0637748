import { describe, expect, test } from '@jest/globals';
import { noteEntry } from './note-entry.js';

describe('noteEntry', () => {
  const rest = { Type: 1, IgnoreAutoExtract: false, IndicatorTimeline: [] };

  test('a lone text is the contents as well', () => {
    expect(noteEntry('hi')).toEqual({
      ...rest,
      HumanReadable: 'hi',
      ContentsFormat: 'text',
      Contents: 'hi',
      EntryContext: null,
    });
  });

  test('outputs are the contents when there is no raw answer', () => {
    expect(noteEntry('hi', { A: 1 })).toEqual({
      ...rest,
      HumanReadable: 'hi',
      ContentsFormat: 'json',
      Contents: { A: 1 },
      EntryContext: { A: 1 },
    });
  });

  test('a raw answer is the contents, in its own format', () => {
    expect(noteEntry('hi', { A: 1 }, [2])).toMatchObject({ ContentsFormat: 'json', Contents: [2] });
    expect(noteEntry('hi', null, 'raw')).toMatchObject({ ContentsFormat: 'text', Contents: 'raw' });
  });
});
