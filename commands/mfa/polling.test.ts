import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Execution } from '../../integration/dispatcher/invocation.js';
import { type MfaBench, openMfaBench, toMfaService } from '../../test_data/mfa-bench.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';
import { toItsEnd } from '../../warroom/to-its-end.js';

const INITIATE = 'msgraph-user-initiate-mfa-request';
const STATUS = 'msgraph-user-get-mfa-request-status';
const ADELE = 'adele@contoso.example';
const failed = `Failed to pop MFA request for user ${ADELE}: Status: `;

let bench: MfaBench;
beforeEach(async () => {
  bench = await openMfaBench();
});
afterEach(() => bench.close());

const initiate = (args: Record<string, unknown> = {}) => bench.run(INITIATE, { user_mail: ADELE, ...args });
const status = (args: Record<string, unknown> = {}) => bench.run(STATUS, { user_mail: ADELE, ...args });

function followed(first: Execution): Promise<Execution> {
  const { dispatcher, instance, clock } = bench;
  return toItsEnd(first, {
    ...{ dispatcher, instance },
    clock: {
      now: () => clock.now(),
      sleep(milliseconds) {
        clock.advance(milliseconds);
        return Promise.resolve();
      },
    },
    signal: new AbortController().signal,
    onWait: () => undefined,
  });
}

const outcomeIn = ({ entries }: Execution): unknown =>
  Object.values(entries.at(-1)?.EntryContext ?? entries[0]?.EntryContext ?? {})[0];

test('a request that is begun is pending, and names the look to take in ten seconds', async () => {
  bench.setAnswer('approve', 25);
  const { entry, context, requests } = await initiate();
  const [push] = bench.sandbox.mfaRequests;
  expect(context['MFARequest']).toEqual({
    User: ADELE,
    ContextID: push?.contextId,
    SessionID: push?.sessionId,
    Status: 'pending',
    StartedAt: '2026-03-02T08:00:00.000Z',
  });
  expect(entry).toMatchObject({
    Type: 1,
    PollingCommand: STATUS,
    NextRun: '10',
    Timeout: '90',
    PollingArgs: {
      user_mail: ADELE,
      context_id: push?.contextId,
      session_id: push?.sessionId,
      timeout: '60',
      fail_on_reject: 'true',
    },
  });
  expect(toMfaService(requests)[0]?.body).toMatchObject({ SyncCall: 'false' });
});

test('it is followed to its end without a second prompt', async () => {
  bench.setAnswer('approve', 25);
  const { execution } = await initiate();
  const end = await followed(execution);
  expect(end.entries.at(-1)).toMatchObject({ Type: 1, HumanReadable: 'Status: User Approved MFA Request' });
  expect(outcomeIn(end)).toMatchObject({
    Result: 'approved',
    Status: 'approved',
    StartedAt: '2026-03-02T08:00:00.000Z',
    AnsweredAt: '2026-03-02T08:00:30.000Z',
  });
  const paths = toMfaService(bench.sandbox.log).map(({ path }) => path.replace(/.*Connector\/+|\?.*/g, ''));
  expect(paths).toEqual([
    'BeginTwoWayAuthentication',
    ...Array.from({ length: 3 }, () => 'EndTwoWayAuthentication'),
  ]);
  expect(bench.sandbox.log.at(-1)?.path).toContain('?dc=');
});

describe('the end of', () => {
  test.each([
    ['deny', 'denied', 'User Denied Request'],
    ['fraud', 'fraud', 'MFA Request Failed - PhoneAppFraud'],
    ['no-response', 'timeout', 'MFA Request Timed Out'],
  ] as const)('%s is an error with its outcome', async (outcome, Result, words) => {
    bench.setAnswer(outcome, 15);
    const { execution } = await initiate();
    const { entries } = await followed(execution);
    expect(entries[0]).toMatchObject({ Type: 4, Contents: expect.stringContaining(failed + words) });
    expect(Object.values(entries[0]?.EntryContext ?? {})).toMatchObject([{ Result }]);
  });

  test('one that nobody answers comes from us, before the surface gives up', async () => {
    bench.setAnswer('approve', 170);
    const { execution } = await initiate();
    const { entries } = await followed(execution);
    expect(entries[0]?.Contents).toBe(`${failed}MFA Request Timed Out`);
    expect(entries[1]?.HumanReadable).toContain('nobody answered within 60 seconds');
    expect(bench.clock.now()).toBe(Date.parse('2026-03-02T08:01:00Z'));
  });

  test('a refusal with fail_on_reject=false is a normal entry', async () => {
    bench.setAnswer('deny', 5);
    const { execution } = await initiate({ fail_on_reject: 'no', timeout: '30' });
    expect((await followed(execution)).entries.at(-1)).toMatchObject({
      Type: 1,
      HumanReadable: 'Status: User Denied Request',
    });
  });
});

