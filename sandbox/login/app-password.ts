import { servicePrincipalId, type ServicePrincipal } from '../tenant/apps.js';
import { hashSecret } from '../tenant/app-passwords.js';
import { Refused } from './aadsts.js';
import type { LoginContext } from './context.js';

/**
 * Checks a secret that was added to a service principal (Graph: addPassword).
 *
 * @throws Refused 7000215 for one that is unknown, removed, or too new to have come round; 7000222 for an expired one.
 */
export function checkAppPassword(
  principal: ServicePrincipal,
  secret: string,
  { directory, switches, now }: Pick<LoginContext, 'directory' | 'switches' | 'now'>,
): void {
  const secretHash = hashSecret(secret);
  const principalId = servicePrincipalId(principal);
  const found = Object.values(directory.peek().appPasswords).find(
    (password) => password.principalId === principalId && password.secretHash === secretHash,
  );
  const app = principal.clientId;
  const isKnown = found && now() >= found.addedAt + switches.appPasswordDelaySeconds * 1000;
  if (!isKnown || now() < Date.parse(found.startDateTime)) throw new Refused(7000215, { app });
  if (now() >= Date.parse(found.endDateTime)) throw new Refused(7000222, { app });
}
