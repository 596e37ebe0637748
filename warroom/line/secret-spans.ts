import { isBrokenReference, referencedVariable } from '../../integration/environment-reference.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { scanLine, type ScannedValue } from './scan.js';

/** Names that hold a secret wherever they stand, so that a slip in a command's name shows none. */
const secretName = /passw|secret|token|passphrase|pin_?code|auth_?code/i;

/** A part of a line, as indexes of UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Finds the declaration of a command, by its name without the exclamation mark. */
export type FindDeclaration = (command: string) => CommandDeclaration | undefined;

/** The secrets in a line that may still be being typed. A value `?`, which is to be asked for, is none. */
export function secretSpans(text: string, find: FindDeclaration): readonly TextSpan[] {
  const { command, values } = scanLine(text);
  const declared = find(command)?.arguments ?? [];
  return values
    .map((value) => named(value, text))
    .filter(({ name }) => {
      const argument = declared.find((one) =>
        name === undefined ? one.default === true : one.name === name,
      );
      return argument ? argument.secret === true : name !== undefined && secretName.test(name);
    })
    .filter((span) => isTyped(span, text))
    .map(({ start, end }) => ({ start, end }));
}

/** Whoever comes from a shell puts the quotes around the name as well: what is inside is no less secret. */
function named(value: ScannedValue, text: string): Pick<ScannedValue, 'name' | 'start' | 'end'> {
  const { name, start, end } = value;
  const inside = name === undefined ? /^([\w.-]+)=/.exec(text.slice(start, end)) : null;
  const [head, found] = inside ?? [];
  return found === undefined || head === undefined ? value : { name: found, start: start + head.length, end };
}

function isTyped({ start, end }: TextSpan, text: string): boolean {
  return end > start && text.slice(start, end) !== '?';
}

/** Values without a name that their command cannot take: where it takes a secret, they may be it. */
function straySpans(text: string, find: FindDeclaration): readonly TextSpan[] {
  const { command, values } = scanLine(text);
  const declared = find(command)?.arguments ?? [];
  const takesStray = declared.some((argument) => argument.default === true);
  if (takesStray || !declared.some(({ secret }) => secret === true)) return [];
  return values
    .map((value) => named(value, text))
    .filter((value) => value.name === undefined && isTyped(value, text));
}

/**
 * A line that may be kept: each secret is `?`, so that running it again asks for it. A reference stays: it says where a
 * secret is, not what.
 */
export function withoutSecrets(text: string, find: FindDeclaration): string {
  const spans = [...secretSpans(text, find), ...straySpans(text, find)].sort((a, b) => a.start - b.start);
  return spans.reduceRight((kept, { start, end }) => {
    const value = text.slice(start, end);
    const isReference = referencedVariable(value) !== undefined || /^\$\{[^{}]*\}$/.test(value);
    return isReference && !isBrokenReference(value) ? kept : `${kept.slice(0, start)}?${kept.slice(end)}`;
  }, text);
}
