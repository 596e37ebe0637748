import { type Place, placesBelow } from '../../context/places.js';

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
