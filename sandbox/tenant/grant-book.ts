import { grantKey, withoutForgotten, type Grant } from './grants.js';
import type { StateStore } from './state-store.js';

/** Codes, refresh tokens and consents, kept with the rest of the tenant's state. */
export interface GrantBook {
  /**
   * Remembers a new grant.
   *
   * @param secret The code or token that stands for it.
   */
  add(secret: string, grant: Grant): Promise<void>;
  /** The grant a code or token stands for. */
  find(secret: string): Grant | undefined;
  /** The secret's hash and the grant of the device that shows a code, as hashed by `grantKey`. */
  findDevice(userCode: string): { key: string; grant: Grant } | undefined;
  /**
   * Changes a grant, with no other change in between.
   *
   * @param key The hash of its secret.
   * @param decide Looks at the newest and says what becomes of it. It may throw.
   */
  change(key: string, decide: (grant: Grant | undefined) => Grant): Promise<void>;
  /** Permissions a person agreed to give an application. */
  consentsOf(clientId: string, userId: string): readonly string[];
  /** Remembers that a person agreed. */
  consent(clientId: string, userId: string, scopes: readonly string[]): Promise<void>;
}

/**
 * @param store Where it is kept.
 * @param now Milliseconds since 1970; what has been dead for long is forgotten.
 */
export function openGrantBook(store: StateStore, now: () => number): GrantBook {
  const all = () => store.read().grants ?? {};
  return {
    find: (secret) => all()[grantKey(secret)],
    add: (secret, grant) =>
      store.update((state) => ({
        ...state,
        grants: { ...withoutForgotten(state.grants ?? {}, now()), [grantKey(secret)]: grant },
      })),
    findDevice(userCode) {
      const found = Object.entries(all()).find(
        ([, grant]) => grant.kind === 'device' && grant.userCode === userCode,
      );
      return found && { key: found[0], grant: found[1] };
    },
    change: (key, decide) =>
      store.update((state) => ({
        ...state,
        grants: { ...state.grants, [key]: decide(state.grants?.[key]) },
      })),
    consentsOf: (clientId, userId) => store.read().consents?.[`${clientId}:${userId}`] ?? [],
    consent: (clientId, userId, scopes) =>
      store.update((state) => {
        const key = `${clientId}:${userId}`;
        const before = state.consents?.[key] ?? [];
        return { ...state, consents: { ...state.consents, [key]: [...new Set([...before, ...scopes])] } };
      }),
  };
}
