import { randomInt, randomUUID } from 'node:crypto';
import type { TemporaryAccessPass } from '../../tenant/authentication-methods.js';
import type { Person } from '../../tenant/person.js';
import type { TapPolicy } from '../../tenant/switches.js';
import { isJsonObject } from '../read-body.js';
import { contextUrl, type GraphReply, type WriteRequest } from '../request.js';
import { addressedPerson } from './access.js';
import { accessDenied, methodRefusal } from './problems.js';
import { showPass } from './show-method.js';

/** What a pass is to be like; what is undefined follows the policy. */
interface PassRequest {
  readonly startDateTime: string | undefined;
  readonly lifetimeInMinutes: number | undefined;
  readonly isUsableOnce: boolean | undefined;
}

/** An instant with its zone (OData: Edm.DateTimeOffset). */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$/i;

function unfit(name: string) {
  return methodRefusal(`Invalid value specified for property '${name}'.`);
}

/** Null is as good as nothing: the defaults apply. */
function readPassRequest(body: unknown): PassRequest {
  if (body !== undefined && !isJsonObject(body))
    throw methodRefusal('The request body has to be a JSON object.');
  const { startDateTime, lifetimeInMinutes, isUsableOnce, ...others } = body ?? {};
  const stranger = Object.keys(others).find((name) => !name.startsWith('@'));
  if (stranger !== undefined) {
    throw methodRefusal(
      `The property '${stranger}' does not exist on type 'microsoft.graph.temporaryAccessPassAuthenticationMethod'.`,
    );
  }
  const start = startDateTime ?? undefined;
  const lifetime = lifetimeInMinutes ?? undefined;
  const once = isUsableOnce ?? undefined;
  if (
    start !== undefined &&
    !(typeof start === 'string' && instant.test(start) && !isNaN(Date.parse(start)))
  ) {
    throw unfit('startDateTime');
  }
  if (lifetime !== undefined && !(typeof lifetime === 'number' && Number.isInteger(lifetime))) {
    throw unfit('lifetimeInMinutes');
  }
  if (once !== undefined && typeof once !== 'boolean') throw unfit('isUsableOnce');
  return { startDateTime: start, lifetimeInMinutes: lifetime, isUsableOnce: once };
}

/** Graph allows 10 minutes to 30 days; the policy of the tenant narrows it (Graph: temporaryAccessPass, limits). */
function checkLifetime(minutes: number, policy: TapPolicy): void {
  const least = Math.max(10, policy.minimumLifetimeInMinutes);
  const most = Math.min(43_200, policy.maximumLifetimeInMinutes);
  if (minutes >= least && minutes <= most) return;
  throw methodRefusal(
    minutes < 10 || minutes > 43_200
      ? 'lifetimeInMinutes must be between 10 and 43200.'
      : `lifetimeInMinutes must be between ${least} and ${most}, as the Temporary Access Pass policy says.`,
  );
}

/** Graph's own form of a time: seven digits behind the point. */
function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '0000Z');
}

function newPass(wanted: PassRequest, policy: TapPolicy, now: number): TemporaryAccessPass {
  if (policy.state === 'disabled') {
    throw methodRefusal(
      'Converged UserCredentialPolicy does not allow creating or updating a Temporary Access Pass for the user.',
    );
  }
  const lifetimeInMinutes = wanted.lifetimeInMinutes ?? policy.defaultLifetimeInMinutes;
  checkLifetime(lifetimeInMinutes, policy);
  if (policy.isUsableOnce && wanted.isUsableOnce === false) {
    throw methodRefusal('The Temporary Access Pass policy requires isUsableOnce to be true.');
  }
  const start = wanted.startDateTime === undefined ? now : Date.parse(wanted.startDateTime);
  if (start < now) throw methodRefusal('startDateTime must not be in the past.');
  return {
    id: randomUUID(),
    createdDateTime: timestamp(now),
    startDateTime: timestamp(start),
    lifetimeInMinutes,
    isUsableOnce: wanted.isUsableOnce ?? policy.isUsableOnce,
  };
}

const characters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!#$%&*+=?@^';

function newValue(length: number): string {
  return Array.from({ length }, () => characters.charAt(randomInt(characters.length))).join('');
}

/** Guests of another tenant sign in there; internal guests are welcome. */
function isExternalGuest(person: Person): boolean {
  return person.userType === 'Guest' && person.creationType === 'Invitation';
}

/**
 * Graph: `POST /users/{id}/authentication/temporaryAccessPassMethods`: 201 with the value, which is never shown again. A
 * pass the person had before is gone.
 */
export async function createPass(request: WriteRequest): Promise<GraphReply> {
  const { body, isSelf, now, switches, update } = request;
  if (isSelf) throw accessDenied();
  const wanted = readPassRequest(body);
  const made: { pass: TemporaryAccessPass; userId: string }[] = [];
  await update((tenant) => {
    const person = addressedPerson(request, tenant);
    if (isExternalGuest(person)) {
      throw methodRefusal('Temporary Access Pass cannot be added to an external guest user.');
    }
    const pass = newPass(wanted, switches.tapPolicy, now);
    made.push({ pass, userId: person.id });
    return { id: person.id, values: {}, methods: { ...tenant.methodsOf(person), pass } };
  });
  return {
    status: 201,
    resourceUnits: 2,
    json: made.map(({ pass, userId }) => ({
      '@odata.context': contextUrl(
        request,
        `users('${userId}')/authentication/temporaryAccessPassMethods/$entity`,
      ),
      ...showPass(pass, switches.tapPolicy, now, newValue(switches.tapPolicy.defaultLength)),
    }))[0],
  };
}
