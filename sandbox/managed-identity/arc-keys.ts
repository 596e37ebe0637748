import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../http/exchange.js';

/** The files by which the agent of Azure Arc knows who may read them. */
export interface ArcKeys {
  /**
   * Wants to see the content of a file that is written now; each serves once.
   *
   * @param authorization What the caller shows.
   * @returns Undefined where it was the content of one.
   */
  challenge(authorization: string | undefined): { readonly answer: Answer } | undefined;
}

/** @param folder Where to write them; it must exist. */
export function arcKeys(folder: string): ArcKeys {
  const valid = new Set<string>();
  return {
    challenge(authorization) {
      if (authorization !== undefined && valid.delete(authorization)) return undefined;
      const file = join(folder, `${randomUUID()}.key`);
      const key = randomUUID();
      writeFileSync(file, key);
      valid.add(`Basic ${key}`);
      const json = { error: 'unauthorized', error_description: 'Show the content of the file.' };
      return { answer: { status: 401, headers: { 'www-authenticate': `Basic realm=${file}` }, json } };
    },
  };
}
