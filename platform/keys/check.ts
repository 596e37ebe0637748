import { timingSafeEqual } from 'node:crypto';
import { keyDigest } from './change.js';
import { type KeptKeys } from './key-file.js';
import { type Scope } from './scope.js';

/** Whose key a request carries. */
export interface ApiKey {
  readonly name: string;
  readonly scope: Scope;
}

/**
 * Finds the key that was given. Every kept key is compared, each in the same time, so that how long it takes tells
 * nothing.
 * @returns Undefined where it is none of them.
 */
export function findKey(given: string, keys: KeptKeys): ApiKey | undefined {
  const digest = keyDigest(given);
  let found: ApiKey | undefined;
  for (const [name, { sha256, scope }] of keys) {
    if (timingSafeEqual(digest, Buffer.from(sha256, 'hex'))) found = { name, scope };
  }
  return found;
}
