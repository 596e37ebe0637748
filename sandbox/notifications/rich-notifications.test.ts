import {
  constants,
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  privateDecrypt,
  verify,
  X509Certificate,
} from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clientCertificate } from '../../test_data/certificates/read.js';
import { startSandbox, type Sandbox } from '../index.js';
import { chatPath, chatWith, tokenOf } from '../raw-chats.js';
import { claimsOf, get, member, send, signIn, write } from '../raw-client.js';
import { startReceiver, type Receiver } from '../raw-receiver.js';
import { idOf, notificationPath, subscribe, wish } from '../raw-subscriptions.js';
import { encrypt } from './encrypt.js';
import { mintValidationToken } from './validation-token.js';

const { cert, key } = clientCertificate();
const certificate = new X509Certificate(cert).raw.toString('base64');
const rotated = clientCertificate('unregistered');

let clock: number;
let sandbox: Sandbox;
let receiver: Receiver;
let adele: string;
let chat: string;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);
  sandbox = await startSandbox({ now: () => clock });
  receiver = await startReceiver();
  adele = await tokenOf(sandbox, 'adele', 'Chat.Read', 'Chat.ReadWrite');
  chat = chatWith(sandbox, 'noor').id;
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

const rich = {
  includeResourceData: true,
  encryptionCertificate: certificate,
  encryptionCertificateId: 'key-1',
};
const on = (more: Record<string, unknown> = rich) => wish(receiver, `/chats/${chat}/messages`, clock, more);

async function say(content: string): Promise<string> {
  const path = chatPath(chat, 'messages');
  return String(member((await write(sandbox, adele, 'POST', path, { body: { content } })).json, 'id'));
}

/** Graph: change notifications with resource data, as its receiver has to do it. */
function decrypted(content: unknown, privateKey = key): unknown {
  const bytes = (name: string) => Buffer.from(String(member(content, name)), 'base64');
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const symmetric = privateDecrypt({ key: privateKey, padding, oaepHash: 'sha1' }, bytes('dataKey'));
  expect(symmetric).toHaveLength(32);
  const data = bytes('data');
  expect(createHmac('sha256', symmetric).update(data).digest()).toEqual(bytes('dataSignature'));
  const decipher = createDecipheriv('aes-256-cbc', symmetric, symmetric.subarray(0, 16));
  return JSON.parse(Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8'));
}

/** Whether the key under the token's name in the keys document signed it. */
async function isGenuine(token: string): Promise<boolean> {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const kid = member(JSON.parse(Buffer.from(header, 'base64url').toString('utf8')), 'kid');
  const keys = member((await send(sandbox.url, '/common/discovery/v2.0/keys')).json, 'keys');
  const found: unknown = (Array.isArray(keys) ? keys : []).find((each) => member(each, 'kid') === kid);
  const jwk = { kty: 'RSA', n: String(member(found, 'n')), e: String(member(found, 'e')) };
  const data = Buffer.from(`${header}.${payload}`);
  const published = createPublicKey({ key: jwk, format: 'jwk' });
  return verify('sha256', data, published, Buffer.from(signature, 'base64url'));
}

const tokensIn = (json: unknown): string[] => {
  const tokens = member(json, 'validationTokens');
  return (Array.isArray(tokens) ? tokens : []).map(String);
};

describe('resource data', () => {
  test('is the message as it can be read, for the owner of the certificate only', async () => {
    await subscribe(sandbox, adele, on());
    const id = await say('Was it you? <ß🙂>');
    await sandbox.notify();
    const [item] = receiver.itemsAt(notificationPath);
    const content = member(item, 'encryptedContent');
    expect(content).toEqual({
      data: expect.any(String),
      dataSignature: expect.any(String),
      dataKey: expect.any(String),
      encryptionCertificateId: 'key-1',
      encryptionCertificateThumbprint: createHash('sha1')
        .update(Buffer.from(certificate, 'base64'))
        .digest('hex')
        .toUpperCase(),
    });
    const read = await get(sandbox, adele, chatPath(chat, 'messages', id));
    expect(decrypted(content)).toEqual({
      ...Object(read.json),
      '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#chats('${encodeURIComponent(chat)}')/messages/$entity`,
    });
    expect(member(item, 'resourceData', 'id')).toBe(id);
    expect(JSON.stringify(receiver.received)).not.toContain('Was it you');
  });

  test('has a key of its own in each item', async () => {
    await subscribe(sandbox, adele, on());
    await say('one');
    await say('two');
    await sandbox.notify();
    const keys = receiver
      .itemsAt(notificationPath)
      .map((item) => member(item, 'encryptedContent', 'dataKey'));
    expect(new Set(keys).size).toBe(2);
    const said = receiver
      .itemsAt(notificationPath)
      .map((item) => member(decrypted(member(item, 'encryptedContent')), 'body', 'content'));
    expect(said).toEqual(['one', 'two']);
  });

  test('goes under a new certificate after its rotation', async () => {
    const id = idOf(await subscribe(sandbox, adele, on()));
    const answer = await write(sandbox, adele, 'PATCH', `/v1.0/subscriptions/${id}`, {
      encryptionCertificate: new X509Certificate(rotated.cert).raw.toString('base64'),
      encryptionCertificateId: 'key-2',
    });
    expect([answer.status, member(answer.json, 'encryptionCertificateId')]).toEqual([200, 'key-2']);
    await say('Hello');
    await sandbox.notify();
    const content = member(receiver.itemsAt(notificationPath)[0], 'encryptedContent');
    expect(member(content, 'encryptionCertificateId')).toBe('key-2');
    expect(member(decrypted(content, rotated.key), 'body', 'content')).toBe('Hello');
  });

  test('survives whatever a message says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(decrypted(encrypt(value, certificate, 'key')))).toBe(JSON.stringify(value));
      }),
      { numRuns: 50 },
    );
  });
});

