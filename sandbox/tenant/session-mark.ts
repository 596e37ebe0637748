import type { Person } from './person.js';

/**
 * Changes whenever everything a person has signed in to ends: when sessions are revoked and when an administrator sets
 * the password. A grant remembers it, so that it can be told apart from one given later.
 */
export function sessionMark(person: Person): string {
  return [person.signInSessionsValidFromDateTime, person.lastPasswordChangeDateTime].join('|');
}

/** @returns ISO 8601 UTC since when grants of the person are good. */
export function grantsValidFrom(person: Person): string {
  const [latest = ''] = sessionMark(person).split('|').sort().reverse();
  return latest;
}
