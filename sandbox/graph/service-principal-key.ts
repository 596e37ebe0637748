import { servicePrincipalObjects } from '../tenant/service-principals.js';
import { directoryRefusal, notFound } from './problem.js';

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The service principal that a key names: an object ID, or `appId='…'`. An application's own ID is no object ID.
 *
 * @throws GraphProblem 400 for what can be no key, 404 for an unknown one.
 */
export function findServicePrincipal(key: string): (typeof servicePrincipalObjects)[number] {
  const appId = /^appId='(.*)'$/i.exec(key)?.[1];
  const id = (appId ?? key).toLowerCase();
  if (!guid.test(id)) throw directoryRefusal(`Invalid object identifier '${appId ?? key}'.`);
  const found = servicePrincipalObjects.find(
    (principal) => (appId === undefined ? principal.id : principal.appId) === id,
  );
  if (!found) throw notFound(appId ?? key);
  return found;
}
