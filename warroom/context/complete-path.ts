import { placesBelow, valuesAt } from './places.js';

/** Most elements of a list that are offered by their number, and that are looked at for names. */
const MOST_NUMBERS = 20;
const MOST_ELEMENTS = 500;

/**
 * Completes a path as it stands in `${…}`. Below a list the names of its elements are offered, as a query reads through
 * it; the elements themselves once their bracket is typed.
 * @param typed What stands behind `${`, as far as it was typed.
 * @returns Whole paths, each with what makes it go on: `.` where there is more below, `}` where there is not.
 */
export function completePath(context: unknown, typed: string): readonly string[] {
  const dot = typed.lastIndexOf('.');
  const path = typed.slice(0, Math.max(0, dot));
  const values = path === '' ? [context] : valuesAt(context, path);
  const isNumber = typed.charAt(dot + 1) === '[';
  const places = values.flatMap((value) => {
    if (!Array.isArray(value)) return placesBelow(value, path);
    if (isNumber) return placesBelow(value.slice(0, MOST_NUMBERS), path);
    return value
      .slice(0, MOST_ELEMENTS)
      .flatMap((item: unknown) => (Array.isArray(item) ? [] : placesBelow(item, path)));
  });
  const paths = places.flatMap(({ path: one, value }) =>
    one === undefined ? [] : [`${one}${hasBelow(value) ? '.' : '}'}`],
  );
  return [...new Set(paths)].filter((one) => one.startsWith(typed));
}

function hasBelow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
