import type { SandboxApp } from '../tenant/apps.js';
import { graphScopes } from '../tenant/graph-scopes.js';
import { Refused } from './aadsts.js';
import type { LoginContext } from './context.js';
import type { AskedScopes } from './scopes.js';

/** @returns Permissions on Graph that an administrator or the person allowed the application. */
export function consentedScopes(
  app: SandboxApp,
  userId: string,
  { grants }: Pick<LoginContext, 'grants'>,
): readonly string[] {
  const allowed = new Set([...app.scopes, ...grants.consentsOf(app.clientId, userId)]);
  return graphScopes.filter((scope) => allowed.has(scope));
}

/**
 * The permissions on Graph a token gets: those asked for, or all there are for `/.default`.
 *
 * @param consented What was allowed.
 * @throws Refused 65001 where something asked for was not consented to, or nothing was.
 */
export function grantedScopes(
  app: SandboxApp,
  asked: AskedScopes,
  consented: readonly string[],
): readonly string[] {
  const granted = asked.isDefault ? consented : asked.permissions;
  const isEmpty = asked.isDefault && consented.length === 0;
  if (isEmpty || !granted.every((scope) => consented.includes(scope))) {
    throw new Refused(65001, { app: app.clientId, name: app.name });
  }
  return granted;
}
