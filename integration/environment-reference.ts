const REFERENCE = /^\$\{env:([A-Za-z_]\w*)\}$/;

/** The form of a reference, for messages. */
export const REFERENCE_FORM = '${env:NAME}';

/**
 * The environment variable that a value stands for, as in `${env:PROD_SECRET}`: so a secret need not be written down.
 * @returns The variable's name; undefined for a value that is no reference, or only begins like one.
 */
export function referencedVariable(text: string): string | undefined {
  return REFERENCE.exec(text)?.[1];
}

/** Whether a value was meant as a reference and is not well-formed. */
export function isBrokenReference(text: string): boolean {
  return text.startsWith('${env:') && !REFERENCE.test(text);
}