test('who cannot be prompted is an end at once', async () => {
  for (const [user_mail, Result] of [
    ['ravi@contoso.example', 'not_pushable'],
    ['nobody@contoso.example', 'failed'],
  ] as const) {
    const { entry, context } = await initiate({ user_mail });
    expect(entry.Type).toBe(4);
    expect(entry.PollingCommand).toBeUndefined();
    expect(context['MFARequest']).toMatchObject({ Result });
  }
});

test('the newest open request is meant where none is named', async () => {
  bench.setAnswer('approve', 5);
  await initiate();
  bench.clock.advance(6000);
  expect((await status()).context['MFARequest']).toMatchObject({ Result: 'approved' });
  expect((await status()).entry.Contents).toContain('No open MFA request to adele@contoso.example is known');
});

test('a request that was begun elsewhere is found by both its IDs', async () => {
  bench.setAnswer('deny', 5);
  const { context } = await initiate();
  const { ContextID, SessionID } = context['MFARequest'] as Record<string, string>;
  bench.clock.advance(6000);
  const elsewhere = bench.newInstance();
  await bench.run('msgraph-user-create-mfa-client-secret', {}, elsewhere);
  const args = { user_mail: ADELE, context_id: ContextID, session_id: SessionID };
  expect((await bench.run(STATUS, args, elsewhere)).context['MFARequest']).toMatchObject({
    Result: 'denied',
  });
  const again = await bench.run(STATUS, args, elsewhere);
  expect(again.entry.Contents).toContain('InvalidSession: the request is over');
});

test('somebody else’s request is not shown under a name', async () => {
  bench.setAnswer('approve', 5);
  const { context } = await initiate();
  const { ContextID } = context['MFARequest'] as Record<string, string>;
  const { entry, requests } = await status({ user_mail: 'noor@contoso.example', context_id: ContextID });
  expect(entry.Contents).toContain('under that context_id');
  expect(requests).toEqual([]);
});

test.each([
  { context_id: '</ContextId><SyncCall>true</SyncCall><ContextId>' },
  { context_id: 'https://fabrikam.example/' },
  { session_id: '</SessionId><UserPrincipalName>noor@contoso.example</UserPrincipalName>' },
])('IDs that are none are refused with nothing sent: %j', async (args) => {
  const { entry, requests } = await status(args);
  expect(entry.Type).toBe(4);
  expect(requests).toEqual([]);
});

test('a token that was given is used for the looks too, and stands in no argument', async () => {
  const { context: made } = await bench.run('msgraph-user-create-mfa-client-access-token', {
    return_token: 'true',
  });
  const { AccessToken } = made['MFAAccessToken'] as Record<string, string>;
  const other = bench.newInstance();
  bench.setAnswer('approve', 5);
  const args = { user_mail: ADELE, access_token: AccessToken };
  const { execution } = await bench.run(INITIATE, args, other);
  expect(JSON.stringify(execution)).not.toContain(AccessToken);
  bench.clock.advance(6000);
  const { context } = await bench.run(STATUS, { user_mail: ADELE }, other);
  expect(context['MFARequest']).toMatchObject({ Result: 'approved' });
});

test('a place of a stranger that the service names is not asked', async () => {
  const stranger = await startScriptedServer([{ status: 200, body: '' }]);
  const xml = (root: string, content: string): string =>
    `<${root}><Result><Value>Success</Value></Result>${content}</${root}>`;
  const service = await startScriptedServer(({ url }) => ({
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: url.includes('Begin')
      ? xml(
          'BeginTwoWayAuthenticationResponse',
          `<SessionId>s-1</SessionId><AffinityUrl>${stranger.url}/StrongAuthenticationService.svc/Connector/EndTwoWayAuthentication</AffinityUrl>`,
        )
      : xml('EndTwoWayAuthenticationResponse', '<AuthenticationResult>true</AuthenticationResult>'),
  }));
  try {
    const instance = bench.newInstance({ mfa_endpoint: service.url });
    await bench.run('msgraph-user-create-mfa-client-secret', {}, instance);
    await bench.run(INITIATE, { user_mail: ADELE }, instance);
    const { context } = await bench.run(STATUS, { user_mail: ADELE }, instance);
    expect(context['MFARequest']).toMatchObject({ Result: 'approved' });
    expect(stranger.seen).toEqual([]);
    expect(service.seen.map(({ url }) => url)).toEqual([
      '/StrongAuthenticationService.svc/Connector//BeginTwoWayAuthentication',
      '/StrongAuthenticationService.svc/Connector/EndTwoWayAuthentication',
    ]);
  } finally {
    await Promise.all([stranger.close(), service.close()]);
  }
});
