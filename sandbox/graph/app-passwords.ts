import { randomBytes, randomUUID } from 'node:crypto';
import { hashSecret, type AppPassword } from '../tenant/app-passwords.js';
import type { Tenant } from '../tenant/tenant.js';
import { hasRole, personOf, type RoutePermissions } from './permission.js';
import { directoryRefusal, requestDenied } from './problem.js';
import { isJsonObject, unreadableBody } from './read-body.js';
import { contextUrl, type GraphReply, type WriteRequest } from './request.js';
import { findServicePrincipal } from './service-principal-key.js';

/** Permissions any of which opens it (Graph: servicePrincipal: addPassword). */
export const passwordWriters: RoutePermissions = {
  application: ['Application.ReadWrite.All'],
  delegated: ['Application.ReadWrite.All', 'Directory.ReadWrite.All'],
};

/** A person needs an Entra role that reaches applications; of those the tenant knows, only one does. */
function checkMayWrite({ caller }: WriteRequest, tenant: Tenant): void {
  const actor = personOf(caller, tenant);
  if (caller.userId !== undefined && !(actor && hasRole(actor, 'Global Administrator')))
    throw requestDenied();
}

interface Wanted {
  readonly displayName: string | null;
  readonly startDateTime: string;
  readonly endDateTime: string;
}

function readTime(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  const isTime = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !isNaN(Date.parse(value));
  if (isTime) return new Date(value).toISOString();
  throw directoryRefusal(`Invalid value specified for property '${name}' of resource 'PasswordCredential'.`);
}

function readWanted(body: unknown, now: number): Wanted {
  if (!isJsonObject(body)) throw unreadableBody();
  const credential = body['passwordCredential'] ?? {};
  if (!isJsonObject(credential)) throw unreadableBody();
  const { displayName = null, startDateTime, endDateTime } = credential;
  if (displayName !== null && typeof displayName !== 'string') {
    throw directoryRefusal(
      "Invalid value specified for property 'displayName' of resource 'PasswordCredential'.",
    );
  }
  const start = readTime(startDateTime, 'startDateTime') ?? new Date(now).toISOString();
  const twoYearsOn = new Date(start);
  twoYearsOn.setUTCFullYear(twoYearsOn.getUTCFullYear() + 2);
  const end = readTime(endDateTime, 'endDateTime') ?? twoYearsOn.toISOString();
  if (Date.parse(end) <= Date.parse(start)) {
    throw directoryRefusal('Key credential end date is invalid.');
  }
  return { displayName, startDateTime: start, endDateTime: end };
}

/** Real secrets are forty characters with a tilde near the front. */
function newSecret(): string {
  return `${randomBytes(2).toString('hex').slice(0, 3)}8Q~${randomBytes(26).toString('base64url').slice(0, 34)}`;
}

/** Graph: `POST /servicePrincipals/{id}/addPassword`: 200 with the secret, which is never shown again. */
export async function addPassword(request: WriteRequest): Promise<GraphReply> {
  const { body, key, now, update } = request;
  const secretText = newSecret();
  const keyId = randomUUID();
  const hint = secretText.slice(0, 3);
  let wanted: Wanted | undefined;
  await update((tenant) => {
    checkMayWrite(request, tenant);
    wanted = readWanted(body, now);
    const { id: principalId } = findServicePrincipal(key);
    const secretHash = hashSecret(secretText);
    const password: AppPassword = { keyId, principalId, ...wanted, hint, secretHash, addedAt: now };
    return { appPasswords: { ...tenant.appPasswords, [keyId]: password } };
  });
  return {
    status: 200,
    resourceUnits: 2,
    json: {
      '@odata.context': contextUrl(request, 'microsoft.graph.passwordCredential'),
      customKeyIdentifier: null,
      ...wanted,
      keyId,
      secretText,
      hint,
    },
  };
}

/** Graph: `POST /servicePrincipals/{id}/removePassword`: 204. */
export async function removePassword(request: WriteRequest): Promise<GraphReply> {
  const { body, key, update } = request;
  await update((tenant) => {
    checkMayWrite(request, tenant);
    const keyId = isJsonObject(body) ? body['keyId'] : undefined;
    if (typeof keyId !== 'string') {
      throw directoryRefusal("A value is required for property 'keyId' of resource 'ServicePrincipal'.");
    }
    const { id: principalId } = findServicePrincipal(key);
    const known = Object.values(tenant.appPasswords);
    const isThere = known.some((one) => one.keyId === keyId && one.principalId === principalId);
    if (!isThere) throw directoryRefusal(`No password credential found with keyId '${keyId}'.`);
    return {
      appPasswords: Object.fromEntries(
        known.filter((one) => one.keyId !== keyId).map((one) => [one.keyId, one]),
      ),
    };
  });
  return { status: 204, resourceUnits: 2 };
}
