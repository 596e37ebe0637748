import {
  defaultMethod,
  type AuthenticationMethod,
  type MethodKind,
  type PersonMethods,
} from '../../tenant/authentication-methods.js';
import type { GraphReply, WriteRequest } from '../request.js';
import { addressedPerson } from './access.js';
import { methodRefusal, unknownKey } from './problems.js';

/** The default method goes last; phones and apps say so in different words. */
function checkIsNoDefault(method: AuthenticationMethod, registered: PersonMethods): void {
  const isLast = registered.methods.length === 1 && registered.pass === null;
  if (defaultMethod(registered) !== method || isLast) return;
  throw methodRefusal(
    method.kind === 'phone'
      ? `The requested authentication method id of [${method.id}] matches the user's current default authentication method, and cannot be deleted until the default authentication method is changed`
      : 'Cannot delete default method with other methods configured. Please change default method before deletion.',
  );
}

/**
 * Graph: `DELETE /users/{id}/authentication/{collection}/{method}`: 204. Writing takes the same role as reading.
 *
 * @param kind Which collection; the same ID in another one is not found.
 */
export function deleteMethod(kind: MethodKind): (request: WriteRequest) => Promise<GraphReply> {
  return async (request) => {
    await request.update((tenant) => {
      const person = addressedPerson(request, tenant);
      const registered = tenant.methodsOf(person);
      const method = registered.methods.find(
        (candidate) => candidate.kind === kind && candidate.id === request.innerKey.toLowerCase(),
      );
      if (!method) throw unknownKey(request.innerKey, request.key);
      checkIsNoDefault(method, registered);
      const methods = registered.methods.filter((candidate) => candidate !== method);
      const preferred = defaultMethod(registered) === method ? null : registered.preferred;
      return { id: person.id, values: {}, methods: { ...registered, methods, preferred } };
    });
    return { status: 204, resourceUnits: 2 };
  };
}

/** Graph: `DELETE /users/{id}/authentication/temporaryAccessPassMethods/{pass}`: 204. */
export async function deletePass(request: WriteRequest): Promise<GraphReply> {
  await request.update((tenant) => {
    const person = addressedPerson(request, tenant);
    const registered = tenant.methodsOf(person);
    if (registered.pass?.id !== request.innerKey.toLowerCase()) {
      throw unknownKey(request.innerKey, request.key);
    }
    return { id: person.id, values: {}, methods: { ...registered, pass: null } };
  });
  return { status: 204, resourceUnits: 2 };
}
