import { ArgumentError } from '../../integration/errors.js';

/** One step of a query, in the order of the text. */
export type Step =
  | { readonly kind: 'member'; readonly name: string }
  /** `[n]`, or `[from:to]` with the end included. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'filter'; readonly expression: string }
  | { readonly kind: 'mutator'; readonly expression: string };

/**
 * Takes a query apart: `segment.segment(filter).[0:2].segment=mutator`. A lone `.`, or one at the start, is where the
 * query begins. A segment may hold spaces.
 * @throws ArgumentError that names the position at fault.
 */
export function parseQuery(text: string): readonly Step[] {
  const steps: Step[] = [];
  let at = text.startsWith('.') ? 1 : 0;
  while (at < text.length) {
    const { step, end } = readStep(text, at);
    if (step) steps.push(step);
    at = end;
  }
  return steps;
}

function readStep(text: string, at: number): { step?: Step; end: number } {
  switch (text.charAt(at)) {
    case '(': {
      const end = endOfFilter(text, at);
      return { step: { kind: 'filter', expression: text.slice(at + 1, end) }, end: end + 1 };
    }
    case '[':
      return readRange(text, at);
    case '=':
      return { step: { kind: 'mutator', expression: text.slice(at + 1) }, end: text.length };
    case '.':
      if (at + 1 === text.length || text.charAt(at + 1) === '.')
        throw fault(text, at + 1, 'a name is missing');
      return { end: at + 1 };
    default: {
      const name = /^[^.([=]+/.exec(text.slice(at))?.[0] ?? '';
      return { step: { kind: 'member', name }, end: at + name.length };
    }
  }
}

function readRange(text: string, at: number): { step: Step; end: number } {
  const [found, from, to] = /^\[(\d+)(?::(\d+))?\]/.exec(text.slice(at)) ?? [];
  if (found === undefined || from === undefined)
    throw fault(text, at, '[ ] takes a number, or two as in [0:2]');
  const first = Number(from);
  const last = to === undefined ? first : Number(to);
  return { step: { kind: 'range', from: first, to: last }, end: at + found.length };
}

/**
 * Where the parenthesis that opens at `start` closes; quoted texts and parentheses inside it are passed over.
 * @throws ArgumentError where it does not.
 */
export function endOfFilter(text: string, start: number): number {
  const part = /[()]|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'/g;
  part.lastIndex = start;
  let depth = 0;
  for (let found = part.exec(text); found; found = part.exec(text)) {
    if (found[0] === '(') depth++;
    if (found[0] === ')') depth--;
    if (depth === 0) return found.index;
  }
  throw fault(text, start, 'the closing parenthesis is missing');
}

function fault(text: string, index: number, what: string): ArgumentError {
  return new ArgumentError(`Context path ${JSON.stringify(text)}, position ${index + 1}: ${what}.`);
}
