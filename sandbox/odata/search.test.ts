import { describe, expect, test } from '@jest/globals';
import { wordsOf } from './search.js';

describe('words of a text', () => {
  const cases: [string, string[]][] = [
    ['Peter van den Berg', ['peter', 'van', 'den', 'berg']],
    ['Anna-Lena Vogt', ['anna', 'lena', 'vogt']],
    ['HelpDesk2ndLine', ['help', 'desk', '2', 'nd', 'line']],
    ['ITSupport', ['it', 'support']],
    ['Tomáš Dvořák', ['tomáš', 'dvořák']],
    ['ABC', ['abc']],
    ['', []],
  ];

  test.each(cases)('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
