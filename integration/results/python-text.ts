import { isPlainObject, type Plain } from './plain.js';

/** Everything Python's `repr` escapes besides backslash and the quote: control, format and unassigned characters, and spaces but U+0020. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

const NAMED_ESCAPES = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * Text of a number as Python writes it. It differs from JavaScript below 0.0001, where Python turns to exponents with
 * at least two digits.
 */
function pythonNumber(value: number): string {
  if (value === 0 || Math.abs(value) >= 1e-4) return String(value);
  return value.toExponential().replace(/e-(\d)$/, 'e-0$1');
}

/** Python's `str`: what the platform's table writes for an element of a list. */
export function pythonStr(value: Plain): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** Python's `repr`: single-quoted text, `None`, `True`, `False`. */
export function pythonRepr(value: Plain): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return quoted(value);
  if (isPlainObject(value)) {
    const members = Object.entries(value).map(([key, member]) => `${quoted(key)}: ${pythonRepr(member)}`);
    return `{${members.join(', ')}}`;
  }
  return `[${value.map(pythonRepr).join(', ')}]`;
}

/** Python's `json.dumps` with its default separators and without ASCII escapes. */
export function pythonJson(value: Plain): string {
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isPlainObject(value)) {
    const members = Object.entries(value).map(
      ([key, member]) => `${JSON.stringify(key)}: ${pythonJson(member)}`,
    );
    return `{${members.join(', ')}}`;
  }
  return `[${value.map(pythonJson).join(', ')}]`;
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const needsNothing = /^[ -~]*$/.test(text) && !text.includes('\\') && !text.includes(quote);
  return quote + (needsNothing ? text : Array.from(text, (char) => escaped(char, quote)).join('')) + quote;
}

function escaped(char: string, quote: string): string {
  if (char === quote) return `\\${char}`;
  const named = NAMED_ESCAPES.get(char);
  if (named !== undefined) return named;
  if (char === ' ' || !UNPRINTABLE.test(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
