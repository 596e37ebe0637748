/**
 * Characters that JSON leaves as they are and that still act on a screen or a reader: DEL, the C1 codes (one of them
 * begins terminal sequences), direction marks and line separators.
 */
const actingCharacters = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Outside text as JSON on one line that is safe to print: everything that could act is escaped. */
export function printableJson(value: unknown): string {
  return escapedActing(JSON.stringify(value));
}

/** JSON text in which everything that could act is escaped. @param json On one line, as `JSON.stringify` writes it. */
export function escapedActing(json: string): string {
  return json.replaceAll(actingCharacters, escaped);
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
