import { domain, stableId, tenantId } from '../tenant/identity.js';
import { originalIndex, originalPerson } from '../tenant/people.js';
import type { Person } from '../tenant/person.js';
import { wholeHistory, type Member, type Sender } from './chat.js';

/** Somebody of another organization, who is in a chat without being in this tenant; the name is hostile on purpose. */
export const outsider = {
  id: stableId('federated:alex@fabrikam.example'),
  displayName: '<Alex> "O\'Neil" & Søn',
  email: 'alex@fabrikam.example',
  tenantId: stableId('tenant:fabrikam.example'),
} as const;

/** The bot that reports alerts. */
export const bot: Sender = {
  kind: 'application',
  id: stableId('bot:alerts'),
  displayName: 'Alert Bot',
};

/** Who a person is in Teams. */
export function senderOf({ id, displayName }: Pick<Person, 'id' | 'displayName'>): Sender {
  return { kind: 'user', id, displayName, userIdentityType: 'aadUser', tenantId };
}

/**
 * A person's membership.
 *
 * @param visibleHistoryStartDateTime ISO 8601 UTC; the whole history by default.
 */
export function memberFrom(person: Person, visibleHistoryStartDateTime: string = wholeHistory): Member {
  return {
    userId: person.id,
    displayName: person.displayName,
    email: person.mail,
    tenantId,
    role: person.userType === 'Guest' ? 'guest' : 'owner',
    visibleHistoryStartDateTime,
  };
}

/**
 * A written person, as at the start.
 *
 * @param name The part of the user principal name before the domain.
 * @throws RangeError where nobody has that name.
 */
export function writtenPerson(name: string): Person {
  const index = originalIndex(`${name}@${domain}`);
  if (index === undefined) throw new RangeError(`Nobody is called '${name}'.`);
  return originalPerson(index);
}

/**
 * ID of the chat of two people: whoever asks for it again gets the same one.
 *
 * @param userIds Their object IDs, in any order.
 */
export function oneOnOneId(...userIds: readonly [string, string]): string {
  return `19:${userIds.toSorted().join('_')}@unq.gbl.spaces`;
}

/** @returns ID of a group chat (`v2`) or a channel (`tacv2`) in the usual form. */
export function threadId(hex: string, kind: 'v2' | 'tacv2' = 'v2'): string {
  return `19:${hex.replaceAll('-', '')}@thread.${kind}`;
}
