import { randomInt, randomUUID } from 'node:crypto';
import { passwordMethodId } from '../../tenant/authentication-methods.js';
import type { Person } from '../../tenant/person.js';
import { isAcceptablePassword } from '../password-policy.js';
import { isJsonObject } from '../read-body.js';
import { contextUrl, type GraphReply, type WriteRequest } from '../request.js';
import { accessDenied, methodRefusal, unknownKey } from './problems.js';
import { personToReset } from './access.js';

/** A body without a password, or none at all, asks for a generated one. */
function readPassword(body: unknown): string | undefined {
  if (body === undefined) return undefined;
  if (!isJsonObject(body)) throw methodRefusal('The request body has to be a JSON object.');
  const stranger = Object.keys(body).find((name) => name !== 'newPassword');
  if (stranger !== undefined) {
    throw methodRefusal(`The parameter '${stranger}' in the request payload is not a valid parameter.`);
  }
  const password = body['newPassword'] ?? undefined;
  if (password === undefined) return undefined;
  if (typeof password !== 'string')
    throw methodRefusal("Invalid value specified for parameter 'newPassword'.");
  if (password.length < 8 || password.length > 256) {
    throw methodRefusal('The new password does not meet the password policy: it needs 8 to 256 characters.');
  }
  return password;
}

const consonants = 'bcdfghjklmnprstvwxyz';
const vowels = 'aeiou';

/** Four letters with a capital, then four digits, as in `Cuyo5459` (Graph: resetPassword, examples). */
function generatePassword(): string {
  const pick = (letters: string) => letters.charAt(randomInt(letters.length));
  const word = `${pick(consonants).toUpperCase()}${pick(vowels)}${pick(consonants)}${pick(vowels)}`;
  return `${word}${String(randomInt(10_000)).padStart(4, '0')}`;
}

/** What is only found out after the reset was accepted. */
function laterFailure(person: Person, password: string, isWriteBackOn: boolean): string | null {
  if (!isAcceptablePassword(password, person)) return 'PasswordDoesnotComplyFuzzyPolicy';
  const isRefusedOnPremises = person.onPremisesSyncEnabled === true && !isWriteBackOn;
  return isRefusedOnPremises ? 'OnPremisesPasswordWritebackNotEnabled' : null;
}

/**
 * Graph: `POST /users/{id}/authentication/methods/{password}/resetPassword`: 202 with the address of the operation. What
 * comes of it shows there only.
 */
export async function resetPassword(request: WriteRequest): Promise<GraphReply> {
  const { call, isSelf, now, switches, update } = request;
  if (isSelf) throw accessDenied();
  const given = readPassword(request.body);
  const password = given ?? generatePassword();
  const operationId = randomUUID();
  const reset: string[] = [];
  await update((tenant) => {
    const person = personToReset(request, tenant);
    if (request.innerKey.toLowerCase() !== passwordMethodId) throw unknownKey(request.innerKey, request.key);
    if (given === undefined && person.onPremisesSyncEnabled === true) {
      throw methodRefusal('newPassword is required for a user whose password is written back on-premises.');
    }
    const failure = laterFailure(person, password, switches.isPasswordWriteBackOn);
    reset.push(person.id);
    return {
      id: person.id,
      values: failure === null ? { lastPasswordChangeDateTime: new Date(now).toISOString() } : {},
      reset: { operationId, reset: { userId: person.id, acceptedAt: now, failure } },
    };
  });
  const operation = `users/${reset[0] ?? ''}/authentication/operations/${operationId}`;
  return {
    status: 202,
    resourceUnits: 2,
    headers: {
      location: `${call.origin}/v1.0/${operation}?aadgdc=SBX01P&aadgsu=ssprprod-a`,
      'retry-after': '5',
    },
    json:
      given === undefined
        ? {
            '@odata.context': contextUrl(request, 'microsoft.graph.passwordResetResponse'),
            newPassword: password,
          }
        : {},
  };
}
