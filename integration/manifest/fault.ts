/** One thing wrong in the manifest. */
export interface Fault {
  /** Where, as a JSON Pointer (RFC 6901), such as `/script/commands/3/name`. */
  readonly path: string;
  /** What is wrong and what is allowed, ending with the rule's code where the platform's validator has one. */
  readonly problem: string;
}

/** A JSON Pointer (RFC 6901) from its segments. */
export function pointer(...segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/**
 * A fault for each item whose name an earlier item has.
 *
 * @param names Names in order; their index becomes the last but one segment of the path.
 * @param path Where the list stands.
 * @param key Key of the name inside an item.
 * @param code The validator's code in brackets, or empty.
 */
export function* repeated(
  names: readonly string[],
  path: string,
  key: string,
  code = '',
): Generator<Fault, void> {
  const first = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, index);
    else {
      yield {
        path: `${path}${pointer(index, key)}`,
        problem: `"${name}" is declared twice, first by item ${earlier}${code}`,
      };
    }
  }
}
