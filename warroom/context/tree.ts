import { isJsonObject } from '../../integration/json.js';
import { setMember } from '../../integration/results/plain.js';

/** A tree of JSON that is changed in place. */
export type Tree = Record<string, unknown>;

/** What an object itself holds under a name; never anything inherited. */
export function ownValue(tree: Tree, name: string): unknown {
  return Object.hasOwn(tree, name) ? tree[name] : undefined;
}

/**
 * The object that a place lies in, made where it is missing. A list on the way is entered at its last object; where it
 * has none, and where something else is in the way, an object is added, so that nothing is lost.
 * @param names The segments of the way, without the last one.
 */
export function objectAt(root: Tree, names: readonly string[]): Tree {
  return names.reduce((tree, name) => {
    const found = ownValue(tree, name);
    const existing = Array.isArray(found) ? found.findLast(isJsonObject) : found;
    if (isTree(existing)) return existing;
    const made: Tree = {};
    const rest = found === undefined || found === null ? [] : [found].flat();
    setMember<unknown>(tree, name, rest.length === 0 ? made : [...rest, made]);
    return made;
  }, root);
}

/** Whether a value is an object of the tree, which may be changed. */
export function isTree(value: unknown): value is Tree {
  return isJsonObject(value);
}
