import { badRequest } from '../graph/problem.js';
import type { Comparison, Filter, PropertyPath } from './filter.js';
import { syntaxError, tokenize, type Literal, type Token } from './lexer.js';

const comparisons: ReadonlySet<string> = new Set(['eq', 'ne', 'ge', 'le', 'gt', 'lt']);
const matches = new Map<string, 'startsWith' | 'endsWith' | 'contains'>([
  ['startswith', 'startsWith'],
  ['endswith', 'endsWith'],
  ['contains', 'contains'],
]);

/** Deeper nesting than this is refused, as no person writes it and it would exhaust the stack. */
const deepest = 100;

function isComparison(text: string): text is Comparison {
  return comparisons.has(text);
}

/**
 * Parses a `$filter` by recursive descent; operators and functions may be written in any case. Precedence, loosest
 * first: `or`, `and`, `not` (OData 4.01 URL conventions 5.1.1.14).
 *
 * @param text The decoded option.
 * @throws GraphProblem 400 that names the position.
 */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text);
  let next = 0;
  let depth = 0;

  const peek = (ahead = 0): Token => tokens[next + ahead] ?? { kind: 'end', at: text.length };
  const fail = () => syntaxError(peek().at, text);
  const isMark = (mark: string, ahead = 0) => {
    const token = peek(ahead);
    return token.kind === 'mark' && token.text === mark;
  };
  const isWord = (word: string) => {
    const token = peek();
    return token.kind === 'word' && token.text.toLowerCase() === word;
  };
  const expectMark = (mark: string) => {
    if (!isMark(mark)) throw fail();
    next += 1;
  };
  const takeWord = (): string => {
    const token = peek();
    if (token.kind !== 'word') throw fail();
    next += 1;
    return token.text;
  };
  const takeLiteral = (): Literal => {
    const token = peek();
    if (token.kind !== 'literal') throw fail();
    next += 1;
    return token.literal;
  };

  function either(): Filter {
    let left = both();
    while (isWord('or')) {
      next += 1;
      left = { kind: 'or', left, right: both() };
    }
    return left;
  }

  function both(): Filter {
    let left = unary();
    while (isWord('and')) {
      next += 1;
      left = { kind: 'and', left, right: unary() };
    }
    return left;
  }

  function unary(): Filter {
    depth += 1;
    if (depth > deepest) throw badRequest('Invalid filter clause: The recursion limit has been exceeded.');
    const result = isWord('not') ? negation() : primary();
    depth -= 1;
    return result;
  }

  function negation(): Filter {
    next += 1;
    const isGrouped = isMark('(');
    const operand = unary();
    // `not` binds tighter than `eq`, so this would negate the property alone.
    if (!isGrouped && (operand.kind === 'compare' || operand.kind === 'in')) {
      throw badRequest(
        "Invalid filter clause: A unary operator with an incompatible type was detected for operator kind 'Not'.",
      );
    }
    return { kind: 'not', operand };
  }

  function primary(): Filter {
    if (isMark('(')) {
      next += 1;
      const inner = either();
      expectMark(')');
      return inner;
    }
    return peek().kind === 'word' && isMark('(', 1) ? functionCall() : condition();
  }

  function functionCall(): Filter {
    const name = takeWord();
    const match = matches.get(name.toLowerCase());
    if (!match) {
      throw badRequest(`Invalid filter clause: An unknown function with name '${name}' was found.`);
    }
    expectMark('(');
    const path = propertyPath();
    expectMark(',');
    const value = takeLiteral();
    if (value.type !== 'String') throw fail();
    expectMark(')');
    return { kind: 'match', match, path, value: value.value };
  }

  function propertyPath(): string[] {
    const path = [takeWord()];
    while (isMark('/')) {
      next += 1;
      path.push(takeWord());
    }
    return path;
  }

  function condition(): Filter {
    const path = propertyPath();
    const last = path.at(-1) ?? '';
    if (path.length > 1 && isMark('(')) return lambda(path.slice(0, -1), last);
    if (last === '$count') return countCondition(path.slice(0, -1));
    if (isWord('in')) return membership(path);
    return { kind: 'compare', path, operator: comparison(), value: takeLiteral() };
  }

  function comparison(): Comparison {
    const token = peek();
    const operator = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (!isComparison(operator)) throw fail();
    next += 1;
    return operator;
  }

  function countCondition(path: PropertyPath): Filter {
    const operator = comparison();
    const value = takeLiteral();
    if (value.type !== 'Int') throw fail();
    return { kind: 'count', path, operator, value };
  }

  function membership(path: PropertyPath): Filter {
    next += 1;
    expectMark('(');
    const values = [takeLiteral()];
    while (isMark(',')) {
      next += 1;
      values.push(takeLiteral());
    }
    expectMark(')');
    return { kind: 'in', path, values };
  }

  function lambda(path: PropertyPath, name: string): Filter {
    if (name.toLowerCase() !== 'any') throw fail();
    expectMark('(');
    const variable = takeWord();
    expectMark(':');
    const inner = either();
    expectMark(')');
    return { kind: 'any', path, variable, condition: inner };
  }

  const filter = either();
  if (peek().kind !== 'end') throw fail();
  return filter;
}
