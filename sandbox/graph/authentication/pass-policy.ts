import { contextUrl, type GraphReply, type ReadRequest } from '../request.js';

/** Graph: `GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass`. */
export function getPassPolicy(request: ReadRequest): GraphReply {
  const { switches, call } = request;
  const configurations = 'policies/authenticationMethodsPolicy/authenticationMethodConfigurations';
  return {
    status: 200,
    resourceUnits: 1,
    json: {
      '@odata.context': contextUrl(request, 'authenticationMethodConfigurations/$entity'),
      '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
      id: 'TemporaryAccessPass',
      ...switches.tapPolicy,
      excludeTargets: [],
      'includeTargets@odata.context': `${call.origin}/v1.0/$metadata#${configurations}('TemporaryAccessPass')/microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration/includeTargets`,
      includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
    },
  };
}
