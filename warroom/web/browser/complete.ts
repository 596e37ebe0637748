import { valuesAt } from '../../context/places.js';
import { type Completable, completeLine } from '../../room/completion.js';
import { optionDeclarations } from '../../session/options.js';
import { scanLine } from '../../line/scan.js';
import { shortValue } from './context-paths.js';
import { type Suggestion } from './suggestions.js';

/** What a text may go on with, and how much of its end each of them replaces. */
export interface Completions {
  readonly part: string;
  readonly suggestions: readonly Suggestion[];
}

/** Completes what was typed as the terminal does, with a word about each candidate. */
export function completionsOf(text: string, known: Completable): Completions {
  const [candidates, part] = completeLine(text, known);
  const { command } = scanLine(text);
  const all = [...(known.find(command)?.arguments ?? []), ...optionDeclarations];
  const isPath = text.slice(0, text.length - part.length).endsWith('${');
  const describe = (candidate: string): string => {
    if (isPath) return shortValues(valuesAt(known.context(), candidate.slice(0, -1)));
    if (candidate.startsWith('!')) return known.find(candidate.slice(1).trimEnd())?.description ?? '';
    if (!candidate.endsWith('=')) return '';
    return all.find(({ name }) => `${name}=` === candidate)?.description ?? '';
  };
  return { part, suggestions: candidates.map((one) => ({ text: one, description: describe(one) })) };
}

/** Most values that are shown of a path that leads to several. */
const MOST_VALUES = 5;

function shortValues(values: readonly unknown[]): string {
  const known = values.filter((value) => value !== null);
  const shown = known.slice(0, MOST_VALUES).map(shortValue).join(', ');
  return known.length > MOST_VALUES ? `${shown}, … (${known.length})` : shown;
}

/** What all texts begin with. */
export function commonStart(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  const lengths = rest.map((text) => {
    let length = 0;
    while (length < first.length && first[length] === text[length]) length += 1;
    return length;
  });
  return first.slice(0, Math.min(first.length, ...lengths));
}
