/** What tells apart what a run made up from what the tenant always holds. */
export interface Comparison {
  /** What the same command printed on another fresh tenant. */
  readonly again: string;
  /** When both runs began, in milliseconds since 1970. */
  readonly start: number;
}

const ADDRESS = /127\.0\.0\.1(?::|%3A)\d+/g;
const TIME = /\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z)?/g;
const WORD = /[\w-]+/g;
const ID = /^(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;
/** Characters of a word that nobody reads. */
const OPAQUE_LENGTH = 60;

const PLACEHOLDER = /(<[\w ]+>)/;

/**
 * Makes what a command printed on the sandbox the same at every run: the sandbox's address becomes `<sandbox>`, a time
 * from the start of the run on `<time>`, a day `<date>`; of the words that the other run did not print, an ID becomes
 * `<ID>`, anything else (a code, a token) `<code>`, and so does every word that is too long to be read. IDs and times that the tenant has from the start stay.
 */
export function stableText(text: string, { again, start }: Comparison): string {
  const firstDay = new Date(start).toISOString().slice(0, 10);
  const placed = text.replaceAll(ADDRESS, '<sandbox>').replaceAll(TIME, (time) => {
    if (!time.includes('T')) return time < firstDay ? time : '<date>';
    return Date.parse(time) < start ? time : '<time>';
  });
  const printedAgain = new Set(again.match(WORD));
  return placed
    .split(PLACEHOLDER)
    .map((part) => (PLACEHOLDER.test(part) ? part : withoutNewWords(part, printedAgain)))
    .join('');
}

function withoutNewWords(text: string, known: ReadonlySet<string>): string {
  return text.replaceAll(WORD, (word) => {
    const isKnown = known.has(word) && word.length < OPAQUE_LENGTH;
    if (isKnown) return word;
    return ID.test(word) ? '<ID>' : '<code>';
  });
}
