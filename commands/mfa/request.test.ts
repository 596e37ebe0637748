import { createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createFileStore } from '../../integration/state/file.js';
import { type MfaOutcome } from '../../sandbox/index.js';
import { startTlsProxy } from '../../sandbox/tls-proxy.js';
import { cloudAuthorityFile, cloudCertificate } from '../../test_data/certificates/read.js';
import { withNetworkEnvironment } from '../../test_data/environment.js';
import { type MfaBench, openMfaBench, toMfaService } from '../../test_data/mfa-bench.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';

const COMMAND = 'msgraph-user-request-mfa';
const ADELE = 'adele@contoso.example';
const failed = `Failed to pop MFA request for user ${ADELE}: Status: `;

let bench: MfaBench;
beforeEach(async () => {
  bench = await openMfaBench();
});
afterEach(() => bench.close());

const request = (args: Record<string, unknown> = {}, instance = bench.instance) =>
  bench.run(COMMAND, { user_mail: ADELE, ...args }, instance);

test('an approval is a success, in the known words, with the request in the context', async () => {
  const { execution, entry, context, requests } = await request({ reason: 'Sign-in from abroad' });
  expect(entry).toMatchObject({ Type: 1, HumanReadable: 'Status: User Approved MFA Request' });
  expect(Object.keys(entry.EntryContext ?? {})).toEqual([
    'MSGraphUser.MFARequest(val.ContextID && val.ContextID == obj.ContextID)',
  ]);
  const [push] = bench.sandbox.mfaRequests;
  expect(context['MFARequest']).toEqual({
    User: ADELE,
    ContextID: push?.contextId,
    Status: 'approved',
    StartedAt: '2026-03-02T08:00:00.000Z',
    Result: 'approved',
    Value: 'Success',
    Message: null,
    AnsweredAt: '2026-03-02T08:00:00.000Z',
  });
  expect(entry.Contents).toEqual(context['MFARequest']);
  expect(execution.entries).toHaveLength(1);
  expect(toMfaService(requests)[0]?.body).toMatchObject({
    UserPrincipalName: ADELE,
    AuthenticationMethodId: 'PhoneAppNotification',
    SyncCall: 'true',
  });
  expect(bench.audit).toMatchObject([
    { command: COMMAND, typed: ADELE, reason: 'Sign-in from abroad', resolved: { userPrincipalName: ADELE } },
    { outcome: 'done', error: null },
  ]);
});

describe('what is no approval is an error that carries the outcome', () => {
  test.each<[MfaOutcome, string, string, string]>([
    ['deny', 'denied', 'PhoneAppDenied', 'User Denied Request'],
    ['no-response', 'timeout', 'PhoneAppNoResponse', 'MFA Request Timed Out'],
    [
      'fraud',
      'fraud',
      'PhoneAppFraud',
      'MFA Request Failed - PhoneAppFraud: the user refused and reported fraud',
    ],
    ['locked', 'failed', 'AuthenticationMethodLocked', 'MFA Request Failed - AuthenticationMethodLocked: '],
    [
      'all-devices-blocked',
      'failed',
      'PhoneAppAllDevicesBlocked',
      'MFA Request Failed - PhoneAppAllDevicesBlocked: ',
    ],
    ['challenge', 'challenge', 'Success', 'MFA Request Failed - Success: the service wants a code'],
  ])('%s', async (outcome, Result, Value, words) => {
    bench.setAnswer(outcome);
    const { entry, context } = await request();
    expect(entry).toMatchObject({ Type: 4, Contents: expect.stringContaining(failed + words) });
    expect(context['MFARequest']).toMatchObject({ User: ADELE, Status: Result, Result, Value });
    expect(bench.audit[1]).toMatchObject({ outcome: 'failed', error: entry.Contents });
  });

  test('the known sentences stand alone', async () => {
    bench.setAnswer('deny');
    expect((await request()).entry.Contents).toBe(`${failed}User Denied Request`);
    bench.clock.advance(60_000);
    bench.setAnswer('no-response');
    expect((await request()).entry.Contents).toBe(`${failed}MFA Request Timed Out`);
  });
});

describe('fail_on_reject=false makes a normal entry of', () => {
  test.each<[MfaOutcome, string]>([
    ['deny', 'Status: User Denied Request'],
    ['no-response', 'Status: MFA Request Timed Out'],
  ])('%s', async (outcome, words) => {
    bench.setAnswer(outcome);
    const { entry, context } = await request({ fail_on_reject: 'false' });
    expect(entry).toMatchObject({ Type: 1, HumanReadable: words });
    expect(context['MFARequest']).toHaveProperty('Result');
  });

  test('but not of what did not work', async () => {
    bench.setAnswer('locked');
    expect((await request({ fail_on_reject: 'false' })).entry.Type).toBe(4);
  });
});

