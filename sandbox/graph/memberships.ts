import { membershipsOf } from '../tenant/memberships.js';
import { groupObject, readersOf, roleObject, unitObject, type ObjectType } from './directory-object.js';
import { answerObjects, countObjects, type ObjectCollection } from './object-collection.js';
import type { RoutePermissions } from './permission.js';
import { notFound } from './problem.js';
import type { GraphReply, ReadRequest } from './request.js';
import type { Route } from './route.js';
import { ownReaders, profileReaders } from './visibility.js';

const types = ['group', 'directoryRole', 'administrativeUnit'] as const;

const contexts: Readonly<Record<(typeof types)[number], string>> = {
  group: 'groups',
  directoryRole: 'directoryRoles',
  administrativeUnit: 'administrativeUnits',
};

const readers = [...profileReaders, ...readersOf('group')];

/** Permissions any of which opens it (Graph: list a user's memberOf). */
const permissions: RoutePermissions = { application: readers, delegated: readers, own: ownReaders };

interface Relationship {
  readonly isTransitive: boolean;
  /** The only type wanted, where the path says so. */
  readonly cast: (typeof types)[number] | undefined;
}

function collectionOf({ tenant, key }: ReadRequest, { isTransitive, cast }: Relationship): ObjectCollection {
  const person = tenant.find(key);
  const { groups, roles, units } = person
    ? membershipsOf(person, isTransitive)
    : { groups: [], roles: [], units: [] };
  const all = [...groups.map(groupObject), ...roles.map(roleObject), ...units.map(unitObject)];
  const wanted: readonly ObjectType[] = cast ? [cast] : types;
  return {
    items: all.filter(({ type }) => cast === undefined || type === cast),
    types: wanted,
    context: cast ? contexts[cast] : 'directoryObjects',
    isCast: cast !== undefined,
  };
}

type Answerer = (request: ReadRequest, collection: ObjectCollection) => GraphReply;

function read(relationship: Relationship, answer: Answerer): (request: ReadRequest) => GraphReply {
  return (request) => {
    const reply = answer(request, collectionOf(request, relationship));
    // Only now: a bad query is refused before a missing user is noticed.
    if (!request.tenant.find(request.key)) throw notFound(request.key);
    return reply;
  };
}

/**
 * Graph: list a user's memberOf and transitiveMemberOf: groups, Entra roles and administrative units, or those of one
 * type where the path ends in it.
 */
export const membershipRoutes: readonly Route[] = [false, true].flatMap((isTransitive) =>
  [undefined, ...types].flatMap((cast): Route[] => {
    const name = isTransitive ? 'transitiveMemberOf' : 'memberOf';
    const path = ['users', '{id}', name, ...(cast ? [`microsoft.graph.${cast}`] : [])];
    const relationship = { isTransitive, cast };
    return [
      { method: 'GET', path, permissions, read: read(relationship, answerObjects) },
      { method: 'GET', path: [...path, '$count'], permissions, read: read(relationship, countObjects) },
    ];
  }),
);
