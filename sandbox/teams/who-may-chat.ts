import { domain, stableId } from '../tenant/identity.js';
import type { Person } from '../tenant/person.js';

/** Licensed, and kept out of chats by the tenant's messaging policy. */
const withoutChat: ReadonlySet<string> = new Set([stableId(`user:kofi@${domain}`)]);

/** @returns Whether somebody has Teams: by a license, or as a guest. */
export function hasTeams(person: Person): boolean {
  return person.userType === 'Guest' || person.assignedLicenses.length > 0;
}

/** @returns Whether the tenant's policies let somebody chat. */
export function mayChat(person: Person): boolean {
  return !withoutChat.has(person.id);
}
