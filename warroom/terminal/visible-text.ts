const TAB = '    ';

/**
 * Everything that could steer a terminal or hide what a text says: C0 and C1 controls, DEL, marks that turn the
 * direction of writing, characters without width that make two names look alike, lone surrogates.
 */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u200b\u2060\ufeff]/gu;

/**
 * Makes a text from outside safe to print, without hiding that something was there: an escape character becomes `␛`,
 * other controls their picture or `⟨U+009B⟩`. Line breaks of any kind become `\n`, tabs four spaces.
 */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
    .replaceAll('\t', TAB)
    .replace(UNSAFE, (char) => (char === '\n' ? char : picture(char)));
}

function picture(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
