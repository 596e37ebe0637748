import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { optionIn, readOptions } from './ask-options.js';
import { codesIn, newCode, withoutCode } from './ask-question.js';
import { readPatience } from './ask-time.js';

describe('an answer', () => {
  test.each([
    ['no', 'no'],
    [' NO!! ', 'no'],
    ['“No.” 🙅🏽‍♀️', 'no'],
    ['ｙｅｓ', 'yes'],
    ['n-o', undefined],
    ['nope', undefined],
    ['no, yes', undefined],
    ['yes or no?', undefined],
    ['no idea', undefined],
    ['👍', undefined],
    ['', undefined],
  ])('%j is the option %j of yes and no', (said, option) => {
    expect(optionIn(said, ['yes', 'no'])).toBe(option);
  });

  test('is its option in any case, and among any signs', () => {
    const signs = fc.string({ unit: fc.constantFrom(' ', '!', '.', '"', '🙂', '*', '\n', '(', '…') });
    const options = ['Not me', 'It was me', 'ça va'];
    fc.assert(
      fc.property(
        fc.constantFrom(...options),
        fc.boolean(),
        signs,
        signs,
        (option, isLoud, before, after) => {
          const said = before + (isLoud ? option.toUpperCase() : option.toLowerCase()) + after;
          expect(optionIn(said, options)).toBe(option);
        },
      ),
    );
  });

  test('with words before or behind its option is none', () => {
    fc.assert(
      fc.property(fc.constantFrom('yes', 'no'), fc.stringMatching(/^[a-z]{1,9}$/), (option, word) => {
        expect(optionIn(`${option} ${word}`, ['yes', 'no'])).toBeUndefined();
        expect(optionIn(`${word} ${option}`, ['yes', 'no'])).toBeUndefined();
      }),
    );
  });
});

describe('options', () => {
  test.each([
    [['yes']],
    [['yes', 'Yes!']],
    [['👍', '👎']],
    [['yes', 'no', 'open']],
    [Array.from({ length: 11 }, (_, index) => `o${index}`)],
  ])('%j cannot be told apart, and are refused', (names) => {
    expect(() => readOptions(names)).toThrow();
  });

  test('have a default among them, in the spelling of the option', () => {
    expect(readOptions(['Yes', 'No'], 'no!').byDefault).toBe('No');
    expect(() => readOptions(['Yes', 'No'], 'perhaps')).toThrow('none of the options: Yes, No');
  });

  test('may be open, where any text is a default', () => {
    expect(readOptions(['Open'], 'not heard of')).toEqual({
      names: ['open'],
      isOpen: true,
      byDefault: 'not heard of',
    });
  });
});

describe('the time to answer', () => {
  test.each([
    ['60', 60],
    ['900', 900],
    ['15m', 900],
    ['15 M', 900],
    ['24h', 86_400],
    ['86400s', 86_400],
  ])('%s is %d seconds', (text, seconds) => {
    expect(readPatience(text)).toBe(seconds);
  });

  test.each(['59', '0', '25h', '86401', '1d', '-5m', '1.5h', '', 'm'])('%j is refused', (text) => {
    expect(() => readPatience(text)).toThrow('is not allowed');
  });
});

test('a code is found behind a number sign, and taken out of an answer', () => {
  fc.assert(
    fc.property(
      fc.constant(0).map(() => newCode()),
      (code) => {
        expect(code).toMatch(/^[B-Z][2-9]{3}$/);
        expect(codesIn(`yes #${code.toLowerCase()}!`)).toEqual([code]);
        expect(withoutCode(`yes #${code}`, code)).toBe('yes');
        expect(withoutCode(`${code} no`, code)).toBe('no');
        expect(withoutCode(`x${code}1`, code)).toBe(`x${code}1`);
      },
    ),
  );
});
