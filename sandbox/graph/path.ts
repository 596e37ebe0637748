import { badRequest } from './problem.js';

/** A decoded segment of a Graph path. */
export interface Segment {
  readonly text: string;
  /** Whether it stood in quotes and parentheses, as in `users('adele@contoso.example')`. */
  readonly isQuotedKey: boolean;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest('The request URI is not valid.');
  }
}

/**
 * Splits a path below the version root. A key may be a segment of its own, or stand quoted in parentheses behind the
 * collection, where an apostrophe in it is doubled (Graph: use the API, OData key conventions). An alternate key keeps its
 * name: `appId='…'`.
 *
 * @param path Encoded path such as `/users/adele%40contoso.example/manager`.
 * @throws GraphProblem 400 where the encoding is broken.
 */
export function splitPath(path: string): Segment[] {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.flatMap((part): Segment[] => {
    const text = decode(part);
    const [, collection, key] = /^(\w+)\('((?:[^']|'')*)'\)$/s.exec(text) ?? [];
    const [, owner, alternateKey] = /^(\w+)\((appId='[^']*')\)$/is.exec(text) ?? [];
    if (owner !== undefined && alternateKey !== undefined) {
      return [
        { text: owner, isQuotedKey: false },
        { text: alternateKey, isQuotedKey: true },
      ];
    }
    return collection === undefined || key === undefined
      ? [{ text, isQuotedKey: false }]
      : [
          { text: collection, isQuotedKey: false },
          { text: key.replaceAll("''", "'"), isQuotedKey: true },
        ];
  });
}

/** What a path pattern made of a path. */
export interface PathMatch {
  /** How many leading segments fit; all of them where the path matches. */
  readonly fitting: number;
  readonly isWhole: boolean;
  /** What stood for `{id}`; empty where the pattern has none. */
  readonly key: string;
  /** What stood for `{innerId}`, the key of something that belongs to the object; empty where the pattern has none. */
  readonly innerKey: string;
  /** What stood for each name in braces. */
  readonly keys: ReadonlyMap<string, string>;
}

/**
 * Compares a path with a pattern. Names match in any case; `{id}` takes any key that does not start with `$`, which
 * OData keeps for itself, unless it is quoted, and so does any other name in braces.
 *
 * @param pattern Segments of the pattern.
 * @param segments Segments of the path.
 */
export function matchPath(pattern: readonly string[], segments: readonly Segment[]): PathMatch {
  const keys = new Map<string, string>();
  let fitting = 0;
  for (const [index, segment] of segments.entries()) {
    const expected = pattern[index];
    const name = /^\{(\w+)\}$/.exec(expected ?? '')?.[1];
    const isKey = name !== undefined;
    const fits = isKey
      ? segment.isQuotedKey || !segment.text.startsWith('$')
      : !segment.isQuotedKey && segment.text.toLowerCase() === expected?.toLowerCase();
    if (!fits) break;
    if (isKey) keys.set(name, segment.text);
    fitting += 1;
  }
  const isWhole = fitting === segments.length && fitting === pattern.length;
  return { fitting, isWhole, key: keys.get('id') ?? '', innerKey: keys.get('innerId') ?? '', keys };
}
