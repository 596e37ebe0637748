import { createHash, randomBytes } from 'node:crypto';

/** A browser that opened the page by a link. */
export interface Visitor {
  /** Goes with each request that does something. */
  readonly csrfToken: string;
}

/** Who may see the room. Kept in memory: the end of the process ends every visit. */
export interface Visitors {
  /** Makes a key that lets one browser in, once. */
  readonly invite: () => string;
  /** Uses a key up. @returns What the browser is known by from now on; undefined for a key that is unknown or used. */
  readonly admit: (key: string) => string | undefined;
  /** @param token What {@link admit} gave. */
  readonly find: (token: string) => Visitor | undefined;
}

/** Nobody may see the room yet. */
export function createVisitors(): Visitors {
  const invited = new Set<string>();
  const visitors = new Map<string, Visitor>();
  return {
    invite() {
      const key = newToken();
      invited.add(digestOf(key));
      return key;
    },
    admit(key) {
      if (!invited.delete(digestOf(key))) return undefined;
      const token = newToken();
      visitors.set(digestOf(token), { csrfToken: newToken() });
      return token;
    },
    find: (token) => visitors.get(digestOf(token)),
  };
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Found by its digest, a secret cannot be guessed by how long the search takes. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}
