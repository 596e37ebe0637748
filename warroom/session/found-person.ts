import { isJsonObject, textAt } from '../../integration/json.js';
import { type Entry } from '../../integration/results/entry.js';
import { errorText } from '../../integration/results/raw-entry.js';

/** A person as they were found just before a question. */
export interface FoundPerson {
  readonly typed: string;
  /** Empty where they could not be read. */
  readonly description: string;
  /** Why they could not be read. */
  readonly problem?: string;
}

/** Runs a command that changes nothing, for what it finds. */
export type Read = (command: string, args: Readonly<Record<string, string>>) => Promise<readonly Entry[]>;

/** The properties that tell a person from another, and what an effect on them may meet. */
const properties = 'id,displayName,userPrincipalName,userType,accountEnabled,onPremisesSyncEnabled';

/**
 * Finds a person, and what an administrator wants to know before something is done to them: whether they are one
 * themselves (Entra: who can perform sensitive actions), whether an on-premises directory is their master, whether they
 * are a guest. Two reads: the account, then its roles.
 */
export async function findPerson(typed: string, read: Read): Promise<FoundPerson> {
  const entries = await read('msgraph-user-get', { user: typed, properties });
  const problem = errorText(entries);
  const found = entries.map(({ Contents }) => Contents).find(isJsonObject);
  const id = found && textAt(found, 'id');
  if (problem !== '' || !found || id === undefined) {
    return { typed, description: '', problem: problem.split('\n')[0] || 'no such user was found' };
  }
  const name = `${textAt(found, 'displayName') ?? '(no name)'} <${textAt(found, 'userPrincipalName') ?? ''}>`;
  const remarks = [
    ...(await roleRemarks(id, read)),
    ...(found['onPremisesSyncEnabled'] === true ? ['synced from on-premises'] : []),
    ...(found['userType'] === 'Guest' ? ['guest'] : []),
    ...(found['accountEnabled'] === false ? ['disabled'] : []),
  ];
  return { typed, description: [name, ...remarks].join('; ') };
}

/**
 * Roles count that somebody holds through a group as well. Without the permission to read the directory Graph shows that
 * there are some, without their names, or nothing.
 */
async function roleRemarks(user: string, read: Read): Promise<readonly string[]> {
  const entries = await read('msgraph-user-get-groups', {
    user,
    type: 'directoryRole',
    transitive: 'true',
    properties: 'displayName',
  });
  const answer = entries.map(({ Contents }) => Contents).find(isJsonObject);
  const roles = answer?.['value'];
  if (!Array.isArray(roles)) return ['roles unknown'];
  if (roles.length === 0) return [];
  const names = roles.flatMap((role: unknown) =>
    isJsonObject(role) ? (textAt(role, 'displayName') ?? []) : [],
  );
  const hidden = names.length < roles.length ? ['roles unknown'] : [];
  return [`administrator: ${[...names, ...hidden].join(', ')}`];
}
