import { isPlainList, isPlainObject, type Plain } from './plain.js';
import { pythonJson, pythonStr } from './python-text.js';

/**
 * Text of one table cell, escaped so that it stays one cell: an object becomes one `key: value` line per member, a
 * list its elements joined by a comma and a line break, null nothing.
 */
export function cellText(value: Plain): string {
  if (value === null) return '';
  if (!isPlainObject(value)) return escapeCell(flatText(value));
  const lines = Object.entries(value).map(([key, member]) => `${key}: ${flatText(member)}`);
  return escapeCell(lines.join('\n'));
}

/** Escapes text for a table cell: line breaks become `<br>`; pipes and backticks get a backslash. Nothing else is touched. */
export function escapeCell(text: string): string {
  // Most cells need nothing, and looking is cheaper than replacing twice.
  if (!/[\r\n|`]/.test(text)) return text;
  return text.replace(/\r\n|\r|\n/g, '<br>').replace(/[|`]/g, '\\$&');
}

function flatText(value: Plain): string {
  if (typeof value === 'string') return value;
  if (isPlainList(value)) return value.map(pythonStr).join(',\n');
  return pythonJson(value);
}
