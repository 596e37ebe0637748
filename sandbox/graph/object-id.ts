import { directoryRefusal } from './problem.js';

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** @returns Whether a text has the form of an object ID. */
export function isObjectId(text: string): boolean {
  return guid.test(text);
}

/**
 * @param key A key where only object IDs are good.
 * @returns It in lower case.
 * @throws GraphProblem 400 for anything else.
 */
export function objectId(key: string): string {
  if (!isObjectId(key)) throw directoryRefusal(`Invalid object identifier '${key}'.`);
  return key.toLowerCase();
}
