import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArgumentError } from '../../integration/errors.js';
import { compileExpression } from './expression.js';

const evaluate = (text: string, val?: unknown, obj?: unknown): unknown =>
  compileExpression(text, ['val', 'obj'])({ val, obj });

describe('what filters and mutators are written with', () => {
  test.each<[string, unknown, unknown]>([
    ['val.A == 5', { A: '5' }, true],
    ['val.A === 5', { A: '5' }, false],
    ['val.A != null', {}, false],
    ['val == undefined', null, true],
    ['val.indexOf("@x") > 0', 'a@x', true],
    ['val.toUpperCase() + "!"', 'adele', 'ADELE!'],
    ['val.split(",")[1].trim()', 'a, b', 'b'],
    ['val.length >= 2 && !val.includes("z")', ['a', 'b'], true],
    ['val.A || "none"', { A: '' }, 'none'],
    ['val.A ? val.A.B : -1', { A: { B: 3 } }, 3],
    ['val["display name"]', { 'display name': 'Adele' }, 'Adele'],
    ['{"id": val.ID, name: [val.Name, {}],}', { ID: 1, Name: 'A' }, { id: 1, name: ['A', {}] }],
    ['[{"__proto__": val}][0].x', { x: 1 }, undefined],
    ['"10" < "9"', null, true],
    ['10 < "9"', null, false],
  ])('%s', (text, val, result) => {
    expect(evaluate(text, val)).toEqual(result);
  });

  test('a member of nothing throws, as in JavaScript', () => {
    expect(() => evaluate("val.NextPage.indexOf('http') >= 0", {})).toThrow(TypeError);
  });
});

describe('what is refused before anything is evaluated', () => {
  test.each([
    'process.exit(1)',
    'globalThis',
    'this',
    'this.constructor',
    'val.constructor("return 1")()',
    'val.constructor.constructor("return process")()',
    'val["constructor"]["constructor"]("x")',
    'val.toString()',
    'val.A.call(val)',
    'val.valueOf()',
    'val.replace("a", "b")',
    'val.repeat(1000000000)',
    'val = 1',
    'val => val',
    'val; val',
    'val?.A',
    '`${val}`',
    'new Function("x")',
    'vall.A == 1',
    '(function(){})()',
    '((((',
    '{"a"',
    '{"a": }',
    '',
    `${'('.repeat(3000)}1${')'.repeat(900)}`,
    `val${'.a'.repeat(3000)}`,
  ])('%s', (text) => {
    expect(() => compileExpression(text, ['val', 'obj'])).toThrow(ArgumentError);
  });
});

describe('nothing inherited can be reached', () => {
  const values: unknown[] = ['text', 5, true, ['a'], { A: 1 }];
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'])(
    '%s',
    (name) => {
      for (const val of values) {
        expect(evaluate(`val["${name}"]`, val)).toBeUndefined();
        expect(evaluate(`val.${name}`, val)).toBeUndefined();
      }
    },
  );

  test('a member of that name which the value itself holds is data', () => {
    expect(evaluate('val.constructor', JSON.parse('{"constructor": "Volvo"}'))).toBe('Volvo');
    expect(evaluate('val["__proto__"]', JSON.parse('{"__proto__": "own"}'))).toBe('own');
  });
});

test('an object never runs its own code when it is compared or joined', () => {
  const hostile = { toString: () => 'ran', valueOf: () => 1 };
  expect(evaluate('val == "ran"', hostile)).toBe(false);
  expect(() => evaluate('val + ""', hostile)).toThrow(TypeError);
  expect(() => evaluate('val < 2', hostile)).toThrow(TypeError);
});

test('a text that doubles again and again is stopped', () => {
  const doubling = Array.from({ length: 40 }).reduce<string>((text) => `(${text}+val)`, 'val');
  expect(() => evaluate(doubling, 'x'.repeat(100_000))).toThrow(RangeError);
});

test('for whatever text, the answer is a value or an error of ours', () => {
  const parts = [
    'val',
    'obj',
    '.',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"a"',
    ':',
    ',',
    '+',
    '==',
    '!',
    'constructor',
    '__proto__',
    ' ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (words) => {
      try {
        const result = evaluate(words.join(''), { a: 'b' }, ['c']);
        expect(typeof result).not.toBe('function');
        expect([Object.prototype, Array.prototype, String.prototype]).not.toContain(result);
      } catch (error) {
        expect([ArgumentError, TypeError, RangeError]).toContain((error as Error).constructor);
      }
    }),
    { numRuns: 2000 },
  );
});
