import type { AppPassword } from './app-passwords.js';
import { preferredMethods, type PersonMethods } from './authentication-methods.js';
import { mfaOutcomes, type MfaSession } from './mfa-sessions.js';
import type { PasswordReset } from './password-reset.js';
import type { Subscription } from './subscription.js';

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const time: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (names: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && names.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

function hasShape(value: unknown, shape: Shape): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return Object.entries(shape).every(([name, check]) => check(members.get(name)));
}

const kinds = [
  'phone',
  'email',
  'fido2',
  'microsoftAuthenticator',
  'softwareOath',
  'windowsHelloForBusiness',
  'platformCredential',
  'external',
];

const properties: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((item) => orNull(text)(item) || listOf(text)(item));

const textByName: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((item) => text(item));

const method: Check = (value) => hasShape(value, { kind: oneOf(kinds), id: text, properties });

const pass: Check = (value) =>
  hasShape(value, {
    id: text,
    createdDateTime: time,
    startDateTime: time,
    lifetimeInMinutes: number,
    isUsableOnce: flag,
  });

/** @returns Whether a stored value is what a person can sign in with. */
export function isPersonMethods(value: unknown): value is PersonMethods {
  return hasShape(value, {
    methods: listOf(method),
    pass: orNull(pass),
    preferred: orNull(oneOf(preferredMethods)),
    isSystemPreferred: flag,
  });
}

/** @returns Whether a stored value is a password reset. */
export function isPasswordReset(value: unknown): value is PasswordReset {
  return hasShape(value, { userId: text, acceptedAt: number, failure: orNull(text) });
}

/** @returns Whether a stored value is a secret of a service principal. */
export function isAppPassword(value: unknown): value is AppPassword {
  return hasShape(value, {
    keyId: text,
    principalId: text,
    displayName: orNull(text),
    startDateTime: time,
    endDateTime: time,
    hint: text,
    secretHash: text,
    addedAt: number,
  });
}

/** @returns Whether a stored value is a request to the MFA service. */
export function isMfaSession(value: unknown): value is MfaSession {
  return hasShape(value, {
    sessionId: text,
    contextId: text,
    userId: text,
    isSync: flag,
    outcome: oneOf(mfaOutcomes),
    startedAt: number,
    answeredAt: number,
    isTold: flag,
  });
}

/** @returns Whether a stored value is a subscription to changes. */
export function isSubscription(value: unknown): value is Subscription {
  return hasShape(value, {
    id: text,
    applicationId: text,
    creatorId: text,
    audience: text,
    resource: text,
    target: (target) => hasShape(target, { key: text, chatId: orNull(text), memberId: orNull(text) }),
    changeType: text,
    notificationUrl: text,
    lifecycleNotificationUrl: orNull(text),
    clientState: orNull(text),
    expiresAt: number,
    includeResourceData: flag,
    encryptionCertificate: orNull(text),
    encryptionCertificateId: orNull(text),
    latestSupportedTlsVersion: text,
    watch: (watch) => hasShape(watch, { since: number, seen: textByName }),
    warnedOf: number,
  });
}
