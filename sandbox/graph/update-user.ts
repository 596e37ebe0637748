import type { PersonChange } from '../tenant/state.js';
import type { Person } from '../tenant/person.js';
import type { Tenant } from '../tenant/tenant.js';
import { keptOfPassword } from './password-profile.js';
import { directoryRefusal, notFound, type GraphProblem } from './problem.js';
import { isProfileUpdate } from './profile-values.js';
import { isJsonObject } from './read-body.js';
import type { GraphReply, WriteRequest } from './request.js';
import { checkMayWrite, checkMayWriteTo } from './update-permissions.js';
import { checkPrincipalName } from './user-principal-name.js';
import { checkValues, readValues, type UserValues } from './user-values.js';
import { writableProperty } from './writable-properties.js';

/** @returns The 400 for a change that only the on-premises directory can make. */
export function masteredOnPremises(): GraphProblem {
  return directoryRefusal(
    'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
  );
}

/** Checks what depends on the person and on everybody else. */
function checkRules(values: UserValues, person: Person, tenant: Tenant): void {
  const isMastered = Object.keys(values).some(
    (name) => name === 'passwordProfile' || writableProperty(name)?.isMasteredOnPremises,
  );
  if (person.onPremisesSyncEnabled === true && isMastered) throw masteredOnPremises();
  const name = values['userPrincipalName'];
  if (typeof name === 'string') checkPrincipalName(name, person.id, tenant);
}

function changeOf(person: Person, values: UserValues, now: number): PersonChange {
  const { passwordProfile, ...plain } = values;
  const policies = values['passwordPolicies'] ?? person.passwordPolicies;
  const owner = { ...person, passwordPolicies: typeof policies === 'string' ? policies : null };
  return {
    id: person.id,
    values: isJsonObject(passwordProfile)
      ? { ...plain, ...keptOfPassword(passwordProfile, person.passwordProfile, owner, now) }
      : plain,
    isCloudEdit: person.onPremisesSyncEnabled === true && Object.hasOwn(values, 'accountEnabled'),
  };
}

/** Graph: update user, `PATCH /users/{id|userPrincipalName}`: 204 without a body. */
export async function updateUser(request: WriteRequest): Promise<GraphReply> {
  const { body, caller, isSelf, key, now, update } = request;
  const values = readValues(body);
  const names = Object.keys(values);
  checkMayWrite(caller, names, isSelf);
  const isProfile = isProfileUpdate(values);
  if (!isProfile) checkValues(values, false);
  await update((tenant) => {
    const person = tenant.find(key);
    if (!person) throw notFound(key);
    checkMayWriteTo(caller, person, names, tenant);
    if (isProfile) return { id: person.id, values: { profile: { ...person.profile, ...values } } };
    checkRules(values, person, tenant);
    return changeOf(person, values, now);
  });
  return { status: 204, resourceUnits: 2 };
}
