import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GraphProblem } from '../graph/problem.js';
import { originalPerson } from '../tenant/people.js';
import { matchesFilter } from './filter-match.js';
import { parseFilter } from './filter-parser.js';
import type { Filter } from './filter.js';

/** Properties that hold one text each, and texts that are in the tenant or nearly so. */
const property = fc.constantFrom('displayName', 'department', 'jobTitle', 'mail');
const text = fc.oneof(
  fc.constantFrom('Adele Winterbourne', 'Security', "Shane O'Brien", 'adele@contoso.example', ''),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    path: property.map((name) => [name]),
    operator: fc.constantFrom('eq' as const, 'ne' as const, 'ge' as const, 'le' as const),
    value: text.map((value) => ({ type: 'String' as const, value })),
  }),
  fc.record({
    kind: fc.constant('match' as const),
    match: fc.constantFrom('startsWith' as const, 'endsWith' as const),
    path: property.map((name) => [name]),
    value: text,
  }),
  fc.record({
    kind: fc.constant('in' as const),
    path: property.map((name) => [name]),
    values: fc.array(
      text.map((value) => ({ type: 'String' as const, value })),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

const filter = fc.letrec<{ node: Filter }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ kind: fc.constant('and' as const), left: tie('node'), right: tie('node') }),
    fc.record({ kind: fc.constant('or' as const), left: tie('node'), right: tie('node') }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('node') }),
  ),
})).node;

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Writes a filter with all parentheses, the plainest way there is. */
function written(node: Filter): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${written(node.left)} ${node.kind} ${written(node.right)})`;
    case 'not':
      return `not(${written(node.operand)})`;
    case 'compare':
      return `${node.path.join('/')} ${node.operator} ${quoted(String(node.value.value))}`;
    case 'in':
      return `${node.path.join('/')} in (${node.values.map(({ value }) => quoted(String(value))).join(',')})`;
    case 'match':
      return `${node.match}(${node.path.join('/')},${quoted(node.value)})`;
    default:
      throw new Error(`No ${node.kind} is made here.`);
  }
}

describe('the filter parser', () => {
  test('reads back every filter it can be given, whatever is in the quotes', () => {
    fc.assert(
      fc.property(filter, (node) => {
        expect(parseFilter(written(node))).toEqual(node);
      }),
    );
  });

  test('answers any text with a filter or a 400, never with a crash', () => {
    const scraps = fc.constantFrom(
      '(',
      ')',
      "'",
      "'a'",
      ' eq ',
      ' and ',
      'not',
      'mail',
      '/',
      'any(',
      ':',
      ',',
      '1',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps).map((parts) => parts.join('')),
        ),
        (any) => {
          try {
            parseFilter(any);
          } catch (error) {
            expect(error).toBeInstanceOf(GraphProblem);
            expect(error).toHaveProperty('status', 400);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('lets and bind tighter than or, and not tighter than and', () => {
    const grouped = (source: string) => written(parseFilter(source));
    const [a, b, c] = ["mail eq 'a'", "mail eq 'b'", "mail eq 'c'"];
    expect(grouped(`${a} or ${b} and ${c}`)).toBe(`(${a} or (${b} and ${c}))`);
    expect(grouped(`NOT (${a}) AND ${b}`)).toBe(`(not(${a}) and ${b})`);
    expect(grouped(`${a} or ${b} or ${c}`)).toBe(`((${a} or ${b}) or ${c})`);
  });

  test('refuses nesting that nobody writes', () => {
    expect(() => parseFilter(`${'('.repeat(5000)}mail eq 'a'${')'.repeat(5000)}`)).toThrow(/recursion limit/);
  });
});

describe('a parsed filter', () => {
  test('finds exactly the opposite when negated, and both sides when joined', () => {
    const person = fc.nat({ max: 40 }).map(originalPerson);
    fc.assert(
      fc.property(filter, filter, person, (left, right, someone) => {
        const [isLeft, isRight] = [matchesFilter(left, someone), matchesFilter(right, someone)];
        expect(matchesFilter({ kind: 'not', operand: left }, someone)).toBe(!isLeft);
        expect(matchesFilter({ kind: 'and', left, right }, someone)).toBe(isLeft && isRight);
        expect(matchesFilter({ kind: 'or', left, right }, someone)).toBe(isLeft || isRight);
      }),
    );
  });
});
