import type { Person } from '../tenant/person.js';
import type { Tenant } from '../tenant/tenant.js';
import { isPasswordProfile, setsPassword } from './password-profile.js';
import { directoryRefusal, notFound } from './problem.js';
import { isJsonObject, unreadableBody } from './read-body.js';
import type { GraphReply, WriteRequest } from './request.js';
import { checkMayWrite, checkMayWriteTo } from './update-permissions.js';
import { checkPrincipalName } from './user-principal-name.js';
import { isUserProperty } from './user-properties.js';
import { writableProperty } from './writable-properties.js';

type Values = Readonly<Record<string, unknown>>;

/** Checks each value by itself, as far as that goes without looking at anybody. */
function checkValues(values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    const property = writableProperty(name);
    const invalid = directoryRefusal(`Invalid value specified for property '${name}' of resource 'User'.`);
    if (name === 'passwordProfile') {
      if (!isPasswordProfile(value)) throw invalid;
    } else if (property) {
      if (value === null ? !property.isNullable : !property.accepts(value)) throw invalid;
    } else {
      throw directoryRefusal(
        isUserProperty(name)
          ? `Property '${name}' is read-only and cannot be set.`
          : 'One or more properties contains invalid values.',
      );
    }
  }
}

/** Checks what depends on the person and on everybody else. */
function checkRules(values: Values, person: Person, tenant: Tenant): void {
  const isMastered = Object.keys(values).some((name) => writableProperty(name)?.isMasteredOnPremises);
  if (person.onPremisesSyncEnabled === true && isMastered) {
    throw directoryRefusal(
      'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
    );
  }
  const name = values['userPrincipalName'];
  if (typeof name === 'string') checkPrincipalName(name, person.id, tenant);
}

/** What is kept: never the password, only when it was set. */
function keptValues({ passwordProfile, ...values }: Values, now: number): Values {
  const hasPassword = isJsonObject(passwordProfile) && setsPassword(passwordProfile);
  return hasPassword ? { ...values, lastPasswordChangeDateTime: new Date(now).toISOString() } : values;
}

/** Graph: update user, `PATCH /users/{id|userPrincipalName}`: 204 without a body. */
export async function updateUser(request: WriteRequest): Promise<GraphReply> {
  const { body, caller, isSelf, key, now, update } = request;
  if (!isJsonObject(body)) throw unreadableBody();
  const values = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('@')));
  const names = Object.keys(values);
  checkMayWrite(caller, names, isSelf);
  checkValues(values);
  await update((tenant) => {
    const person = tenant.find(key);
    if (!person) throw notFound(key);
    checkMayWriteTo(caller, person, names, tenant);
    checkRules(values, person, tenant);
    return { id: person.id, values: keptValues(values, now) };
  });
  return { status: 204, resourceUnits: 2 };
}
