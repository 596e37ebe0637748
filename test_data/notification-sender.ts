import {
  createCipheriv,
  createHmac,
  createPublicKey,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { type NotificationCertificate } from '../integration/settings/settings.js';
import { parseSettings } from '../integration/settings/parse.js';
import { OWN_APP } from '../integration/settings/sample-instances.js';
import { clientCertificate } from './certificates/read.js';

/** The tenant and the application that notifications are for. */
export const RECIPIENT = {
  applicationId: '0c2f4b1e-1d7a-4f6e-9b51-8a7d2c3e4f50',
  tenantId: 'b33c1d2e-0f4a-4b5c-8d6e-7f8091a2b3c4',
} as const;

const PUBLISHER = '0bf30f3b-4a52-48df-9a82-234910c4a086';

/** Certificates as an instance's parameters give them, the first one for new subscriptions. */
export function notificationCertificates(): readonly [NotificationCertificate, NotificationCertificate] {
  const pem = (['client', 'unregistered'] as const).map(clientCertificate);
  const { chatEvents } = parseSettings({
    ...OWN_APP,
    chat_events: 'Notifications',
    chat_events_chats: '19:1@thread.v2',
    notification_certificate: pem.map(({ cert, key }) => cert + key).join(''),
  });
  const [one, other] = chatEvents?.certificates ?? [];
  if (!one || !other) throw new Error('The certificates were not read.');
  return [one, other];
}

/** Encrypts a resource as Graph does (Graph: change notifications with resource data). */
export function encryptedContent(
  resource: unknown,
  { id, certificate }: NotificationCertificate,
): Record<'data' | 'dataSignature' | 'dataKey' | 'encryptionCertificateId', string> {
  const key = randomBytes(32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const data = Buffer.concat([cipher.update(JSON.stringify(resource), 'utf8'), cipher.final()]);
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
  const pem = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }));
  return {
    data: data.toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    dataKey: publicEncrypt(pem, key).toString('base64'),
    encryptionCertificateId: id,
  };
}

/** A sign-in host's keys, and tokens signed with one of them. */
export interface TokenSigner {
  /** What the host publishes (RFC 7517). */
  readonly keys: object;
  /** A token as Graph's publisher sends it. @param changes Claims that differ. @param now Milliseconds since 1970. */
  sign(now: number, changes?: JWTPayload): Promise<string>;
}

/** Makes one. */
export async function createTokenSigner(kid = 'key-1'): Promise<TokenSigner> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return {
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig' }] },
    sign: (now, changes = {}) =>
      new SignJWT({
        aud: RECIPIENT.applicationId,
        iss: `https://sts.windows.net/${RECIPIENT.tenantId}/`,
        tid: RECIPIENT.tenantId,
        appid: PUBLISHER,
        iat: Math.floor(now / 1000),
        exp: Math.floor(now / 1000) + 3600,
        ...changes,
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .sign(privateKey),
  };
}
