import { readOptions } from '../odata/query-options.js';
import { parseSelect } from '../odata/select.js';
import { answerCollection, collectionOptions } from './people-collection.js';
import { notFound } from './problem.js';
import { contextUrl, type GraphReply, type ReadRequest } from './request.js';
import { showPerson } from './show-person.js';
import { checkNamed } from './visibility.js';

/** Graph: list manager, `GET /users/{id}/manager`. Without a manager it is a 404 that names `manager`. */
export function getManager(request: ReadRequest): GraphReply {
  const options = readOptions(request.call.query, ['$select']);
  const selection = parseSelect(options.get('$select'), true);
  checkNamed(request.caller, selection.named);
  const person = request.tenant.find(request.key);
  if (!person) throw notFound(request.key);
  const manager = person.managerId === null ? undefined : request.tenant.find(person.managerId);
  if (!manager) throw notFound('manager');
  const shown = selection.context === '' ? '' : `(${selection.context})`;
  return {
    status: 200,
    resourceUnits: 1,
    json: {
      '@odata.context': contextUrl(request, `directoryObjects${shown}/$entity`),
      ...showPerson(request, manager, { selection, isTyped: true }),
    },
  };
}

/** Graph: list directReports, `GET /users/{id}/directReports`. */
export function listDirectReports(request: ReadRequest): GraphReply {
  const options = readOptions(
    request.call.query,
    collectionOptions.filter((name) => name !== '$search' && name !== '$expand'),
  );
  const person = request.tenant.find(request.key);
  const reports = person ? request.tenant.reportsOf(person.id) : [];
  const source = { size: reports.length, at: (index: number) => reports[index] };
  const reply = answerCollection(request, options, source, { context: 'directoryObjects', isTyped: true });
  // Only now: a bad query is refused before a missing user is noticed.
  if (!person) throw notFound(request.key);
  return reply;
}
