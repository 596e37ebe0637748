import { readOptions } from '../odata/query-options.js';
import { groups, type Group } from '../tenant/groups.js';
import { membersOf } from '../tenant/memberships.js';
import { groupObject, readersOf } from './directory-object.js';
import { answerObjects, personItem, selectedNames, showItem } from './object-collection.js';
import { objectId } from './object-id.js';
import { vocabularyOf } from './object-properties.js';
import type { RoutePermissions } from './permission.js';
import { notFound } from './problem.js';
import { contextUrl, type GraphReply, type ReadRequest } from './request.js';
import type { Route } from './route.js';

/** Permissions any of which opens it (Graph: get group; list group members). */
const permissions: RoutePermissions = {
  application: readersOf('group'),
  delegated: readersOf('group'),
  isClosedToGuests: true,
};

function findGroup(key: string): Group | undefined {
  const id = objectId(key);
  return groups.find((candidate) => candidate.id === id);
}

function listGroups(request: ReadRequest): GraphReply {
  return answerObjects(request, {
    items: groups.map(groupObject),
    types: ['group'],
    context: 'groups',
    isPlainlyFiltered: true,
  });
}

function getGroup(request: ReadRequest): GraphReply {
  const options = readOptions(request.call.query, ['$select']);
  const names = selectedNames(options, vocabularyOf(['group']));
  const group = findGroup(request.key);
  if (!group) throw notFound(request.key);
  const { '@odata.type': _type, ...shown } = showItem(request, groupObject(group), names);
  const context = names ? `groups(${names.join(',')})/$entity` : 'groups/$entity';
  return {
    status: 200,
    resourceUnits: 1,
    json: { '@odata.context': contextUrl(request, context), ...shown },
  };
}

function listMembers(isTransitive: boolean): (request: ReadRequest) => GraphReply {
  return (request) => {
    const group = findGroup(request.key);
    const members = group ? membersOf(group, request.tenant, isTransitive) : { people: [], groups: [] };
    const reply = answerObjects(request, {
      items: [...members.people.map(personItem), ...members.groups.map(groupObject)],
      types: ['user', 'group'],
      context: 'directoryObjects',
    });
    // Only now: a bad query is refused before a missing group is noticed.
    if (!group) throw notFound(request.key);
    return reply;
  };
}

/** Graph: list groups, get group, list group members and transitive members. */
export const groupRoutes: readonly Route[] = [
  { method: 'GET', path: ['groups'], permissions, read: listGroups },
  { method: 'GET', path: ['groups', '{id}'], permissions, read: getGroup },
  { method: 'GET', path: ['groups', '{id}', 'members'], permissions, read: listMembers(false) },
  { method: 'GET', path: ['groups', '{id}', 'transitiveMembers'], permissions, read: listMembers(true) },
];
