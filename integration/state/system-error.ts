import { isJsonObject, textAt } from '../json.js';

/**
 * The code of a failure, as Node's file system names it (`ENOENT`) or a package its own.
 * @returns Undefined for a failure without one, which is a mistake in a program.
 */
export function codeOf(error: unknown): string | undefined {
  return isJsonObject(error) ? textAt(error, 'code') : undefined;
}

/** Whether a failure carries one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = codeOf(error);
  return code !== undefined && codes.includes(code);
}
