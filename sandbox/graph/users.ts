import { parseExpand } from '../odata/expand.js';
import { readOptions } from '../odata/query-options.js';
import { parseSelect } from '../odata/select.js';
import { isObjectId } from './object-id.js';
import { answerCollection, collectionOptions, countPeople, readConditions } from './people-collection.js';
import { badRequest, GraphProblem, notFound, unsupportedQuery } from './problem.js';
import { contextUrl, isEventual, type GraphReply, type ReadRequest } from './request.js';
import { showWithManagers } from './show-person.js';
import { checkNamed } from './visibility.js';

/** Graph: list users, `GET /users`. */
export function listUsers(request: ReadRequest): GraphReply {
  const options = readOptions(request.call.query, collectionOptions);
  return answerCollection(request, options, request.tenant, { context: 'users', isTyped: false });
}

/** Graph: `GET /users/$count`: a bare number as text, and only with `ConsistencyLevel: eventual`. */
export function countUsers(request: ReadRequest): GraphReply {
  const options = readOptions(request.call.query, ['$filter', '$search']);
  if (!isEventual(request)) {
    throw new GraphProblem(400, 'Request_BadRequest', '$count is not currently supported.');
  }
  const conditions = readConditions(request, options, true);
  checkNamed(request.caller, conditions.names);
  return { status: 200, resourceUnits: 1, text: String(countPeople(request.tenant, conditions)) };
}

/** Graph: get user, `GET /users/{id|userPrincipalName}`. */
export function getUser(request: ReadRequest): GraphReply {
  const options = readOptions(request.call.query, ['$count', '$expand', '$select']);
  const selection = parseSelect(options.get('$select'), true);
  const expansion = parseExpand(options.get('$expand'));
  if (expansion?.hasLevels && !isEventual(request)) {
    throw unsupportedQuery(
      "Request with $levels only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  checkNamed(request.caller, selection.named, request.isSelf);
  if (selection.named.includes('signInActivity') && !isObjectId(request.key)) {
    throw badRequest('Get By Key only supports UserId and the key has to be a valid Guid');
  }
  const person = request.tenant.find(request.key);
  if (!person) throw notFound(request.key);
  const shown = [selection.context, expansion ? 'manager()' : ''].filter((part) => part !== '').join(',');
  return {
    status: 200,
    resourceUnits: Math.max(1, 1 + (expansion ? 1 : 0) - (options.has('$select') ? 1 : 0)),
    json: {
      '@odata.context': contextUrl(request, `users${shown === '' ? '' : `(${shown})`}/$entity`),
      ...showWithManagers(request, person, { selection, expansion, isTyped: false }),
    },
  };
}
