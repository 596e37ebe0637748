/** A place in the context. */
export interface Place {
  /** As the query language writes it; undefined where it cannot name the place. */
  readonly path: string | undefined;
  readonly name: string;
  readonly value: unknown;
}

/** The places directly below a value. @param path The path of the value; empty for the root. */
export function placesBelow(value: unknown, path: string | undefined): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => {
      const name = `[${index}]`;
      return { name, value: item, path: path === undefined ? undefined : `${path}.${name}` };
    });
  }
  return Object.entries(value).map(([name, member]: [string, unknown]) => ({
    name,
    value: member,
    path: path === undefined || !isPlainName(name) ? undefined : path === '' ? name : `${path}.${name}`,
  }));
}

/** Whether the query language reads a name as one segment, and a line takes it as it is. */
function isPlainName(name: string): boolean {
  return /^[^.([=${}\s"'`]+$/.test(name);
}

/**
 * The places whose path or value holds a text, in any case; values of objects and lists are looked at themselves.
 * @param most How many to find at most.
 */
export function findPlaces(root: unknown, text: string, most: number): readonly Place[] {
  const wanted = text.toLowerCase();
  const found: Place[] = [];
  const waiting = [...placesBelow(root, '')];
  for (let place = waiting.shift(); place && found.length < most; place = waiting.shift()) {
    const { name, path, value } = place;
    const isLeaf = typeof value !== 'object' || value === null;
    const holds = isLeaf && shortValue(value).toLowerCase().includes(wanted);
    if (holds || (path ?? name).toLowerCase().includes(wanted)) found.push(place);
    waiting.unshift(...placesBelow(value, path));
  }
  return found;
}

/** A value in short, for one line. */
export function shortValue(value: unknown): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
