import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clientCertificate, unfitCertificate } from '../../../test_data/certificates/read.js';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../index.js';
import { chatNamed, chatWith, each, refusal, tokenOf } from '../../raw-chats.js';
import { get, member, signIn, write } from '../../raw-client.js';
import { startReceiver, type Receiver } from '../../raw-receiver.js';
import { idOf, minutesAfter, subscribe, wish } from '../../raw-subscriptions.js';

let clock: number;
let sandbox: Sandbox;
let receiver: Receiver;
let app: string;
let adele: string;
let resource: string;
const running: Sandbox[] = [];

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const started = await startSandbox({ now: () => clock, ...options });
  running.push(started);
  return started;
}

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17);
  sandbox = await start();
  receiver = await startReceiver();
  app = await signIn(sandbox);
  adele = await tokenOf(sandbox, 'adele', 'Chat.Read');
  resource = `/chats/${chatWith(sandbox, 'noor').id}/messages`;
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()));
  await receiver.close();
});

const one = (id: string, ...more: string[]) => `/v1.0/${['subscriptions', id, ...more].join('/')}`;
const der = (pem: string) => new X509Certificate(pem).raw.toString('base64');
const rich = (pem: string, id: unknown = 'key-1') => ({
  includeResourceData: true,
  encryptionCertificate: der(pem),
  encryptionCertificateId: id,
});

