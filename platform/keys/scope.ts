/** What a key may cause: nothing that changes anything, or everything. */
export const scopes = ['read', 'effects'] as const;

/** One of {@link scopes}. */
export type Scope = (typeof scopes)[number];

/** Reads a scope; undefined for anything else. */
export function scopeOf(value: unknown): Scope | undefined {
  return scopes.find((scope) => scope === value);
}
