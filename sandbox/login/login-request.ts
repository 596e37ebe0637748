import type { Call } from '../http/exchange.js';
import { findApp, type SandboxApp } from '../tenant/apps.js';
import { domain, tenantId } from '../tenant/identity.js';
import { Refused } from './aadsts.js';

/** The parameters in the body; none where it is no form, so that a JSON body lacks everything. */
export function formOf(call: Call): URLSearchParams {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(call.headers['content-type'] ?? '');
  return new URLSearchParams(isForm ? call.body : '');
}

/**
 * @returns The value of a parameter.
 * @throws Refused where it is missing or empty.
 */
export function required(form: URLSearchParams, parameter: string): string {
  const value = form.get(parameter);
  if (value === null || value === '') throw new Refused(900144, { parameter });
  return value;
}

/**
 * Checks the tenant in the path of a request.
 *
 * @param tenant Directory ID or verified domain.
 * @param app Client ID, for the text.
 * @param isAppOnly Whether no person is involved, which changes what is said about `common`.
 * @throws Refused for any tenant but this one.
 */
export function checkTenant(tenant: string, app: string, isAppOnly: boolean): void {
  const name = tenant.toLowerCase();
  if (name === tenantId || name === domain) return;
  const isShared = name === 'common' || name === 'consumers';
  if (isShared && isAppOnly) throw new Refused(9001023);
  if (isShared || name === 'organizations') throw new Refused(50194, { app, tenant });
  const isGuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(name);
  if (isGuid || /^[\w-]+(\.[\w-]+)+$/.test(name)) throw new Refused(90002, { tenant });
  throw new Refused(900023, { tenant });
}

/**
 * @returns The application with a client ID.
 * @throws Refused where there is none.
 */
export function knownApp(clientId: string, tenant: string): SandboxApp {
  const app = findApp(clientId);
  if (!app) throw new Refused(700016, { app: clientId, tenant });
  return app;
}
