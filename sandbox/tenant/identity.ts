import { createHash } from 'node:crypto';

/** The tenant's only verified domain. */
export const domain = 'contoso.example';

/** The directory (tenant) ID, the same at every start. */
export const tenantId = 'c7a1f0de-3b52-4e86-9d17-5f0a6b2c8e41';

/**
 * An ID that is the same at every start, so that a noted ID stays valid.
 *
 * @param name What the ID stands for, such as `user:adele@contoso.example`.
 * @returns A GUID in the form of a random one (RFC 9562 version 4 layout).
 */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
