import { createHash } from 'node:crypto';

/** A secret added to a service principal; only its hash is kept (Graph: passwordCredential). Times are ISO 8601 UTC. */
export interface AppPassword {
  readonly keyId: string;
  /** Object ID of the service principal. */
  readonly principalId: string;
  readonly displayName: string | null;
  readonly startDateTime: string;
  readonly endDateTime: string;
  /** The first three characters. */
  readonly hint: string;
  readonly secretHash: string;
  /** Milliseconds since 1970; Entra's sign-in side hears of it a little later. */
  readonly addedAt: number;
}

/** @returns The name under which a secret is kept: nobody can get the secret back from it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
