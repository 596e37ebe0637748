import { SoarError } from '../../integration/errors.js';
import { setMember } from '../../integration/results/plain.js';
import { compileExpression } from './expression.js';
import { plainPath } from './query.js';
import { endOfFilter } from './query-steps.js';
import { isTree, objectAt, ownValue, type Tree } from './tree.js';

/**
 * Merges one item of an EntryContext into the context. A plain path adds to what is there. With a filter, as in
 * `MSGraphUser(val.ID == obj.ID)`, each new element updates every element for which the filter holds (its properties are
 * replaced whole, others stay) and is added where there is none. A filter that throws does not match. Null is skipped.
 *
 * @param context Changed in place; nothing of `value` is shared with it afterwards.
 * @param key Dotted path, with an optional filter over `val` (there) and `obj` (new) in parentheses.
 * @throws ArgumentError where the path or the filter cannot be understood; nothing is changed then.
 */
export function mergeIntoContext(context: Tree, key: string, value: unknown): void {
  const { path, filter } = splitKey(key);
  const names = plainPath(path);
  const isMatch = filter === undefined ? undefined : compileExpression(filter, ['val', 'obj']);
  const items = withoutNulls(value);
  if (items.length === 0 && (isMatch || !Array.isArray(value))) return;
  const last = names.at(-1) ?? '';
  const parent = objectAt(context, names.slice(0, -1));
  const old = ownValue(parent, last) ?? undefined;
  if (!isMatch) {
    setMember(parent, last, added(old, items, value));
    return;
  }
  const pool = listOf(old);
  const find = finder(filter ?? '', (val, obj) => holds(() => isMatch({ val, obj })), pool);
  for (const obj of items) update(pool, find(obj), obj, find.added);
  const isSingle = !Array.isArray(old) && !Array.isArray(value) && pool.length === 1;
  setMember(parent, last, isSingle ? pool[0] : pool);
}

function added(old: unknown, items: readonly unknown[], value: unknown): unknown {
  if (old === undefined) return Array.isArray(value) ? items : items[0];
  return items.length === 0 ? old : [...listOf(old), ...items];
}

function update(
  pool: unknown[],
  hits: readonly number[],
  obj: unknown,
  onAdded: (obj: unknown, at: number) => void,
): void {
  if (hits.length === 0) {
    onAdded(obj, pool.push(structuredClone(obj)) - 1);
    return;
  }
  for (const at of hits) {
    const hit = pool[at];
    if (!isTree(hit) || !isTree(obj)) {
      pool[at] = structuredClone(obj);
      continue;
    }
    for (const [name, member] of Object.entries(obj)) setMember(hit, name, structuredClone(member));
  }
}

interface Finder {
  /** Where in the pool the elements are that a new one updates. */
  (obj: unknown): readonly number[];
  /** Told of an element that came to the pool. */
  readonly added: (obj: unknown, at: number) => void;
}

/**
 * Finds matches by looking at each element. For the usual filter, one property that is equal, thirty thousand users
 * would make that a thousand million looks: where that property is text everywhere, an index answers the same.
 */
function finder(
  filter: string,
  isMatch: (val: unknown, obj: unknown) => boolean,
  pool: readonly unknown[],
): Finder {
  const key = /^val\.(\w+) && val\.\1 ==?= obj\.\1$/.exec(filter.trim())?.[1];
  const textIn = (item: unknown): string | undefined => {
    const value = key !== undefined && isTree(item) ? ownValue(item, key) : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const index = new Map<string, number[]>();
  let isIndexed = key !== undefined;
  const note = (item: unknown, at: number): void => {
    const text = textIn(item);
    if (text === undefined) isIndexed = false;
    else index.set(text, [...(index.get(text) ?? []), at]);
  };
  if (isIndexed) pool.forEach(note);
  const find = (obj: unknown): readonly number[] => {
    const text = textIn(obj);
    if (isIndexed && text !== undefined) return index.get(text) ?? [];
    return pool.flatMap((val, at) => (isMatch(val, obj) ? [at] : []));
  };
  return Object.assign(find, { added: note });
}

function holds(evaluate: () => unknown): boolean {
  try {
    return Boolean(evaluate());
  } catch (error) {
    if (error instanceof SoarError) throw error;
    return false;
  }
}

/** @throws ArgumentError where the parenthesis is not closed, or something follows it. */
function splitKey(key: string): { readonly path: string; readonly filter?: string } {
  const start = key.indexOf('(');
  if (start === -1) return { path: key };
  const end = endOfFilter(key, start);
  // What follows would be lost; as a part of the path it is refused.
  return end === key.length - 1
    ? { path: key.slice(0, start), filter: key.slice(start + 1, end) }
    : { path: key };
}

function withoutNulls(value: unknown): readonly unknown[] {
  const items: unknown[] = listOf(value);
  return items.filter((item) => item !== null).map((item) => structuredClone(item));
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? [...(value as readonly unknown[])] : [value];
}
