import type { Person } from '../tenant/person.js';
import { grantsValidFrom, sessionMark } from '../tenant/session-mark.js';
import { tenantId } from '../tenant/identity.js';
import { Refused } from './aadsts.js';
import type { LoginContext } from './context.js';

/**
 * The person behind a grant, if the grant is still good.
 *
 * @param grant Whose it is, when it was given (milliseconds since 1970), and the session mark of then.
 * @throws Refused 50034 for somebody who is gone, 50057 for a disabled account, 50173 after sessions were revoked.
 */
export function signedInPerson(
  grant: { readonly userId: string; readonly issuedAt: number; readonly sessionMark: string },
  { directory }: Pick<LoginContext, 'directory'>,
): Person {
  const person = directory.peek().find(grant.userId);
  if (!person) throw new Refused(50034, { user: grant.userId, tenant: tenantId });
  if (!person.accountEnabled) throw new Refused(50057);
  if (sessionMark(person) !== grant.sessionMark) {
    throw new Refused(50173, {
      issued: new Date(grant.issuedAt).toISOString(),
      validFrom: grantsValidFrom(person),
    });
  }
  return person;
}