test('somebody without an app is told apart, with the method that is the default', async () => {
  const { entry, context, execution } = await request({ user_mail: 'ravi@contoso.example' });
  expect(entry.Type).toBe(4);
  expect(context['MFARequest']).toMatchObject({ Result: 'not_pushable', AnsweredAt: null });
  expect(execution.entries[1]?.HumanReadable).toContain('The default method of the user is PhoneAppOTP.');
  expect(bench.sandbox.mfaRequests).toEqual([]);
});

test('a default method that cannot be pushed to does not keep the app from being pushed to', async () => {
  const { context } = await request({ user_mail: 'mei@contoso.example' });
  expect(context['MFARequest']).toMatchObject({ Result: 'approved' });
});

test('somebody who does not exist is a failure, and the read before it is said to have failed', async () => {
  const { entry, context, execution } = await request({ user_mail: 'nobody@contoso.example' });
  expect(entry.Contents).toContain('UserNotFound');
  expect(context['MFARequest']).toMatchObject({ Result: 'failed', Value: 'UserNotFound' });
  expect(execution.entries[1]?.HumanReadable).toContain('could not be read');
});

describe('a name', () => {
  test.each([
    'a@x.example</UserPrincipalName><SyncCall>false</SyncCall><UserPrincipalName>b@x.example',
    'adele@contoso.example&#10;',
    'adele@contoso.example\n',
    'adele',
    '<adele>@contoso.example',
    'a@b@contoso.example',
    '',
  ])('that is no user principal name is refused with nothing sent: %j', async (user_mail) => {
    const { entry, requests } = await request({ user_mail });
    expect(entry.Type).toBe(4);
    expect(requests).toEqual([]);
  });

  test.each(['r&d@contoso.example', "o'brien@contoso.example", 'guest_home.example#EXT#@contoso.example'])(
    'of odd but legal letters arrives as it is: %s',
    async (user_mail) => {
      const { requests } = await request({ user_mail });
      expect(toMfaService(requests)).toMatchObject([{ status: 200, body: { UserPrincipalName: user_mail } }]);
    },
  );
});

describe('a request that may have arrived is never repeated', () => {
  test.each([
    ['reset-after', 'unknown'],
    ['reset-before', 'unknown'],
    ['500', 'unknown'],
    ['503', 'unknown'],
    ['truncated', 'unknown'],
    ['not-json', 'unknown'],
  ] as const)('%s', async (kind, outcome) => {
    bench.sandbox.faults = [{ kind, match: { path: /BeginTwoWay/ } }];
    const { entry, context, execution, requests } = await request();
    expect(toMfaService(requests)).toHaveLength(1);
    expect(entry).toMatchObject({
      Type: 4,
      Contents: expect.stringContaining(`${failed}MFA Request Failed - `),
    });
    expect(context['MFARequest']).toMatchObject({ Result: 'failed', Value: null });
    expect(execution.entries[1]?.HumanReadable).toContain('The prompt may still stand on the phone.');
    expect(bench.audit[1]).toMatchObject({ outcome });
  });
});

test('a service that says how long to wait longer than anybody waits has prompted nobody', async () => {
  bench.sandbox.faults = [{ kind: 'throttle', retryAfterSeconds: 90, match: { path: /BeginTwoWay/ } }];
  const { context } = await request();
  expect(context['MFARequest']).toMatchObject({ Result: 'failed' });
  bench.sandbox.faults = [];
  expect((await request()).context['MFARequest']).toMatchObject({ Result: 'approved' });
});

