import { readOptions } from '../odata/query-options.js';
import { parseSelect } from '../odata/select.js';
import type { Person } from '../tenant/person.js';
import type { Tenant } from '../tenant/tenant.js';
import { objectId } from './object-id.js';
import { answerCollection, collectionOptions } from './people-collection.js';
import { notFound } from './problem.js';
import { contextUrl, type GraphReply, type ReadRequest } from './request.js';
import { showPerson } from './show-person.js';
import { checkNamed } from './visibility.js';

/**
 * @param key Object ID; names do not lead to deleted people.
 * @returns A deleted person who can be brought back.
 * @throws GraphProblem 400 for what is no object ID, 404 where nobody with that ID is deleted.
 */
export function findDeleted(tenant: Tenant, key: string): Person {
  const id = objectId(key);
  const person = tenant.deleted.find((candidate) => candidate.id === id);
  if (!person) throw notFound(key);
  return person;
}

/** Graph: list deleted items, `GET /directory/deletedItems/microsoft.graph.user`. */
export function listDeletedUsers(request: ReadRequest): GraphReply {
  const options = readOptions(
    request.call.query,
    collectionOptions.filter((name) => name !== '$expand'),
  );
  const { deleted } = request.tenant;
  const source = { size: deleted.length, at: (index: number) => deleted[index] };
  return answerCollection(request, options, source, { context: 'users', isTyped: false });
}

/** Graph: get deleted item, `GET /directory/deletedItems/{id}`. */
export function getDeletedUser(request: ReadRequest): GraphReply {
  const options = readOptions(request.call.query, ['$select']);
  const selection = parseSelect(options.get('$select'), false);
  checkNamed(request.caller, selection.named);
  const person = findDeleted(request.tenant, request.key);
  const shown = selection.context === '' ? '' : `(${selection.context})`;
  return {
    status: 200,
    resourceUnits: 1,
    json: {
      '@odata.context': contextUrl(request, `directoryObjects${shown}/$entity`),
      ...showPerson(request, person, { selection, isTyped: true }),
    },
  };
}
