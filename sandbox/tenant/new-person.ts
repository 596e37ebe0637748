import { personFrom } from './person-from-seed.js';
import type { Person } from './person.js';

/** What a new person needs (Graph: create user). */
export interface NewPerson extends Partial<Person> {
  readonly id: string;
  readonly accountEnabled: boolean;
  readonly displayName: string;
  readonly mailNickname: string;
  readonly userPrincipalName: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * @param values What is known about the person.
 * @returns The person as the directory has it right after the creation: without a mailbox, license or sign-in.
 */
export function newPerson({ now, ...values }: NewPerson): Person {
  const { id, displayName, userPrincipalName } = values;
  const [name = ''] = userPrincipalName.split('@');
  const at = new Date(now).toISOString();
  return {
    ...personFrom({ name, displayName }, 0, id),
    givenName: null,
    surname: null,
    mail: null,
    proxyAddresses: [],
    signInActivity: null,
    createdDateTime: at,
    lastPasswordChangeDateTime: at,
    signInSessionsValidFromDateTime: at,
    ...values,
  };
}
