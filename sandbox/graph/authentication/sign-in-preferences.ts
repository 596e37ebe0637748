import { systemPreferredMethod } from '../../tenant/authentication-methods.js';
import { contextUrl, type GraphReply, type ReadRequest } from '../request.js';
import { addressedPerson } from './access.js';

/** Graph beta: `GET /users/{id}/authentication/signInPreferences`. */
export function getSignInPreferences(request: ReadRequest): GraphReply {
  const person = addressedPerson(request, request.tenant);
  const registered = request.tenant.methodsOf(person);
  return {
    status: 200,
    resourceUnits: 1,
    json: {
      '@odata.context': contextUrl(request, `users('${person.id}')/authentication/signInPreferences`),
      isSystemPreferredAuthenticationMethodEnabled: registered.isSystemPreferred,
      userPreferredMethodForSecondaryAuthentication: registered.preferred,
      systemPreferredAuthenticationMethod: registered.isSystemPreferred
        ? systemPreferredMethod(registered)
        : null,
    },
  };
}
