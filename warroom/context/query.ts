import { ArgumentError, SoarError } from '../../integration/errors.js';
import { compileExpression } from './expression.js';
import { parseQuery, type Step } from './query-steps.js';

/** Ties a name inside a filter to another place of the context: `X(val.A == val1---Y.[0].A)`. */
const BIND = '---';
const BOUND_NAME = 'val1';

/**
 * Reads from a tree by the platform's query language: paths, `[0]` and `[0:2]` (end included), filters and mutators over
 * `val`, and one bound value in a filter. A path through a list goes to each element; lists in the result are laid flat.
 *
 * @param root The tree: the context, or the contents of an entry.
 * @param text The query, without `${` and `}`. Empty, or a lone `.`, is the whole tree.
 * @returns Null for nothing, the value itself for one, a list for several.
 * @throws ArgumentError when the text is no query. An expression that fails on an element passes it over.
 */
export function queryContext(root: unknown, text: string): unknown {
  const steps = parseQuery(text.trim());
  if (steps.length === 0) return root ?? null;
  const found = flat(steps.reduce<readonly unknown[]>((values, step) => take(step, values, root), [root]));
  return found.length > 1 ? found : (found[0] ?? null);
}

function take(step: Step, values: readonly unknown[], root: unknown): readonly unknown[] {
  const items = flat(values);
  switch (step.kind) {
    case 'member':
      return items.map((item) => ownMember(item, step.name));
    case 'range':
      return items.slice(step.from, step.to + 1);
    case 'filter': {
      const matches = filterOf(step.expression, root);
      return items.filter((item) => matches(item));
    }
    case 'mutator': {
      const expression = compileExpression(step.expression, ['val']);
      return items.map((item) => valueOrNothing(() => expression({ val: item })));
    }
  }
}

/** Whether an element passes; one on which the expression fails does not. */
function filterOf(text: string, root: unknown): (item: unknown) => boolean {
  const bind = text.indexOf(BIND);
  const expression = compileExpression(
    bind === -1 ? text : text.slice(0, bind),
    bind === -1 ? ['val'] : ['val', BOUND_NAME],
  );
  const bound = bind === -1 ? undefined : queryContext(root, text.slice(bind + BIND.length));
  return (item) => Boolean(valueOrNothing(() => expression({ val: item, [BOUND_NAME]: bound })));
}

/** The expressions of the platform are written to fail where a property is missing. */
function valueOrNothing(evaluate: () => unknown): unknown {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof SoarError) throw error;
    return undefined;
  }
}

function ownMember(item: unknown, name: string): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  return Object.getOwnPropertyDescriptor(item, name)?.value;
}

function flat(values: readonly unknown[]): readonly unknown[] {
  return values.flat().filter((value) => value !== null && value !== undefined);
}

/** The place that a query without filters names, as the segments on the way. @throws ArgumentError for any other. */
export function plainPath(text: string): readonly string[] {
  const names = parseQuery(text.trim()).map((step) => (step.kind === 'member' ? step.name : undefined));
  if (names.length === 0 || names.includes(undefined)) {
    throw new ArgumentError(
      `${JSON.stringify(text)} is no place in the context.`,
      'Write names parted by dots, such as MSGraphUser.ID.',
    );
  }
  return names.filter((name) => name !== undefined);
}
