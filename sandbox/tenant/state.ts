import type { Chat } from '../teams/chat.js';
import { isChat } from '../teams/stored-chat.js';
import type { AppPassword } from './app-passwords.js';
import type { PersonMethods } from './authentication-methods.js';
import { isGrant, type Grant } from './grants.js';
import type { MfaSession } from './mfa-sessions.js';
import type { PasswordReset } from './password-reset.js';
import type { Person } from './person.js';
import { isAppPassword, isMfaSession, isPasswordReset, isPersonMethods } from './stored-sections.js';

/** What differs from the tenant as it is written down. */
export interface TenantState {
  /** Changed properties of people by object ID. */
  readonly people: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Codes and refresh tokens by the hash of their secret. */
  readonly grants?: Readonly<Record<string, Grant>>;
  /** Permissions that people agreed to, by `{client ID}:{object ID}`. */
  readonly consents?: Readonly<Record<string, readonly string[]>>;
  /** New and changed chats by ID; of those there were at the start, without the messages that did not change. */
  readonly chats?: Readonly<Record<string, Chat>>;
  /** Changed authentication methods by object ID. */
  readonly methods?: Readonly<Record<string, PersonMethods>>;
  /** Password resets by the ID of their operation. */
  readonly resets?: Readonly<Record<string, PasswordReset>>;
  /** Secrets of service principals by key ID. */
  readonly appPasswords?: Readonly<Record<string, AppPassword>>;
  /** Requests to the MFA service by session ID. */
  readonly mfaSessions?: Readonly<Record<string, MfaSession>>;
}

/** A tenant that nobody has changed. */
export const untouched: TenantState = { people: {} };

/** What a write does to one person. */
export interface PersonChange {
  /** Object ID. */
  readonly id: string;
  /** New values of properties; they were validated. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What the person can sign in with from now on; left out where that stays. */
  readonly methods?: PersonMethods;
  /** A password reset to remember under the ID of its operation. */
  readonly reset?: { readonly operationId: string; readonly reset: PasswordReset };
}

/** What a write does to the secrets of service principals. */
export interface AppPasswordChange {
  /** All there are from now on, by key ID. */
  readonly appPasswords: Readonly<Record<string, AppPassword>>;
}

/** What a write to Graph does. */
export type TenantChange = PersonChange | AppPasswordChange;

/** @returns The state after a change. */
export function withChange(state: TenantState, change: TenantChange): TenantState {
  if ('appPasswords' in change) return { ...state, appPasswords: change.appPasswords };
  const { id, values, methods, reset } = change;
  const isPersonChanged = Object.keys(values).length > 0;
  return {
    ...state,
    ...(isPersonChanged ? { people: { ...state.people, [id]: { ...state.people[id], ...values } } } : {}),
    ...(methods ? { methods: { ...state.methods, [id]: methods } } : {}),
    ...(reset ? { resets: { ...state.resets, [reset.operationId]: reset.reset } } : {}),
  };
}

/** @returns The person with what was changed. */
export function changed(person: Person, state: TenantState): Person {
  const values = state.people[person.id];
  return values ? { ...person, ...values } : person;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isConsent(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** The members of a section of the file, which may be absent; undefined where one of them does not belong there. */
function section<T>(value: unknown, belongs: (item: unknown) => item is T): Record<string, T> | undefined {
  const members: Record<string, T> = {};
  if (value === undefined) return members;
  if (!isRecord(value)) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (!belongs(item)) return undefined;
    members[key] = item;
  }
  return members;
}

/** Whether a stored value could be one of the property: same kind as what is written down, or text for an unset one. */
function fits(person: Person, name: string, value: unknown): boolean {
  const original = new Map<string, unknown>(Object.entries(person)).get(name);
  if (original === undefined) return false;
  if (Array.isArray(original)) return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (typeof original === 'boolean') return typeof value === 'boolean';
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

/**
 * Reads back a stored state.
 *
 * @param text JSON.
 * @param find The person with an object ID, as written down.
 * @returns undefined where the text is not what this sandbox stores.
 */
export function parseState(text: string, find: (id: string) => Person | undefined): TenantState | undefined {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(stored)) return undefined;
  const { people } = stored;
  const grants = section(stored['grants'], isGrant);
  const consents = section(stored['consents'], isConsent);
  const chats = section(stored['chats'], isChat);
  const methods = section(stored['methods'], isPersonMethods);
  const resets = section(stored['resets'], isPasswordReset);
  const appPasswords = section(stored['appPasswords'], isAppPassword);
  const mfaSessions = section(stored['mfaSessions'], isMfaSession);
  if (!isRecord(people) || !grants || !consents || !chats) return undefined;
  if (!methods || !resets || !appPasswords || !mfaSessions) return undefined;
  const entries = Object.entries(people).map(([id, values]) => {
    const person = find(id);
    const isGood =
      person !== undefined &&
      isRecord(values) &&
      Object.entries(values).every(([name, value]) => fits(person, name, value));
    return isGood ? ([id, values] as const) : undefined;
  });
  const good = entries.filter((entry) => entry !== undefined);
  if (good.length < entries.length) return undefined;
  return {
    ...{ people: Object.fromEntries(good), grants, consents, chats },
    ...{ methods, resets, appPasswords, mfaSessions },
  };
}
