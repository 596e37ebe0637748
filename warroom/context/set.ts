import { parseJson } from '../../integration/json.js';
import { setMember, toPlain } from '../../integration/results/plain.js';
import { isTrue, textOf } from './argument-text.js';
import { mergeIntoContext } from './merge.js';
import { plainPath } from './query.js';
import { objectAt, type Tree } from './tree.js';

/**
 * Sets a value as the platform's `Set` does: JSON is read as such unless `stringify`, and what is there is replaced
 * unless `append`.
 * @param holder Holds the context, which is changed in place.
 * @returns What was done, in words.
 * @throws ArgumentError where the key is no place in the context.
 */
export function setInContext(
  { context }: { readonly context: Tree },
  { key, value, append, stringify }: Readonly<Record<string, unknown>>,
): string {
  const path = textOf(key);
  const parsed = typeof value === 'string' && !isTrue(stringify) ? (parseJson(value) ?? value) : value;
  const stored = isTrue(stringify) && typeof parsed !== 'string' ? JSON.stringify(parsed) : parsed;
  if (isTrue(append)) {
    mergeIntoContext(context, path, stored);
  } else {
    const names = plainPath(path);
    setMember<unknown>(objectAt(context, names.slice(0, -1)), names.at(-1) ?? '', toPlain(stored));
  }
  return `Key ${path} set`;
}
