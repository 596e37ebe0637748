import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose/jwt/sign';
import { clouds } from '../clouds.js';
import { publishedKeyId, publishedKey } from '../login/id-token.js';
import { stableId, tenantId } from '../tenant/identity.js';
import type { Subscription } from '../tenant/subscription.js';

/** The application of Microsoft that sends notifications (Graph: change notifications with resource data). */
const publisher = '0bf30f3b-4a52-48df-9a82-234910c4a086';

const lifetimeSeconds = 60 * 60;

let strangersKey: KeyObject | undefined;

function forgersKey(): KeyObject {
  return (strangersKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
}

/**
 * Mints what shows a subscriber that the resource data comes from Graph (Graph: change notifications with resource data,
 * validation tokens): a v1.0 token for the application, signed with the published key and valid for one hour.
 *
 * @param isForged Signs with another key under the name of the published one.
 * @param now Milliseconds since 1970.
 */
export async function mintValidationToken(
  { applicationId, audience }: Pick<Subscription, 'applicationId' | 'audience'>,
  isForged: boolean,
  now: number,
): Promise<string> {
  const host = new URL(audience).hostname;
  const cloud = clouds.find(({ graphHosts }) => graphHosts.includes(host)) ?? clouds[0];
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({
    appid: publisher,
    appidacr: '2',
    idtyp: 'app',
    oid: stableId(`servicePrincipal:${publisher}`),
    tid: tenantId,
    uti: randomUUID(),
    ver: '1.0',
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: publishedKeyId, x5t: publishedKeyId })
    .setAudience(applicationId)
    .setIssuer(`https://${cloud?.tokenServiceHost ?? host}/${tenantId}/`)
    .setSubject(stableId(`servicePrincipal:${publisher}`))
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(isForged ? forgersKey() : publishedKey);
}
