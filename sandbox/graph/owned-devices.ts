import { devices } from '../tenant/devices.js';
import { deviceObject } from './directory-object.js';
import { answerObjects, countObjects, type ObjectCollection } from './object-collection.js';
import type { RoutePermissions } from './permission.js';
import { notFound } from './problem.js';
import type { GraphReply, ReadRequest } from './request.js';
import type { Route } from './route.js';
import { ownReaders, profileReaders } from './visibility.js';

/** Permissions any of which opens it (Graph: list ownedDevices). */
const permissions: RoutePermissions = {
  application: profileReaders,
  delegated: profileReaders,
  own: ownReaders,
};

type Answerer = (request: ReadRequest, collection: ObjectCollection) => GraphReply;

function read(answer: Answerer): (request: ReadRequest) => GraphReply {
  return (request) => {
    const person = request.tenant.find(request.key);
    const owned = devices.filter(({ ownerId }) => ownerId === person?.id);
    const reply = answer(request, {
      items: owned.map(deviceObject),
      types: ['device'],
      context: 'directoryObjects',
    });
    // Only now: a bad query is refused before a missing user is noticed.
    if (!person) throw notFound(request.key);
    return reply;
  };
}

const path = ['users', '{id}', 'ownedDevices'];

/** Graph: list ownedDevices. */
export const deviceRoutes: readonly Route[] = [
  { method: 'GET', path, permissions, read: read(answerObjects) },
  { method: 'GET', path: [...path, '$count'], permissions, read: read(countObjects) },
];
