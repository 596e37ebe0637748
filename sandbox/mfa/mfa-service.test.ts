import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mfaClient, startSandbox, type MfaAnswer, type Sandbox } from '../index.js';
import { member, postForm, send, signIn, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 2, 2, 8, 41, 17);
  sandbox = await startSandbox({ now: () => now });
  const path = `/v1.0/servicePrincipals(appId='${mfaClient.clientId}')/addPassword`;
  const made = await write(sandbox, await signIn(sandbox), 'POST', path, { passwordCredential: {} });
  const { json } = await postForm(sandbox.url, `/${sandbox.tenantId}/oauth2/token`, {
    grant_type: 'client_credentials',
    client_id: mfaClient.clientId,
    client_secret: String(member(made.json, 'secretText')),
    resource: 'https://adnotifications.windowsazure.com/StrongAuthenticationService.svc/Connector',
  });
  token = String(member(json, 'access_token'));
});
afterEach(() => sandbox.close());

const connector = '/StrongAuthenticationService.svc/Connector/';
const contextId = '5f0c8f0e-3b0a-4c0d-9a41-0d8f2b3a7c11';

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return send(sandbox.url, path, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${token}`, ...headers },
    body,
  });
}

const elements = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('\n');

const properties = `<AuthenticationMethodProperties xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays"><a:KeyValueOfstringstring><a:Key>OverrideVoiceOtp</a:Key><a:Value>false</a:Value></a:KeyValueOfstringstring></AuthenticationMethodProperties>`;

function beginBody(user: string, changes: Record<string, string> = {}): string {
  const fields = elements({
    Version: '1.0',
    UserPrincipalName: user,
    Lcid: 'en-us',
    ContextId: contextId,
    SyncCall: 'true',
    RequireUserMatch: 'true',
    CallerName: 'radius',
    CallerIP: 'UNKNOWN:',
    ...changes,
  });
  return `<BeginTwoWayAuthenticationRequest>${properties}${fields}</BeginTwoWayAuthenticationRequest>`;
}

const begin = (name: string, changes: Record<string, string> = {}) =>
  post(`${connector}/BeginTwoWayAuthentication`, beginBody(`${name}@contoso.example`, changes));

function end(fields: Record<string, string>): Promise<RawAnswer> {
  const body = elements({ Version: '1.0', ...fields });
  return post(
    `${connector}EndTwoWayAuthentication?dc=SBX`,
    `<EndTwoWayAuthenticationRequest>${body}</EndTwoWayAuthenticationRequest>`,
  );
}

/** The text of an element; null where it is nil. */
function text({ text: xml }: RawAnswer, name: string): string | null | undefined {
  if (xml.includes(`<${name} xsi:nil="true"/>`)) return null;
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}

const outcomeOf = (answer: RawAnswer) => [text(answer, 'Value'), text(answer, 'AuthenticationResult')];

function setAnswer(name: string, answer: MfaAnswer): void {
  sandbox.switches.mfaAnswers = { ...sandbox.switches.mfaAnswers, [`${name}@contoso.example`]: answer };
}

async function beginAsync(name: string): Promise<{ sessionId: string; answer: RawAnswer }> {
  const answer = await begin(name, { SyncCall: 'false' });
  return { sessionId: text(answer, 'SessionId') ?? '', answer };
}

describe('a synchronous request', () => {
  test('is approved by whoever is not told otherwise', async () => {
    const answer = await begin('adele');
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
    expect(answer.text).toMatch(
      /^<BeginTwoWayAuthenticationResponse xmlns:xsi=.*<\/BeginTwoWayAuthenticationResponse>$/,
    );
    expect(outcomeOf(answer)).toEqual(['Success', 'true']);
    expect([text(answer, 'Message'), text(answer, 'ContextId'), text(answer, 'AffinityUrl')]).toEqual([
      null,
      contextId,
      null,
    ]);
    expect(sandbox.mfaRequests).toMatchObject([
      { contextId, isSync: true, outcome: 'approve', isTold: true, startedAt: now },
    ]);
  });

  test.each([
    ['deny', 'PhoneAppDenied'],
    ['no-response', 'PhoneAppNoResponse'],
    ['fraud', 'PhoneAppFraud'],
    ['locked', 'AuthenticationMethodLocked'],
    ['all-devices-blocked', 'PhoneAppAllDevicesBlocked'],
  ] as const)('that ends with %s is %s', async (outcome, value) => {
    setAnswer('adele', { outcome });
    expect(outcomeOf(await begin('adele'))).toEqual([value, 'false']);
    expect(outcomeOf(await begin('noor'))).toEqual(['Success', 'true']);
  });

  test('that reaches nobody leaves no trace', async () => {
    setAnswer('adele', { outcome: 'locked' });
    const answers = [await begin('adele'), await begin('nobody'), await begin('newstarter')];
    expect(answers.map(outcomeOf)).toEqual([
      ['AuthenticationMethodLocked', 'false'],
      ['UserNotFound', 'false'],
      ['NoDefaultAuthenticationMethodIsConfigured', 'false'],
    ]);
    expect(sandbox.mfaRequests).toEqual([]);
  });

  test('does not take an object ID for a name', async () => {
    const id = sandbox.people()[2]?.id ?? '';
    const answer = await post(`${connector}/BeginTwoWayAuthentication`, beginBody(id));
    expect(outcomeOf(answer)).toEqual(['UserNotFound', 'false']);
  });
});

describe('the method', () => {
  test('that is the default and cannot be pushed gives a challenge, with nobody prompted', async () => {
    const answer = await begin('mei');
    expect(outcomeOf(answer)).toEqual(['Success', 'challenge']);
    const sessionId = text(answer, 'SessionId') ?? '';
    const asked = [
      await end({ SessionId: sessionId }),
      await end({ SessionId: sessionId, AdditionalAuthData: '000000' }),
      await end({ SessionId: sessionId, AdditionalAuthData: '135790' }),
      await end({ SessionId: sessionId, AdditionalAuthData: '135790' }),
    ];
    expect(asked.map(outcomeOf)).toEqual([
      ['AuthenticationPending', 'false'],
      ['OathCodeIncorrect', 'false'],
      ['Success', 'true'],
      ['InvalidSession', 'false'],
    ]);
    expect(JSON.stringify(sandbox.log)).not.toContain('135790');
  });

  test.each([
    ['mei', 'PhoneAppNotification', ['Success', 'true']],
    ['ravi', 'PhoneAppNotification', ['AuthenticationMethodNotConfigured', 'false']],
    ['ravi', 'PhoneAppOTP', ['Success', 'challenge']],
    ['adele', 'OneWaySMS', ['Success', 'challenge']],
    ['ravi', 'OneWaySMS', ['AuthenticationMethodNotConfigured', 'false']],
    ['adele', 'CarrierPigeon', ['AuthenticationMethodNotSupported', 'false']],
  ])('of %s may be named: %s', async (name, AuthenticationMethodId, outcome) => {
    expect(outcomeOf(await begin(name, { AuthenticationMethodId }))).toEqual(outcome);
  });

  test('is gone when it was deleted', async () => {
    const { methods } = sandbox.methodsOf('adele@contoso.example');
    const graph = await signIn(sandbox);
    for (const { kind, id } of methods) {
      const path = `/v1.0/users/adele@contoso.example/authentication/${kind}Methods/${id}`;
      expect((await write(sandbox, graph, 'DELETE', path)).status).toBe(204);
    }
    expect(outcomeOf(await begin('adele'))).toEqual(['NoDefaultAuthenticationMethodIsConfigured', 'false']);
  });

  test('a challenge may have a code of its own', async () => {
    setAnswer('adele', { outcome: 'challenge', code: '246810' });
    const answer = await begin('adele');
    const SessionId = text(answer, 'SessionId') ?? '';
    expect(outcomeOf(await end({ SessionId, AdditionalAuthData: '246810' }))).toEqual(['Success', 'true']);
  });
});

describe('an asynchronous request', () => {
  test('gives a session, is pending, and then tells the outcome once', async () => {
    const { sessionId, answer } = await beginAsync('adele');
    expect(outcomeOf(answer)).toEqual(['Success', null]);
    expect(text(answer, 'AffinityUrl')).toMatch(
      new RegExp(`^${sandbox.url}/StrongAuthenticationService.svc/Connector/EndTwoWayAuthentication\\?dc=`),
    );
    const fields = { SessionId: sessionId, ContextId: contextId, UserPrincipalName: 'Adele@contoso.example' };
    const pending = await end(fields);
    expect([...outcomeOf(pending), text(pending, 'Retry')]).toEqual([
      'AuthenticationPending',
      'false',
      'true',
    ]);
    now += 5000;
    const told = [await end(fields), await end(fields)];
    expect(told.map(outcomeOf)).toEqual([
      ['Success', 'true'],
      ['InvalidSession', 'false'],
    ]);
    expect(sandbox.mfaRequests).toMatchObject([{ isSync: false, isTold: true }]);
  });

  test.each([
    ['deny', 'PhoneAppDenied'],
    ['fraud', 'PhoneAppFraud'],
    ['no-response', 'PhoneAppNoResponse'],
  ] as const)('that ends with %s is %s', async (outcome, value) => {
    setAnswer('adele', { outcome, afterSeconds: 20 });
    const { sessionId } = await beginAsync('adele');
    now += 19_000;
    expect(outcomeOf(await end({ SessionId: sessionId }))[0]).toBe('AuthenticationPending');
    now += 1000;
    expect(outcomeOf(await end({ SessionId: sessionId }))).toEqual([value, 'false']);
  });

  test('refuses a second one for the same person while it is pending', async () => {
    await beginAsync('adele');
    const answers = [await begin('adele'), await begin('noor')];
    now += 5000;
    answers.push(await begin('adele'));
    expect(answers.map((answer) => text(answer, 'Value'))).toEqual([
      'UserAuthFailedDuplicateRequest',
      'Success',
      'Success',
    ]);
  });

  test('tells nothing to whoever has the wrong session, context or person, or comes late', async () => {
    const { sessionId } = await beginAsync('adele');
    const wrong = [
      await end({ SessionId: 'constructor' }),
      await end({ SessionId: sessionId, ContextId: sessionId }),
      await end({ SessionId: sessionId, UserPrincipalName: 'noor@contoso.example' }),
    ];
    now += 3 * 60 * 1000 + 1;
    wrong.push(await end({ SessionId: sessionId }));
    expect(wrong.map((answer) => text(answer, 'Value'))).toEqual(Array(4).fill('InvalidSession'));
  });
});

describe('a request that is not sound', () => {
  test.each([
    ['without a token', { authorization: '' }, 401],
    ['with another token', { authorization: 'Bearer x.y.z' }, 401],
    ['as JSON', { 'content-type': 'application/json' }, 415],
  ])('%s', async (_, headers, status) => {
    const answer = await post(
      `${connector}BeginTwoWayAuthentication`,
      beginBody('adele@contoso.example'),
      headers,
    );
    expect(answer.status).toBe(status);
    expect(sandbox.mfaRequests).toEqual([]);
  });

  test('with a token for Graph', async () => {
    const authorization = `Bearer ${await signIn(sandbox)}`;
    const answer = await post(`${connector}BeginTwoWayAuthentication`, beginBody('adele@contoso.example'), {
      authorization,
    });
    expect(answer.status).toBe(401);
  });

  test.each([
    [
      'an injected element',
      beginBody('a@x</UserPrincipalName><SyncCall>false</SyncCall><UserPrincipalName>b@x'),
    ],
    ['a bare ampersand', beginBody('r&d@contoso.example')],
    ['an entity of its own', beginBody('r&eacute;mi@contoso.example')],
    [
      'a document type',
      `<!DOCTYPE x [<!ENTITY e "adele@contoso.example">]>${beginBody('adele@contoso.example')}`,
    ],
    ['an unknown element', beginBody('adele@contoso.example', { Priority: 'high' })],
    ['another version', beginBody('adele@contoso.example', { Version: '2.0' })],
    ['no known kind of call', beginBody('adele@contoso.example', { SyncCall: 'maybe' })],
    ['another root', '<Request><Version>1.0</Version></Request>'],
    ['an element that is not closed', beginBody('adele@contoso.example').replace('</Version>', '')],
    ['nothing', ''],
  ])('with %s', async (_, body) => {
    const answer = await post(`${connector}/BeginTwoWayAuthentication`, body);
    expect(answer.status).toBe(400);
    expect(sandbox.mfaRequests).toEqual([]);
  });

  test('may still escape what it says', async () => {
    const answer = await begin('o&apos;brien');
    expect(outcomeOf(answer)).toEqual(['Success', 'true']);
  });

  test('goes to the wrong place, or in the wrong way', async () => {
    const answers = await Promise.all([
      post(`${connector}Other`, beginBody('adele@contoso.example')),
      send(sandbox.url, `${connector}BeginTwoWayAuthentication`, {}),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 405]);
  });
});

test('faults strike it too', async () => {
  const match = { path: /BeginTwoWayAuthentication/ };
  sandbox.faults = [{ kind: '503-retry-after', retryAfterSeconds: 3, times: 1, match }];
  const failed = await begin('adele');
  expect([failed.status, failed.headers['retry-after']]).toEqual([503, '3']);
  expect(outcomeOf(await begin('adele'))).toEqual(['Success', 'true']);
});