describe('POST /subscriptions', () => {
  test('answers 201 with the subscription, its secret and no certificate', async () => {
    const body = wish(receiver, resource, clock, rich(clientCertificate().cert));
    const answer = await subscribe(sandbox, adele, body);
    const person = sandbox.people().find(({ mail }) => mail === 'adele@contoso.example');
    expect([answer.status, answer.json]).toEqual([
      201,
      {
        '@odata.context': `${sandbox.url}/v1.0/$metadata#subscriptions/$entity`,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resource,
        applicationId: sandbox.apps[0]?.clientId,
        changeType: 'created,updated,deleted',
        clientState: 'a-secret-of-ours',
        notificationUrl: `${receiver.url}/graph?tenant=1`,
        lifecycleNotificationUrl: `${receiver.url}/lifecycle`,
        notificationQueryOptions: null,
        expirationDateTime: '2026-03-02T10:41:17Z',
        creatorId: person?.id,
        includeResourceData: true,
        latestSupportedTlsVersion: 'v1_2',
        encryptionCertificate: null,
        encryptionCertificateId: 'key-1',
        notificationUrlAppId: null,
      },
    ]);
    const log = JSON.stringify(sandbox.log.at(-1));
    expect(log).toContain('"acted":true');
    expect(log).not.toContain('a-secret-of-ours');
  });

  test.each([
    [{ changeType: undefined }, 'changeType is required.'],
    [{ changeType: 'created,renamed' }, "changeType has to name created, updated, deleted, not 'renamed'."],
    [{ resource: '' }, 'resource is required.'],
    [
      { resource: '/users' },
      "Resource '/users' cannot be subscribed to: the sandbox tells of messages in chats only.",
    ],
    [
      { resource: '/chats/getAllMessages?$filter=x' },
      "The option '$filter' of a resource is not supported by the sandbox.",
    ],
    [{ notificationUrl: undefined }, 'notificationUrl is required.'],
    [{ notificationUrl: 'graph' }, 'notificationUrl has to be an absolute URL.'],
    [{ notificationUrl: 'http://hooks.contoso.example/graph' }, 'notificationUrl has to use HTTPS.'],
    [{ notificationUrl: 'http://127.0.0.1.contoso.example/' }, 'notificationUrl has to use HTTPS.'],
    [{ notificationUrl: 'ftp://127.0.0.1/' }, 'notificationUrl has to use HTTPS.'],
    [{ lifecycleNotificationUrl: 'http://192.0.2.7/' }, 'lifecycleNotificationUrl has to use HTTPS.'],
    [{ clientState: 'x'.repeat(129) }, 'clientState has to be text of at most 128 characters.'],
    [{ expirationDateTime: undefined }, 'expirationDateTime is required.'],
    [
      { expirationDateTime: '2026-03-02T10:00:00' },
      'expirationDateTime has to be a date and time with a time zone.',
    ],
    [{ expirationDateTime: '2026-03-02T08:41:17Z' }, 'Subscription expiration has to be in the future.'],
    [{ includeResourceData: 'yes' }, 'includeResourceData has to be true or false.'],
    [
      { includeResourceData: true },
      'encryptionCertificate is required when includeResourceData is set to true.',
    ],
    [
      rich(clientCertificate().cert, null),
      'encryptionCertificateId is required when includeResourceData is set to true.',
    ],
    [
      rich(clientCertificate().cert, 'x'.repeat(129)),
      'encryptionCertificateId cannot be longer than 128 characters.',
    ],
    [
      { ...rich(clientCertificate().cert), encryptionCertificate: 'bm8gY2VydGlmaWNhdGU=' },
      'encryptionCertificate is not the Base64 form of an X.509 certificate.',
    ],
    [
      {
        ...rich(clientCertificate().cert),
        encryptionCertificate: Buffer.from(clientCertificate().cert).toString('base64'),
      },
      'encryptionCertificate is not the Base64 form of an X.509 certificate.',
    ],
    [rich(unfitCertificate('short-rsa')), 'encryptionCertificate needs an RSA key of 2048 to 4096 bits.'],
    [rich(unfitCertificate('long-rsa')), 'encryptionCertificate needs an RSA key of 2048 to 4096 bits.'],
    [rich(unfitCertificate('elliptic')), 'encryptionCertificate needs an RSA key of 2048 to 4096 bits.'],
    [
      { latestSupportedTlsVersion: 'v9' },
      'latestSupportedTlsVersion has to be one of v1_0, v1_1, v1_2, v1_3.',
    ],
    [
      { creatorId: 'me' },
      "The property 'creatorId' does not exist on type 'microsoft.graph.subscription' or cannot be set.",
    ],
  ])('refuses %j with 400 before it asks the endpoint', async (more, message) => {
    const answer = await subscribe(sandbox, app, wish(receiver, resource, clock, more));
    expect(refusal(answer).slice(0, 3)).toEqual([400, 'InvalidRequest', message]);
    expect([receiver.received, sandbox.subscriptions]).toEqual([[], []]);
    expect(sandbox.log.at(-1)?.acted).toBe(false);
  });

  test('takes text of just the right length', async () => {
    const more = {
      clientState: 'x'.repeat(128),
      ...rich(clientCertificate().cert, 'y'.repeat(128)),
    };
    expect((await subscribe(sandbox, app, wish(receiver, resource, clock, more))).status).toBe(201);
  });

  test('is one for each application and resource, however it is spelled and whoever asks', async () => {
    expect((await subscribe(sandbox, adele, wish(receiver, resource, clock))).status).toBe(201);
    const chatId = chatWith(sandbox, 'noor').id;
    const noor = await tokenOf(sandbox, 'noor', 'Chat.Read');
    for (const [token, again] of [
      [adele, `chats/${encodeURIComponent(chatId)}/messages`],
      [app, `Chats('${chatId}')/Messages`],
      [noor, resource],
    ] as const) {
      const answer = await subscribe(sandbox, token, wish(receiver, again, clock));
      expect(refusal(answer).slice(0, 3)).toEqual([
        409,
        'Conflict',
        'A subscription of this application for this resource already exists.',
      ]);
    }
    const other = await signIn(sandbox, 'admin');
    expect((await subscribe(sandbox, other, wish(receiver, resource, clock))).status).toBe(201);
    const elsewhere = `/chats/${chatWith(sandbox, 'george').id}/messages`;
    expect((await subscribe(sandbox, adele, wish(receiver, elsewhere, clock))).status).toBe(201);
  });

  test('lets only one of two through that ask at once', async () => {
    const both = await Promise.all(
      [0, 1].map(() => subscribe(sandbox, app, wish(receiver, resource, clock))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(sandbox.subscriptions).toHaveLength(1);
  });
});

describe('the lifetime of a subscription', () => {
  const lasting = async (minutes: number, more: Record<string, unknown> = {}) => {
    const expirationDateTime = minutesAfter(clock, minutes);
    return subscribe(sandbox, app, wish(receiver, resource, clock, { expirationDateTime, ...more }));
  };

  test('is three days at most', async () => {
    expect(refusal(await lasting(4_321)).slice(0, 3)).toEqual([
      400,
      'ExtensionError',
      'Subscription expiration can only be 4320 minutes in the future.',
    ]);
    expect((await lasting(4_320)).status).toBe(201);
  });

  test('is an hour at most without a lifecycle address', async () => {
    const without = { lifecycleNotificationUrl: null };
    expect(refusal(await lasting(61, without)).slice(0, 3)).toEqual([
      400,
      'InvalidRequest',
      'lifecycleNotificationUrl is a required property for subscription creation on this resource when the expirationDateTime value is set to greater than 1 hour.',
    ]);
    expect((await lasting(60, without)).status).toBe(201);
  });

  test('is raised to 45 minutes', async () => {
    const answer = await lasting(1);
    expect(member(answer.json, 'expirationDateTime')).toBe('2026-03-02T09:26:17Z');
  });

  test('ends it for good, and makes room for another', async () => {
    const id = idOf(await lasting(60));
    clock += 60 * 60_000 - 1;
    expect((await get(sandbox, app, one(id))).status).toBe(200);
    clock += 1;
    const later = { expirationDateTime: minutesAfter(clock, 60) };
    for (const answer of [
      await get(sandbox, app, one(id)),
      await write(sandbox, app, 'PATCH', one(id), later),
      await write(sandbox, app, 'DELETE', one(id)),
    ]) {
      expect(refusal(answer).slice(0, 3)).toEqual([404, 'ResourceNotFound', 'The object was not found.']);
    }
    expect(each(await get(sandbox, app, '/v1.0/subscriptions'), 'id')).toEqual([]);
    expect((await lasting(60)).status).toBe(201);
  });
});

describe('who may subscribe', () => {
  const missing = (kind: 'scope' | 'role', wanted: string) =>
    expect.stringContaining(`Missing ${kind} permissions on the request. API requires one of '${wanted}'.`);

  test('to a chat: a member who lets the application read, where a permission to write does not do', async () => {
    const writer = await tokenOf(sandbox, 'adele', 'Chat.ReadWrite');
    const stranger = await tokenOf(sandbox, 'tomas', 'Chat.Read');
    expect(refusal(await subscribe(sandbox, writer, wish(receiver, resource, clock))).slice(0, 3)).toEqual([
      403,
      'Forbidden',
      missing('scope', 'Chat.Read'),
    ]);
    expect(refusal(await subscribe(sandbox, stranger, wish(receiver, resource, clock))).slice(0, 3)).toEqual([
      403,
      'Forbidden',
      'InsufficientPrivileges',
    ]);
    const reader = await signIn(sandbox, 'reader');
    expect(refusal(await subscribe(sandbox, reader, wish(receiver, resource, clock))).slice(0, 3)).toEqual([
      403,
      'Forbidden',
      missing('role', 'Chat.Read.All'),
    ]);
    for (const token of [adele, app]) {
      const unknown = wish(receiver, '/chats/19:0000@thread.v2/messages', clock);
      expect((await subscribe(sandbox, token, unknown)).status).toBe(404);
      const malformed = wish(receiver, '/chats/none/messages', clock);
      expect((await subscribe(sandbox, token, malformed)).status).toBe(400);
    }
    expect(receiver.received).toEqual([]);
  });

  test('to all chats: an application, which may say who pays', async () => {
    const all = '/chats/getAllMessages';
    expect((await subscribe(sandbox, adele, wish(receiver, all, clock))).status).toBe(412);
    expect((await subscribe(sandbox, app, wish(receiver, `${all}?model=C`, clock))).status).toBe(400);
    expect((await subscribe(sandbox, app, wish(receiver, `${all}?model=B`, clock))).status).toBe(201);
  });

  test("to a person's chats: that person, or an application that does not say me", async () => {
    const own = '/me/chats/getAllMessages';
    const hers = '/users/adele@contoso.example/chats/getAllMessages';
    const noors = '/users/noor@contoso.example/chats/getAllMessages';
    expect(refusal(await subscribe(sandbox, app, wish(receiver, own, clock))).slice(0, 3)).toEqual([
      400,
      'BadRequest',
      '/me request is only valid with delegated authentication flow.',
    ]);
    expect((await subscribe(sandbox, adele, wish(receiver, noors, clock))).status).toBe(403);
    expect((await subscribe(sandbox, adele, wish(receiver, own, clock))).status).toBe(201);
    expect((await subscribe(sandbox, adele, wish(receiver, hers, clock))).status).toBe(409);
    expect((await subscribe(sandbox, app, wish(receiver, noors, clock))).status).toBe(201);
    const nobody = '/users/nobody@contoso.example/chats/getAllMessages';
    expect((await subscribe(sandbox, app, wish(receiver, nobody, clock))).status).toBe(404);
  });

  test('nobody without a token', async () => {
    expect((await write(sandbox, '', 'POST', '/v1.0/subscriptions', {})).status).toBe(401);
  });
});

describe('a subscription', () => {
  let id: string;
  beforeEach(async () => {
    id = idOf(await subscribe(sandbox, adele, wish(receiver, resource, clock)));
  });

  test('is shown to the application and person that made it, without its secret', async () => {
    const shown = await get(sandbox, adele, one(id));
    expect([shown.status, member(shown.json, 'clientState')]).toEqual([200, null]);
    const list = await get(sandbox, adele, '/v1.0/subscriptions');
    expect(member(list.json, '@odata.context')).toBe(`${sandbox.url}/v1.0/$metadata#subscriptions`);
    expect([each(list, 'id'), each(list, 'clientState')]).toEqual([[id], [null]]);
    const noor = await tokenOf(sandbox, 'noor', 'Chat.Read');
    const elsewhere = await sandbox.signIn({ app: 'admin', user: 'adele@contoso.example' });
    for (const other of [app, noor, elsewhere.accessToken]) {
      expect(each(await get(sandbox, other, '/v1.0/subscriptions'), 'id')).toEqual([]);
      const refused = [
        await get(sandbox, other, one(id)),
        await write(sandbox, other, 'PATCH', one(id), { expirationDateTime: minutesAfter(clock, 60) }),
        await write(sandbox, other, 'POST', one(id, 'reauthorize')),
        await write(sandbox, other, 'DELETE', one(id)),
      ];
      expect(refused.map((answer) => refusal(answer)[1])).toEqual(Array(4).fill('ResourceNotFound'));
    }
    expect(sandbox.subscriptions).toHaveLength(1);
  });

  test('is renewed by PATCH within the limits, with 200', async () => {
    clock += 60_000;
    const renewed = await write(sandbox, adele, 'PATCH', one(id), {
      expirationDateTime: '2026-03-04T08:41:17.0000000Z',
    });
    expect([
      renewed.status,
      member(renewed.json, 'expirationDateTime'),
      member(renewed.json, 'clientState'),
    ]).toEqual([200, '2026-03-04T08:41:17Z', null]);
    const tooLong = { expirationDateTime: minutesAfter(clock, 4_321) };
    expect(refusal(await write(sandbox, adele, 'PATCH', one(id), tooLong))[1]).toBe('ExtensionError');
    expect(sandbox.subscriptions[0]?.expiresAt).toBe(Date.UTC(2026, 2, 4, 8, 41, 17));
  });

  test.each([
    [{ lifecycleNotificationUrl: 'https://127.0.0.1/' }, 'lifecycleNotificationUrl of a subscription'],
    [{ resource: '/chats/getAllMessages' }, 'resource of a subscription'],
    [{ clientState: 'new' }, 'clientState of a subscription'],
    [rich(clientCertificate().cert), 'includeResourceData of a subscription'],
    [
      { encryptionCertificate: der(clientCertificate().cert), encryptionCertificateId: 'a' },
      'encryptionCertificate is for subscriptions with resource data only.',
    ],
    [{}, 'There is nothing to change.'],
  ])('is not changed by %j', async (body, message) => {
    const answer = await write(sandbox, adele, 'PATCH', one(id), body);
    expect(refusal(answer).slice(0, 3)).toEqual([400, 'InvalidRequest', expect.stringContaining(message)]);
  });

  test('moves to another endpoint that wants it', async () => {
    const before = receiver.received.length;
    const moved = await write(sandbox, adele, 'PATCH', one(id), { notificationUrl: `${receiver.url}/new` });
    expect(member(moved.json, 'notificationUrl')).toBe(`${receiver.url}/new`);
    expect(receiver.received.slice(before).map(({ target }) => target.split('?')[0])).toEqual(['/new']);
    receiver.validate = () => ({ status: 403 });
    const refused = await write(sandbox, adele, 'PATCH', one(id), { notificationUrl: `${receiver.url}/no` });
    expect(refusal(refused)[1]).toBe('ValidationError');
    expect(sandbox.subscriptions[0]?.notificationUrl).toBe(`${receiver.url}/new`);
  });

  test('is reauthorized with 204 and ends as it would have', async () => {
    expect((await write(sandbox, adele, 'POST', one(id, 'reauthorize'))).status).toBe(204);
    expect(sandbox.subscriptions[0]?.expiresAt).toBe(clock + 120 * 60_000);
    const writer = await tokenOf(sandbox, 'adele', 'Chat.ReadWrite');
    expect((await write(sandbox, writer, 'POST', one(id, 'reauthorize'))).status).toBe(403);
  });

  test('is deleted with 204, once', async () => {
    expect((await write(sandbox, adele, 'DELETE', one(id))).status).toBe(204);
    expect((await write(sandbox, adele, 'DELETE', one(id))).status).toBe(404);
    expect(sandbox.subscriptions).toEqual([]);
  });

  test('is there in v1.0 only, below known paths and methods', async () => {
    expect((await get(sandbox, adele, `/beta/subscriptions/${id}`)).status).toBe(400);
    expect((await write(sandbox, adele, 'PUT', one(id), {})).status).toBe(405);
  });
});

describe('the state file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-subscriptions-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('keeps a subscription for the next process, and one that is none is refused', async () => {
    const stateFile = join(folder, 'state.json');
    const first = await start({ stateFile });
    const token = await tokenOf(first, 'adele', 'Chat.Read');
    const id = idOf(await subscribe(first, token, wish(receiver, resource, clock)));
    const next = await start({ stateFile });
    expect((await get(next, token, one(id))).status).toBe(200);
    const text = await readFile(stateFile, 'utf8');
    await writeFile(stateFile, text.replace('"warnedOf":0', '"warnedOf":"never"'));
    await expect(startSandbox({ stateFile })).rejects.toThrow('is not a state of the sandbox');
  });
});

test('a meeting chat can be subscribed to like any other', async () => {
  const { id } = chatNamed(sandbox, 'Weekly security review');
  expect((await subscribe(sandbox, app, wish(receiver, `/chats/${id}/messages`, clock))).status).toBe(201);
});
