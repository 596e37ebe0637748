import type { Chat } from '../teams/chat.js';
import { isChat } from '../teams/stored-chat.js';
import type { AppPassword } from './app-passwords.js';
import type { PersonMethods } from './authentication-methods.js';
import { isGrant, type Grant } from './grants.js';
import { isHistoryEntry, withEvent, type HistoryEntry } from './history.js';
import type { MfaSession } from './mfa-sessions.js';
import { newPerson } from './new-person.js';
import type { PasswordReset } from './password-reset.js';
import type { Person } from './person.js';
import {
  isAppPassword,
  isMfaSession,
  isPasswordReset,
  isPersonMethods,
  isSubscription,
} from './stored-sections.js';
import type { Subscription } from './subscription.js';

/** When somebody was deleted. */
export interface Deletion {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether there is no way back. */
  readonly isPermanent: boolean;
}

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
  /** Subscriptions to changes by ID, oldest first. */
  readonly subscriptions?: Readonly<Record<string, Subscription>>;
  /** People who were not there at first, as they were made, by object ID and oldest first. */
  readonly created?: Readonly<Record<string, Person>>;
  /** Who was deleted, by object ID. */
  readonly deleted?: Readonly<Record<string, Deletion>>;
  /**
   * When somebody changed here what the on-premises directory decides, by object ID, in milliseconds since 1970: the
   * next directory synchronization changes it back.
   */
  readonly cloudEdits?: Readonly<Record<string, number>>;
  /** What happened to people of late, oldest first. */
  readonly history?: readonly HistoryEntry[];
}

/** A tenant that nobody has changed. */
export const untouched: TenantState = { people: {} };

/** What a write does to one person. */
export interface PersonChange {
  /** Object ID. */
  readonly id: string;
  /** New values of properties; they were validated. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Object ID of who was the manager, where that changes. */
  readonly formerManagerId?: string | null;
  /** Whether a directory synchronization will undo it. */
  readonly isCloudEdit?: boolean;
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

/** What a write to Graph does to one person, or to service principals. */
export type TenantChange = PersonChange | AppPasswordChange;

/** A write that does more than that. */
export type StateChange = (state: TenantState, now: number) => TenantState;

/** A change that time brings about. */
export interface DueChange {
  /** When it was due, in milliseconds since 1970. */
  readonly at: number;
  readonly change: StateChange;
}

/**
 * @param now Milliseconds since 1970.
 * @returns The state after a change.
 */
export function withChange(state: TenantState, change: TenantChange, now: number): TenantState {
  if ('appPasswords' in change) return { ...state, appPasswords: change.appPasswords };
  const { methods, reset } = change;
  return {
    ...(Object.keys(change.values).length > 0 ? withValues(state, change, now) : state),
    ...(methods ? { methods: { ...state.methods, [change.id]: methods } } : {}),
    ...(reset ? { resets: { ...state.resets, [reset.operationId]: reset.reset } } : {}),
  };
}

function withValues(state: TenantState, change: PersonChange, now: number): TenantState {
  const { id, values, formerManagerId, isCloudEdit = false } = change;
  const names = Object.keys(values);
  return {
    ...state,
    people: { ...state.people, [id]: { ...state.people[id], ...values } },
    ...(isCloudEdit ? { cloudEdits: { ...state.cloudEdits, [id]: now } } : {}),
    history: withEvent(state.history, {
      id,
      at: now,
      kind: 'changed',
      names,
      ...(typeof formerManagerId === 'string' ? { formerManagerId } : {}),
    }),
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

function isTime(value: unknown): value is number {
  return typeof value === 'number';
}

function isDeletion(value: unknown): value is Deletion {
  return isRecord(value) && isTime(value['at']) && typeof value['isPermanent'] === 'boolean';
}

const pattern = newPerson({
  id: '',
  userPrincipalName: '@',
  displayName: '',
  mailNickname: '',
  accountEnabled: true,
  now: 0,
});

function isPerson(value: unknown): value is Person {
  const members = new Map<string, unknown>(isRecord(value) ? Object.entries(value) : []);
  const isFitting = ([name, usual]: [string, unknown]) =>
    Array.isArray(usual)
      ? Array.isArray(members.get(name))
      : usual === null
        ? members.has(name)
        : typeof members.get(name) === typeof usual;
  return Object.entries(pattern).every(isFitting);
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
  if (name === 'passwordProfile' || name === 'profile') return value === null || isRecord(value);
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
  const { people, history = [] } = stored;
  const grants = section(stored['grants'], isGrant);
  const consents = section(stored['consents'], isConsent);
  const chats = section(stored['chats'], isChat);
  const methods = section(stored['methods'], isPersonMethods);
  const resets = section(stored['resets'], isPasswordReset);
  const appPasswords = section(stored['appPasswords'], isAppPassword);
  const mfaSessions = section(stored['mfaSessions'], isMfaSession);
  const subscriptions = section(stored['subscriptions'], isSubscription);
  const created = section(stored['created'], isPerson);
  const deleted = section(stored['deleted'], isDeletion);
  const cloudEdits = section(stored['cloudEdits'], isTime);
  const isHistory = Array.isArray(history) && history.every(isHistoryEntry);
  if (!isRecord(people) || !grants || !consents || !chats) return undefined;
  if (!methods || !resets || !appPasswords || !mfaSessions) return undefined;
  if (!subscriptions || !created || !deleted || !cloudEdits || !isHistory) return undefined;
  const entries = Object.entries(people).map(([id, values]) => {
    const person = created[id] ?? find(id);
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
    ...{ methods, resets, appPasswords, mfaSessions, subscriptions },
    ...{ created, deleted, cloudEdits, history },
  };
}
