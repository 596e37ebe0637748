import type { MfaSession } from './mfa-sessions.js';
import type { StateStore } from './state-store.js';

/** Requests to the MFA service, kept with the rest of the tenant's state. */
export interface MfaBook {
  /** All that are remembered, oldest first. */
  all(): readonly MfaSession[];
  /** Remembers a request, or what became of it. */
  keep(session: MfaSession): Promise<void>;
}

const memoryMilliseconds = 24 * 60 * 60 * 1000;

/**
 * @param store Where they are kept.
 * @param now Milliseconds since 1970; what is older than a day is forgotten.
 */
export function openMfaBook(store: StateStore, now: () => number): MfaBook {
  return {
    all: () => Object.values(store.read().mfaSessions ?? {}),
    keep: (session) =>
      store.update((state) => {
        const recent = Object.entries(state.mfaSessions ?? {}).filter(
          ([, { startedAt }]) => now() - startedAt < memoryMilliseconds,
        );
        return { ...state, mfaSessions: { ...Object.fromEntries(recent), [session.sessionId]: session } };
      }),
  };
}
