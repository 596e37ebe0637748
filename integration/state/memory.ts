import { type IntegrationContext, type IntegrationContextStore, VersionConflictError } from './store.js';

/** The key under which a context counts its own changes, so that a caller can tell the newer of two. */
export const GENERATION = 'generation';

/** How often a context was written; 0 for one that we never wrote. */
export function generationOf(context: IntegrationContext): number {
  const generation = Number(context[GENERATION]);
  return Number.isSafeInteger(generation) && generation > 0 ? generation : 0;
}

/** A store in memory that shows what became of the context it was given. */
export interface MemoryStore extends IntegrationContextStore {
  /** The context as last written, or undefined when nobody wrote. */
  changed(): IntegrationContext | undefined;
}

/**
 * Keeps the context of one request of `exec`: handed in with the request, handed back when it changed.
 * @param initial What the caller kept from before.
 */
export function createMemoryStore(initial: IntegrationContext = {}): MemoryStore {
  let value = initial;
  let written = false;
  const tails = new Map<string, Promise<unknown>>();

  return {
    read: () => Promise.resolve({ value, version: generationOf(value) }),

    write(next, version) {
      if (version !== generationOf(value)) {
        return Promise.reject(
          new VersionConflictError('The integration context was changed by another command.'),
        );
      }
      value = { ...next, [GENERATION]: String(version + 1) };
      written = true;
      return Promise.resolve();
    },

    async withLock(name, work) {
      const before = tails.get(name) ?? Promise.resolve();
      const mine = before.then(work, work);
      tails.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },

    changed: () => (written ? value : undefined),
  };
}
