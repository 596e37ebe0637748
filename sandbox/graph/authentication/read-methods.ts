import { contextUrl, type GraphReply, type ReadRequest } from '../request.js';
import { addressedPerson } from './access.js';
import { unknownKey } from './problems.js';
import { methodType, shownMethods, type ShownKind, type ShownMethod } from './show-method.js';

/** What is shown and where: one kind below its own name, or all kinds with their types below `methods`. */
interface Shelf {
  readonly segment: string;
  readonly kind?: ShownKind;
}

function find({ kind }: Shelf, request: ReadRequest): { userId: string; found: ShownMethod[] } {
  const { tenant, switches, now } = request;
  const person = addressedPerson(request, tenant);
  const all = shownMethods(person, tenant, switches.tapPolicy, now);
  return {
    userId: person.id,
    found: kind === undefined ? all : all.filter((method) => method.kind === kind),
  };
}

function show(shelf: Shelf, { kind, json }: ShownMethod): Record<string, unknown> {
  return shelf.kind === undefined ? { '@odata.type': methodType(kind), ...json } : { ...json };
}

/**
 * Graph: `GET /users/{id}/authentication/{collection}`, one page without any query option.
 *
 * @param shelf Which collection.
 */
export function listMethods(shelf: Shelf): (request: ReadRequest) => GraphReply {
  return (request) => {
    const { userId, found } = find(shelf, request);
    return {
      status: 200,
      resourceUnits: 1,
      json: {
        '@odata.context': contextUrl(request, `users('${userId}')/authentication/${shelf.segment}`),
        value: found.map((method) => show(shelf, method)),
      },
    };
  };
}

/**
 * Graph: `GET /users/{id}/authentication/{collection}/{method}`.
 *
 * @param shelf Which collection.
 */
export function getMethod(shelf: Shelf): (request: ReadRequest) => GraphReply {
  return (request) => {
    const { userId, found } = find(shelf, request);
    const method = found.find(({ id }) => id === request.innerKey.toLowerCase());
    if (!method) throw unknownKey(request.innerKey, request.key);
    const context = `users('${userId}')/authentication/${shelf.segment}/$entity`;
    return {
      status: 200,
      resourceUnits: 1,
      json: { '@odata.context': contextUrl(request, context), ...show(shelf, method) },
    };
  };
}