describe('validation tokens', () => {
  test('come with resource data only, one for each application', async () => {
    await subscribe(sandbox, adele, on());
    await subscribe(sandbox, await signIn(sandbox, 'admin'), on());
    const other = wish(receiver, '/me/chats/getAllMessages', clock, rich);
    await subscribe(sandbox, adele, other);
    await say('Hello');
    await sandbox.notify();
    const posts = receiver.received.filter(({ target }) => target === notificationPath);
    const tokens = posts.flatMap(({ json }) => tokensIn(json));
    expect([posts.length, receiver.itemsAt(notificationPath).length, tokens.length]).toEqual([1, 3, 2]);
    const audiences = tokens.map((token) => member(claimsOf(token), 'aud'));
    const clientIds = sandbox.apps.filter(({ name }) => name === 'soar' || name === 'admin');
    expect(audiences.sort()).toEqual(clientIds.map(({ clientId }) => clientId).sort());
  });

  test('say who sends, for whom and how long, under the published key', async () => {
    await subscribe(sandbox, adele, on());
    await say('Hello');
    await sandbox.notify();
    const [token = ''] = tokensIn(receiver.received.at(-1)?.json);
    const now = Math.floor(clock / 1000);
    expect(claimsOf(token)).toMatchObject({
      aud: sandbox.apps[0]?.clientId,
      iss: `https://sts.windows.net/${sandbox.tenantId}/`,
      appid: '0bf30f3b-4a52-48df-9a82-234910c4a086',
      tid: sandbox.tenantId,
      ver: '1.0',
      iat: now,
      nbf: now,
      exp: now + 3_600,
    });
    expect(await isGenuine(token)).toBe(true);
  });

  test('are issued in the cloud of the subscriber', async () => {
    const about = { applicationId: 'app', audience: 'https://microsoftgraph.chinacloudapi.cn' };
    const token = await mintValidationToken(about, false, clock);
    expect(member(claimsOf(token), 'iss')).toBe(`https://sts.chinacloudapi.cn/${sandbox.tenantId}/`);
  });

  test('are fresh when a delivery is tried again', async () => {
    await subscribe(sandbox, adele, on());
    receiver.answer = () => ({ status: 503 });
    await say('Hello');
    await sandbox.notify();
    clock += 2 * 60 * 60_000 - 1;
    await sandbox.notify();
    const [, again = ''] = receiver.received.flatMap(({ json }) => tokensIn(json));
    expect(member(claimsOf(again), 'iat')).toBe(Math.floor(clock / 1000));
  });

  test('can be forged: the published name, another key', async () => {
    sandbox.switches.areValidationTokensForged = true;
    await subscribe(sandbox, adele, on());
    await say('Hello');
    await sandbox.notify();
    const [token = ''] = tokensIn(receiver.received.at(-1)?.json);
    expect(member(claimsOf(token), 'aud')).toBe(sandbox.apps[0]?.clientId);
    expect(await isGenuine(token)).toBe(false);
  });
});
