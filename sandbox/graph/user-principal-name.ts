import { domain } from '../tenant/identity.js';
import type { Tenant } from '../tenant/tenant.js';
import { directoryRefusal, GraphProblem } from './problem.js';

/**
 * Checks a new user principal name (Entra: user principal name policies).
 *
 * @param name The name.
 * @param id Object ID of the person who is to have it.
 * @throws GraphProblem 400.
 */
export function checkPrincipalName(name: string, id: string, tenant: Tenant): void {
  checkForm(name);
  checkIsFree(name, id, tenant);
}

function checkForm(name: string): void {
  const [local = '', host = '', ...more] = name.split('@');
  if (!/^[\w'.!#^~-]{1,64}$/.test(local) || local.endsWith('.') || host === '' || more.length > 0) {
    throw directoryRefusal('Property userPrincipalName is invalid.');
  }
  if (host.toLowerCase() !== domain) {
    throw directoryRefusal(
      'The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.',
    );
  }
}

/**
 * Checks that nobody else has a name.
 *
 * @param name A user principal name.
 * @param id Object ID of the person who is to have it.
 * @throws GraphProblem 400.
 */
export function checkIsFree(name: string, id: string, tenant: Tenant): void {
  if (!tenant.isTaken(name, id)) return;
  const message = 'Another object with the same value for property userPrincipalName already exists.';
  throw new GraphProblem(400, 'Request_BadRequest', message, {
    details: [{ code: 'ObjectConflict', message, target: 'userPrincipalName' }],
  });
}
