import { coerceList } from '../../integration/dispatcher/coerce.js';
import { ArgumentError } from '../../integration/errors.js';
import { isTrue } from './argument-text.js';
import { plainPath, queryContext } from './query.js';
import { isTree, ownValue, type Tree } from './tree.js';
import { mergeIntoContext } from './merge.js';

/**
 * Deletes from a context as the platform's `DeleteContext` does: `key` (one or several) with an `index` into a list, or
 * everything (`all=yes`) but `keysToKeep`.
 * @param holder Holds the context; what is left replaces it.
 * @returns What was done, in words.
 * @throws ArgumentError where nothing says what to delete.
 */
export function deleteFromContext(
  holder: { context: Tree },
  { key, all, index, keysToKeep }: Readonly<Record<string, unknown>>,
): string {
  if (isTrue(all)) {
    const kept: Tree = {};
    for (const name of coerceList(keysToKeep ?? [])) {
      mergeIntoContext(kept, String(name), queryContext(holder.context, String(name)));
    }
    holder.context = kept;
    return 'The context was deleted.';
  }
  const names = coerceList(key ?? []).map(String);
  if (names.length === 0) throw new ArgumentError('Nothing says what to delete.', 'Give key=…, or all=yes.');
  const gone = names.filter((name) => deleteKey(holder.context, plainPath(name), index));
  const missing = names.filter((name) => !gone.includes(name));
  return [...gone.map((name) => `Deleted ${name}.`), ...missing.map((name) => `${name} was not there.`)].join(
    '\n',
  );
}

function deleteKey(context: Tree, path: readonly string[], index: unknown): boolean {
  const last = path.at(-1) ?? '';
  const parents = path
    .slice(0, -1)
    .reduce<readonly unknown[]>(
      (trees, name) => trees.flatMap((tree) => (isTree(tree) ? [ownValue(tree, name)].flat() : [])),
      [context],
    )
    .filter(isTree)
    .filter((parent) => Object.hasOwn(parent, last));
  if (index === undefined) {
    for (const parent of parents) Reflect.deleteProperty(parent, last);
    return parents.length > 0;
  }
  return parents.map((parent) => deleteElement(parent[last], Number(index))).includes(true);
}

function deleteElement(list: unknown, index: number): boolean {
  if (!Array.isArray(list) || !Number.isInteger(index) || index < 0 || index >= list.length) return false;
  list.splice(index, 1);
  return true;
}
