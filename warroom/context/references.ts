import { ArgumentError } from '../../integration/errors.js';
import { endOfReference } from '../line/bare.js';

/**
 * Puts values of the context into an argument. A value that is one `${…}` reference keeps its type; inside longer text
 * a text stands as it is, anything else as compact JSON, and what is missing as nothing. A value from the context is
 * never looked through for references of its own.
 *
 * @param read Reads a query from the context; null where there is nothing.
 * @throws ArgumentError where a query cannot be understood.
 */
export function resolveReferences(text: string, read: (query: string) => unknown): unknown {
  let result = '';
  let at = 0;
  for (let start = text.indexOf('${'); start !== -1; start = text.indexOf('${', at)) {
    const end = endOf(text, start);
    if (end === undefined) break;
    const value = read(text.slice(start + 2, end - 1));
    if (start === 0 && end === text.length) return value;
    result += text.slice(at, start) + asText(value);
    at = end;
  }
  return result + text.slice(at);
}

/** A reference without its end is plain text: only quotes let one through. */
function endOf(text: string, start: number): number | undefined {
  try {
    return endOfReference(text, start);
  } catch (error) {
    if (error instanceof ArgumentError) return undefined;
    throw error;
  }
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
