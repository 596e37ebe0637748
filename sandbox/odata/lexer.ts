import { badRequest, type GraphProblem } from '../graph/problem.js';

/** A literal value in a query. */
export type Literal =
  | { readonly type: 'String' | 'Guid' | 'DateTimeOffset'; readonly value: string }
  | { readonly type: 'Int'; readonly value: number }
  | { readonly type: 'Boolean'; readonly value: boolean }
  | { readonly type: 'Null'; readonly value: null };

/** A piece of a query expression. */
export type Token =
  | { readonly kind: 'literal'; readonly literal: Literal; readonly at: number }
  | { readonly kind: 'word' | 'mark'; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly at: number };

const space = /\s+/y;
const string = /'((?:[^']|'')*)'/y;
const guid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\w-])/iy;
const dateTime = /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d))?(?![\w:.-])/iy;
const integer = /-?\d+(?![\w.-])/y;
const word = /[A-Za-z_@$][\w.@]*/y;
const mark = /[(),:/]/y;

/** The 400 for text that is no valid `$filter` (Graph wraps the OData library's message). */
export function syntaxError(position: number, text: string): GraphProblem {
  return badRequest(`Invalid filter clause: Syntax error at position ${position} in '${text}'.`);
}

function literalOf(text: string): Literal | undefined {
  if (text === 'true' || text === 'false') return { type: 'Boolean', value: text === 'true' };
  return text === 'null' ? { type: 'Null', value: null } : undefined;
}

/**
 * Splits a `$filter` into tokens (OData 4.01 URL conventions).
 *
 * @param text The decoded option.
 * @returns The tokens; the last one is the end.
 * @throws GraphProblem 400 with the position of what is not understood.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    const blank = take(space);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const token = nextToken(take, at);
    if (!token) throw syntaxError(at, text);
    tokens.push(token.token);
    at += token.length;
  }
  tokens.push({ kind: 'end', at });
  return tokens;
}

function nextToken(
  take: (pattern: RegExp) => RegExpExecArray | null,
  at: number,
): { token: Token; length: number } | undefined {
  const literal = (found: RegExpExecArray, value: Literal) => ({
    token: { kind: 'literal', literal: value, at } as const,
    length: found[0].length,
  });
  let found = take(string);
  if (found) return literal(found, { type: 'String', value: (found[1] ?? '').replaceAll("''", "'") });
  found = take(guid);
  if (found) return literal(found, { type: 'Guid', value: found[0].toLowerCase() });
  found = take(dateTime);
  if (found) {
    return Number.isNaN(Date.parse(found[0]))
      ? undefined
      : literal(found, { type: 'DateTimeOffset', value: found[0] });
  }
  found = take(integer);
  if (found) return literal(found, { type: 'Int', value: Number(found[0]) });
  found = take(word);
  if (found) {
    const named = literalOf(found[0]);
    return named
      ? literal(found, named)
      : { token: { kind: 'word', text: found[0], at }, length: found[0].length };
  }
  found = take(mark);
  return found ? { token: { kind: 'mark', text: found[0], at }, length: 1 } : undefined;
}
