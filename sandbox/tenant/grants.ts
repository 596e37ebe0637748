import { createHash } from 'node:crypto';

/** What any permission to get tokens is about. */
interface GrantHead {
  /** Client ID of the application it was given to. */
  readonly clientId: string;
  /** The `scope` parameter with which it was asked for. */
  readonly scope: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
}

/** What a person agreed to on the sign-in page, until it is redeemed (RFC 6749 4.1). */
export interface CodeGrant extends GrantHead {
  readonly kind: 'code';
  /** Object ID. */
  readonly userId: string;
  readonly redirectUri: string;
  readonly nonce?: string;
  /** PKCE (RFC 7636). */
  readonly challenge?: string;
  readonly challengeMethod?: 'plain' | 'S256';
  /** Session mark of the person when it was given. */
  readonly sessionMark: string;
  readonly isRedeemed: boolean;
}

/** A device that waits for a person (RFC 8628). */
export interface DeviceGrant extends GrantHead {
  readonly kind: 'device';
  /** Hash of what the person types in. */
  readonly userCode: string;
  /** Object ID of who agreed; empty where somebody declined; absent while nobody decided. */
  readonly userId?: string;
  readonly sessionMark?: string;
  /** Milliseconds since 1970 of the last poll. */
  readonly polledAt?: number;
  readonly isRedeemed: boolean;
}

/** A refresh token (RFC 6749 6). */
export interface RefreshGrant extends GrantHead {
  readonly kind: 'refresh';
  readonly userId: string;
  readonly sessionMark: string;
  /** Whether it was given to a client without credentials. */
  readonly isPublic: boolean;
}

/** A permission to get tokens, kept under the hash of the secret that stands for it. */
export type Grant = CodeGrant | DeviceGrant | RefreshGrant;

/** @returns The name under which the tenant keeps a code or token: nobody can get the secret back from it. */
export function grantKey(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

const hour = 60 * 60 * 1000;

/** How long a dead grant is remembered, so that its refusal can say why. */
const memory: Record<Grant['kind'], number> = {
  code: 24 * hour,
  device: 24 * hour,
  refresh: 180 * 24 * hour,
};

/** @returns The grants without those that have been dead for long. */
export function withoutForgotten(
  grants: Readonly<Record<string, Grant>>,
  now: number,
): Readonly<Record<string, Grant>> {
  return Object.fromEntries(
    Object.entries(grants).filter(([, { kind, issuedAt }]) => now - issuedAt < memory[kind]),
  );
}

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const time: Check = (value) => typeof value === 'number';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const head = { clientId: text, scope: text, issuedAt: time };

const shapes: Record<Grant['kind'], Record<string, Check>> = {
  code: {
    ...head,
    userId: text,
    redirectUri: text,
    nonce: optional(text),
    challenge: optional(text),
    challengeMethod: (value) => value === undefined || value === 'plain' || value === 'S256',
    sessionMark: text,
    isRedeemed: flag,
  },
  device: {
    ...head,
    userCode: text,
    userId: optional(text),
    sessionMark: optional(text),
    polledAt: optional(time),
    isRedeemed: flag,
  },
  refresh: { ...head, userId: text, sessionMark: text, isPublic: flag },
};

/** @returns Whether a stored value is a grant. */
export function isGrant(value: unknown): value is Grant {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const { kind } = value;
  if (kind !== 'code' && kind !== 'device' && kind !== 'refresh') return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return Object.entries(shapes[kind]).every(([name, check]) => check(members.get(name)));
}
