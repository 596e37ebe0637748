import { createHash } from 'node:crypto';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';

/** What the first record of a file names as the hash before it. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/** The end of every record, by which a whole line is told from one that was cut off. */
const hashAtEnd = /,"hash":"([0-9a-f]{64})"\}$/;

/** Length in bytes of what {@link hashAtEnd} matches. */
const HASH_MEMBER_LENGTH = 75;

/**
 * Closes a record: the hash of the record before it and its own become its last members.
 * @param content The record without them, as `printableJson` wrote it: an object with at least one member.
 * @returns The line without its line break, and the record's hash: SHA-256 over the line as it is without `hash`.
 */
export function sealRecord(
  content: string,
  previous: string,
): { readonly line: string; readonly hash: string } {
  const open = `${content.slice(0, -1)},"previous":"${previous}"`;
  const hash = hashOf(`${open}}`);
  return { line: `${open},"hash":"${hash}"}`, hash };
}

/** What one line of an audit file turns out to be. */
export type LineReading =
  | { readonly kind: 'record'; readonly record: JsonObject; readonly previous: string; readonly hash: string }
  /** It ends like a record, and something in it is not what was written. */
  | { readonly kind: 'changed'; readonly claimedHash: string }
  | { readonly kind: 'torn' };

/**
 * Reads one line. The bytes are hashed as they stand, so that a change which parses to the same JSON is found too.
 * @param bytes The line without its line break.
 */
export function readLine(bytes: Buffer): LineReading {
  // One byte is one character in this encoding, which is all that the end of a record needs.
  const [, claimedHash] = hashAtEnd.exec(bytes.toString('latin1', bytes.length - HASH_MEMBER_LENGTH)) ?? [];
  if (claimedHash === undefined) return { kind: 'torn' };
  const body = Buffer.concat([bytes.subarray(0, bytes.length - HASH_MEMBER_LENGTH), Buffer.from('}')]);
  const record = parseJson(body.toString());
  const previous = isJsonObject(record) ? textAt(record, 'previous') : undefined;
  if (hashOf(body) !== claimedHash || !isJsonObject(record) || previous === undefined) {
    return { kind: 'changed', claimedHash };
  }
  return { kind: 'record', record, previous, hash: claimedHash };
}

function hashOf(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
