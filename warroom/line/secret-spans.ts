import { isBrokenReference, referencedVariable } from '../../integration/environment-reference.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { scanLine } from './scan.js';

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
    .filter(({ name }) => {
      const argument = declared.find((one) =>
        name === undefined ? one.default === true : one.name === name,
      );
      return argument ? argument.secret === true : name !== undefined && secretName.test(name);
    })
    .filter(({ start, end }) => end > start && text.slice(start, end) !== '?')
    .map(({ start, end }) => ({ start, end }));
}

/**
 * A line that may be kept: each secret is `?`, so that running it again asks for it. A reference stays: it says where a
 * secret is, not what.
 */
export function withoutSecrets(text: string, find: FindDeclaration): string {
  return secretSpans(text, find).reduceRight((kept, { start, end }) => {
    const value = text.slice(start, end);
    const isReference = referencedVariable(value) !== undefined || /^\$\{[^{}]*\}$/.test(value);
    return isReference && !isBrokenReference(value) ? kept : `${kept.slice(0, start)}?${kept.slice(end)}`;
  }, text);
}
