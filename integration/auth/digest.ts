import { createHash } from 'node:crypto';
import { Secret } from '../secret.js';

/** SHA-256 of anything JSON can hold, its secrets in clear: to see whether it changed, never to get it back. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(inClear(value)))
    .digest('base64url');
}

/** A secret serializes as a mask, which would make all secrets look the same. */
function inClear(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal();
  if (Array.isArray(value)) return value.map(inClear);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inClear(item)]));
}