test('who is waited for in vain is a time-out, and may still answer', async () => {
  const silent = await startScriptedServer(() => 'silence');
  try {
    const instance = bench.newInstance({ mfa_endpoint: silent.url });
    await bench.run('msgraph-user-create-mfa-client-secret', {}, instance);
    const running = request({ timeout: 5 }, instance);
    while (silent.seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
    bench.clock.wakeAll();
    const { entry, context, execution } = await running;
    expect(entry.Contents).toBe(`${failed}MFA Request Timed Out`);
    expect(context['MFARequest']).toMatchObject({ Result: 'timeout', Value: null, AnsweredAt: null });
    expect(execution.entries[1]?.HumanReadable).toContain('nobody answered within 5 seconds');
    const again = await request({}, instance);
    expect(again.entry.Contents).toContain('an earlier request is still open');
    expect(silent.seen).toHaveLength(1);
  } finally {
    await silent.close();
  }
});

describe('timeout', () => {
  test.each(['-5', '5.5', 'soon'])('%s is refused with nothing sent', async (timeout) => {
    const { entry, requests } = await request({ timeout });
    expect(entry.Contents).toContain('timeout');
    expect(requests).toEqual([]);
  });

  test.each(['0', '60', '600'])('%s works', async (timeout) => {
    expect((await request({ timeout })).context['MFARequest']).toMatchObject({ Result: 'approved' });
  });
});

describe('where it cannot work, it is refused with nothing sent', () => {
  test.each([
    [
      'Germany',
      { azure_cloud: 'Germany', url: '', azure_ad_endpoint: '', mfa_endpoint: '' },
      'cloud Germany is not known',
    ],
    ['a Custom cloud without an address', { mfa_endpoint: '' }, 'MFA service host'],
    [
      'the hosted application',
      {
        ...{ self_deployed: false, creds_auth_id: 'registration', creds_tenant_id: 'token' },
        creds_enc_key: Buffer.alloc(32).toString('base64'),
      },
      'hosted application',
    ],
  ])('%s', async (_, params, words) => {
    const { entry, requests } = await request({}, bench.newInstance(params));
    expect(entry).toMatchObject({ Type: 4, Contents: expect.stringContaining(words) });
    expect(requests).toEqual([]);
  });

  test('an instance without a secret', async () => {
    const { entry, requests } = await request({}, bench.newInstance());
    expect(entry.Contents).toContain('!msgraph-user-create-mfa-client-secret');
    expect(toMfaService(requests)).toEqual([]);
  });
});

test('a token that the service refuses is replaced once', async () => {
  await request();
  bench.clock.advance(120_000);
  const { value, version } = await bench.instance.state.read();
  const spoilt = JSON.stringify(value).replace(/(\\"token\\":\\"[^\\]{20})[^\\]*/, '$1');
  await bench.instance.state.write(JSON.parse(spoilt) as Record<string, unknown>, version);
  const { context, requests } = await request();
  expect(context['MFARequest']).toMatchObject({ Result: 'approved' });
  expect(toMfaService(requests).map(({ status }) => status)).toEqual([401, 200]);
});

test('a token that was given is used, and a refused one is said to be', async () => {
  const { entry, requests } = await request({ access_token: 'canary-token-5e1f' }, bench.newInstance());
  expect(entry.Contents).toContain('the service refused the access token (status 401)');
  expect(toMfaService(requests)).toHaveLength(1);
  expect(JSON.stringify([bench.audit, bench.log])).not.toContain('canary-token-5e1f');
});

test('goes to the service under its own name, through the proxy and by the certificates that the instance trusts', async () => {
  const proxy = await startTlsProxy({ sandbox: bench.sandbox.url, certificate: cloudCertificate() });
  try {
    const instance = bench.newInstance({
      ...{ azure_cloud: 'Worldwide', url: '', azure_ad_endpoint: '', mfa_endpoint: '', proxy: true },
      ca_certificates: readFileSync(cloudAuthorityFile, 'utf8'),
    });
    const { context, requests } = await withNetworkEnvironment({ HTTPS_PROXY: proxy.url }, async () => {
      await bench.run('msgraph-user-create-mfa-client-secret', {}, instance);
      return request({}, instance);
    });
    expect(context['MFARequest']).toMatchObject({ Result: 'approved' });
    expect(requests.map(({ host }) => host.replace(/:443$/, ''))).toEqual([
      'graph.microsoft.com',
      'login.microsoftonline.com',
      'strongauthenticationservice.auth.microsoft.com',
    ]);
  } finally {
    await proxy.close();
  }
});

test('a file that keeps an instance shows neither secret nor token', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-mfa-'));
  try {
    const file = join(folder, 'state.json');
    const state = createFileStore(file, createSecretKey(randomBytes(32)));
    const instance = { ...bench.newInstance(), state };
    await bench.run('msgraph-user-create-mfa-client-secret', {}, instance);
    expect((await request({}, instance)).entry.Type).toBe(1);
    const { value } = await state.read();
    const { secret, token } = JSON.parse(String(value['msgraph_soar_mfa_client'])) as Record<string, string>;
    const text = await readFile(file, 'utf8');
    for (const kept of [secret, token, ADELE]) {
      expect(kept).toBeDefined();
      expect(text).not.toContain(kept);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
