import jsep from 'jsep';
import { ArgumentError } from '../../integration/errors.js';
import { setMember } from '../../integration/results/plain.js';
import { callMethod, isKnownMethod, memberOf } from './methods.js';
import { understandObjectLiterals } from './object-literal.js';
import { binaryOperators, unaryOperators } from './operators.js';

/** Characters of an expression; real ones have some dozens. */
const LONGEST = 4_000;

/** Parts that one evaluation may go through. An expression has no loops, so no real one comes near. */
const MOST_STEPS = 10_000;

understandObjectLiterals();

/** What an expression's names stand for. */
export type Names = Readonly<Record<string, unknown>>;

/**
 * An expression, ready to be evaluated.
 * @param names Values of the names that it was compiled with.
 * @throws TypeError or RangeError where JavaScript would throw, ArgumentError when it goes on for too long.
 */
export type Expression = (names: Names) => unknown;

interface Scope {
  readonly names: Names;
  steps: number;
}

type Part = (scope: Scope) => unknown;

/**
 * Compiles an expression of a filter or mutator. It is JavaScript, of which only a white list is understood: literals,
 * members that a value itself holds, some methods of texts and lists, comparisons, `&& || ! + - ? :`, `[ ]` and `{ }`.
 * Nothing is ever run as code, and neither globals nor prototypes can be reached.
 *
 * @param names The names that may be used, such as `val` and `obj`.
 * @throws ArgumentError that says what cannot be understood.
 */
export function compileExpression(text: string, names: readonly string[]): Expression {
  if (text.length > LONGEST) throw notUnderstood(`${text.slice(0, 40)}…`, 'It is too long.');
  let part: Part;
  try {
    part = compile(jsep(text), names);
  } catch (error) {
    throw notUnderstood(text, error instanceof Error ? error.message : String(error));
  }
  return (values) => part({ names: values, steps: 0 });
}

function notUnderstood(text: string, why: string): ArgumentError {
  return new ArgumentError(
    `The expression ${JSON.stringify(text)} cannot be understood: ${why}`,
    'Write it with val, literals, comparisons, && || !, and methods such as indexOf or toLowerCase.',
  );
}

function compile(node: jsep.Expression, names: readonly string[]): Part {
  const part = partOf(node, names);
  return (scope) => {
    scope.steps += 1;
    if (scope.steps > MOST_STEPS)
      throw new ArgumentError('An expression of the context goes on for too long.');
    return part(scope);
  };
}

function partOf(node: jsep.Expression, names: readonly string[]): Part {
  const child = (key: string): Part => compile(nodeAt(node, key), names);
  switch (node.type) {
    case 'Literal': {
      const { value } = node;
      return () => value;
    }
    case 'Identifier':
      return nameOf(node, names);
    case 'MemberExpression': {
      const object = child('object');
      const key = keyOf(node, names);
      return (scope) => memberOf(object(scope), key(scope));
    }
    case 'CallExpression':
      return callOf(node, names);
    case 'UnaryExpression': {
      const operator = known(unaryOperators, textAt(node, 'operator'));
      const argument = child('argument');
      return (scope) => operator(argument(scope));
    }
    case 'BinaryExpression':
      return binaryOf(textAt(node, 'operator'), child('left'), child('right'));
    case 'ConditionalExpression': {
      const [test, then, otherwise] = [child('test'), child('consequent'), child('alternate')];
      return (scope) => (test(scope) ? then(scope) : otherwise(scope));
    }
    case 'ArrayExpression': {
      const elements = nodesAt(node, 'elements').map((element) => compile(element, names));
      return (scope) => elements.map((element) => element(scope));
    }
    case 'ObjectExpression':
      return objectOf(node, names);
    default:
      throw new SyntaxError(`${node.type} is not allowed.`);
  }
}

function nameOf(node: jsep.Expression, names: readonly string[]): Part {
  const name = textAt(node, 'name');
  if (name === 'undefined') return () => undefined;
  if (!names.includes(name)) throw new SyntaxError(`There is no ${name}, only ${names.join(' and ')}.`);
  return (scope) => scope.names[name];
}

function keyOf(node: jsep.Expression, names: readonly string[]): Part {
  const property = nodeAt(node, 'property');
  if (node['optional'] === true) throw new SyntaxError('?. is not allowed.');
  if (node['computed'] === true) return compile(property, names);
  const name = textAt(property, 'name');
  return () => name;
}

function callOf(node: jsep.Expression, names: readonly string[]): Part {
  const callee = nodeAt(node, 'callee');
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) {
    throw new SyntaxError('Only methods can be called.');
  }
  const method = textAt(nodeAt(callee, 'property'), 'name');
  if (!isKnownMethod(method)) throw new SyntaxError(`${method}() is not allowed.`);
  const self = compile(nodeAt(callee, 'object'), names);
  const args = nodesAt(node, 'arguments').map((argument) => compile(argument, names));
  return (scope) =>
    callMethod(
      self(scope),
      method,
      args.map((argument) => argument(scope)),
    );
}

function binaryOf(operator: string, left: Part, right: Part): Part {
  if (operator === '&&') return (scope) => left(scope) && right(scope);
  // A left side that is false in any way gives way, not only null.
  if (operator === '||') {
    return (scope) => {
      const value = left(scope);
      return value ? value : right(scope);
    };
  }
  const compute = known(binaryOperators, operator);
  return (scope) => compute(left(scope), right(scope));
}

function objectOf(node: jsep.Expression, names: readonly string[]): Part {
  const keys = nodesAt(node, 'keys').map((key) => textAt(key, key.type === 'Literal' ? 'value' : 'name'));
  const values = nodesAt(node, 'values').map((value) => compile(value, names));
  return (scope) => {
    const object: Record<string, unknown> = {};
    keys.forEach((key, index) => {
      setMember(object, key, values[index]?.(scope));
    });
    return object;
  };
}

function known<T>(operators: ReadonlyMap<string, T>, name: string): T {
  const operator = operators.get(name);
  if (!operator) throw new SyntaxError(`${name} is not allowed.`);
  return operator;
}

function isNode(value: unknown): value is jsep.Expression {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function nodeAt(node: jsep.Expression, key: string): jsep.Expression {
  const value = node[key];
  if (!isNode(value)) throw new SyntaxError('A part of it is missing.');
  return value;
}

function nodesAt(node: jsep.Expression, key: string): jsep.Expression[] {
  const values: unknown = node[key];
  if (!Array.isArray(values)) throw new SyntaxError('A part of it is missing.');
  const nodes = values.filter(isNode);
  if (nodes.length < values.length) throw new SyntaxError('A part of it is missing.');
  return nodes;
}

function textAt(node: jsep.Expression, key: string): string {
  const value = node[key];
  if (typeof value !== 'string') throw new SyntaxError('A name is missing.');
  return value;
}
