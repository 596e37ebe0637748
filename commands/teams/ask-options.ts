import { ArgumentError } from '../../integration/errors.js';

/** Stands in the place of options where any answer counts. */
export const OPEN = 'open';

/** Fewest and most options that one question offers. */
const FEWEST = 2;
const MOST = 10;

/** What an answer may be. */
export interface Options {
  /** As typed; `open` alone where any answer counts. */
  readonly names: readonly string[];
  readonly isOpen: boolean;
  /** What is reported when the time is over, in the spelling of its option. */
  readonly byDefault: string | undefined;
}

/**
 * What makes two answers the same: letters and digits count, and not their case, signs, emoji, or spaces around.
 * @returns Empty for an answer without letters and digits.
 */
export function wordsOf(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // Signs that only choose how an emoji looks count as marks of letters.
      .replaceAll(/[\ufe00-\ufe0f\u20e3]/g, '')
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** The option that an answer is, by all of its words: `No!!` is `no`, and `no idea` is none. */
export function optionIn(text: string, names: readonly string[]): string | undefined {
  const words = wordsOf(text);
  return names.find((name) => wordsOf(name) === words);
}

/**
 * Checks the options of a question.
 * @throws ArgumentError where answers could not be told apart, or the default is none of them.
 */
export function readOptions(names: readonly string[], byDefault?: string): Options {
  const [only] = names;
  const isOpen = names.length === 1 && only !== undefined && wordsOf(only) === OPEN;
  if (isOpen) return { names: [OPEN], isOpen, byDefault };
  if (names.length < FEWEST || names.length > MOST) {
    throw refused(`options holds ${names.length}, and a question has from ${FEWEST} to ${MOST}.`);
  }
  const seen = new Map<string, string>();
  for (const name of names) {
    const words = wordsOf(name);
    const other = seen.get(words);
    if (words === '') throw refused(`The option "${name}" has no letters and no digits.`);
    if (words === OPEN) throw refused('The option open stands alone: then any answer counts.');
    if (other !== undefined) throw refused(`The options "${other}" and "${name}" read the same.`);
    seen.set(words, name);
  }
  if (byDefault === undefined) return { names, isOpen, byDefault };
  const chosen = optionIn(byDefault, names);
  if (chosen !== undefined) return { names, isOpen, byDefault: chosen };
  throw new ArgumentError(
    `default="${byDefault}" is none of the options: ${names.join(', ')}.`,
    'Nothing was sent. Give one of them, or leave it away.',
  );
}

function refused(why: string): ArgumentError {
  return new ArgumentError(
    why,
    'Nothing was sent. Case, punctuation and emoji do not count in an answer, so that options need different words; options=open takes any answer.',
  );
}
