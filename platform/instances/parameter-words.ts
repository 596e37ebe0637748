import { isBrokenReference, REFERENCE_FORM } from '../../integration/environment-reference.js';
import { OWN_PARAMETERS } from '../../integration/settings/known-parameters.js';
import { nearestName } from '../../integration/suggest.js';
import { isCredentials, type Part } from './parameter-secrecy.js';

/** One parameter as somebody typed it. */
export interface TypedParameter {
  readonly name: string;
  /** Which half of a credentials field; without one in the word, its password half. */
  readonly part: Part | undefined;
  /** As in the word, before the `=`. */
  readonly label: string;
  readonly text: string;
}

/** What a mistyped name may look like. A secret that lost its name does not, so it is not repeated in a message. */
const LIKE_A_NAME = /^[a-z_]{1,40}$/;

const WORD = /^([^=.]+)(?:\.([^=]*))?=(.*)$/s;

/**
 * Reads `param=value` words. Takes every name that an instance of either known integration may carry, and
 * `param.identifier=` or `param.password=` for the halves of a credentials field.
 * @returns The parameters, and a sentence for each word at fault.
 */
export function readParameterWords(words: readonly string[]): {
  readonly parameters: readonly TypedParameter[];
  readonly faults: readonly string[];
} {
  const parameters: TypedParameter[] = [];
  const faults: string[] = [];
  for (const word of words) {
    const read = readWord(word);
    if (typeof read === 'string') faults.push(read);
    else if (parameters.some(({ name, part }) => name === read.name && part === read.part)) {
      faults.push(`${read.label} is given twice.`);
    } else parameters.push(read);
  }
  return { parameters, faults };
}

function readWord(word: string): TypedParameter | string {
  const [, name, half, text] = WORD.exec(word) ?? [];
  if (name === undefined || text === undefined) return 'A word is not of the form parameter=value.';
  if (!OWN_PARAMETERS.has(name)) {
    const near = nearestName(name, OWN_PARAMETERS);
    return `There is no parameter ${LIKE_A_NAME.test(name) ? `"${name}"` : 'of a name that was given'}.${near ? ` Did you mean ${near}?` : ''}`;
  }
  const label = half === undefined ? name : `${name}.${half}`;
  if (isBrokenReference(text)) {
    return `${label} begins like a reference to the environment, which has the form ${REFERENCE_FORM}.`;
  }
  if (!isCredentials(name)) {
    return half === undefined ? { name, part: undefined, label, text } : `${name} has no halves.`;
  }
  const part = half ?? 'password';
  return part === 'identifier' || part === 'password'
    ? { name, part, label, text }
    : `${name} has the halves identifier and password only.`;
}
