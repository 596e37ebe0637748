import { randomUUID } from 'node:crypto';
import { defaultSelection } from '../odata/select.js';
import { tenantId } from '../tenant/identity.js';
import { creation } from '../tenant/lifecycle.js';
import { newPerson } from '../tenant/new-person.js';
import type { Person } from '../tenant/person.js';
import { keptOfPassword } from './password-profile.js';
import { hasRole, personOf, type RoutePermissions } from './permission.js';
import { directoryRefusal, requestDenied } from './problem.js';
import { isJsonObject } from './read-body.js';
import { contextUrl, type GraphReply, type WriteRequest } from './request.js';
import { showPerson } from './show-person.js';
import { checkPrincipalName } from './user-principal-name.js';
import { checkValues, readValues, type UserValues } from './user-values.js';

const creators = ['User.ReadWrite.All', 'Directory.ReadWrite.All'];

/** Permissions any of which opens it (Graph: create user). */
export const createPermissions: RoutePermissions = { application: creators, delegated: creators };

/** Graph: create user, required properties. */
const required = ['accountEnabled', 'displayName', 'mailNickname', 'userPrincipalName', 'passwordProfile'];

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function personOfValues(values: UserValues, now: number): Person {
  const { passwordProfile, ...plain } = values;
  const person = newPerson({
    ...plain,
    id: randomUUID(),
    accountEnabled: values['accountEnabled'] === true,
    displayName: text(values['displayName']),
    mailNickname: text(values['mailNickname']),
    userPrincipalName: text(values['userPrincipalName']),
    now,
  });
  const profile = isJsonObject(passwordProfile) ? passwordProfile : {};
  return { ...person, ...keptOfPassword(profile, null, person, now) };
}

function checkRequired(values: UserValues): void {
  const profile = values['passwordProfile'];
  const hasPassword = isJsonObject(profile) && typeof profile['password'] === 'string';
  const missing = required.find((name) => values[name] === undefined || values[name] === null);
  if (missing !== undefined || !hasPassword) {
    throw directoryRefusal(
      `A value is required for property '${missing ?? 'passwordProfile'}' of resource 'User'.`,
    );
  }
}

/** Graph: create user, `POST /users`: 201 with the default properties, and never the password. */
export async function createUser(request: WriteRequest): Promise<GraphReply> {
  const { body, caller, call, now, update } = request;
  const values = readValues(body);
  checkValues(values, true);
  checkRequired(values);
  const person = personOfValues(values, now);
  await update((tenant) => {
    const actor = personOf(caller, tenant);
    const isAllowed = actor && hasRole(actor, 'Global Administrator', 'User Administrator');
    if (caller.userId !== undefined && !isAllowed) throw requestDenied();
    checkPrincipalName(person.userPrincipalName, person.id, tenant);
    return creation(person);
  });
  return {
    status: 201,
    resourceUnits: 2,
    headers: {
      location: `${call.origin}/v2/${tenantId}/directoryObjects/${person.id}/Microsoft.DirectoryServices.User`,
    },
    json: {
      '@odata.context': contextUrl(request, 'users/$entity'),
      ...showPerson(request, person, { selection: defaultSelection, isTyped: false }),
    },
  };
}
