import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../index.js';
import { get, member, redeem, signIn, write, type RawAnswer } from '../../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const of = (name: string) => `/v1.0/users/${name}@contoso.example/authentication`;
const password = '28c10230-6103-485e-b985-444c60001490';
const mobile = '3179e48a-750b-4051-897c-87b9720928f7';
const office = 'e37fc753-ff3b-4958-9484-eaa9425c82bc';

const remove = (path: string, as = token) => write(sandbox, as, 'DELETE', path);

async function delegated(name: string, ...scopes: string[]): Promise<string> {
  return (await sandbox.signIn({ user: `${name}@contoso.example`, scopes })).accessToken;
}

/** Collection and ID of each method but the password, from the list of all of them. */
async function methodsOf(name: string): Promise<{ path: string; type: string }[]> {
  const { json } = await get(sandbox, token, `${of(name)}/methods`);
  const value = member(json, 'value');
  return (Array.isArray(value) ? value : []).map((item: unknown) => {
    const type = String(member(item, '@odata.type')).replace(/^#microsoft\.graph\./, '');
    const kind =
      type === 'externalAuthenticationMethod'
        ? 'externalAuthentication'
        : type.replace(/AuthenticationMethod$/, '');
    return { path: `${of(name)}/${kind}Methods/${String(member(item, 'id'))}`, type };
  });
}

function errorOf({ status, json }: RawAnswer): unknown[] {
  return [status, member(json, 'error', 'code'), member(json, 'error', 'message')];
}

describe('the list of methods', () => {
  test('has one item for each method, the password first, each with its type', async () => {
    const id = sandbox.people().find(({ mailNickname }) => mailNickname === 'george')?.id ?? '';
    const { status, json } = await get(sandbox, token, `${of('george')}/methods`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#users('${id}')/authentication/methods`,
      value: [
        { '@odata.type': '#microsoft.graph.passwordAuthenticationMethod', id: password, password: null },
        { '@odata.type': '#microsoft.graph.phoneAuthenticationMethod', id: mobile, phoneType: 'mobile' },
        { '@odata.type': '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod' },
        { '@odata.type': '#microsoft.graph.fido2AuthenticationMethod' },
        { '@odata.type': '#microsoft.graph.windowsHelloForBusinessAuthenticationMethod' },
        {
          '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethod',
          temporaryAccessPass: null,
        },
      ],
    });
    expect(member(json, '@odata.nextLink')).toBeUndefined();
  });

  test.each([
    ['newstarter', 'passwordAuthenticationMethod'],
    ['lucia', 'passwordAuthenticationMethod,emailAuthenticationMethod'],
    ['mia_fabrikam.example%23EXT%23', 'passwordAuthenticationMethod'],
    [
      'adele',
      'passwordAuthenticationMethod,phoneAuthenticationMethod,microsoftAuthenticatorAuthenticationMethod',
    ],
  ])('of %s is %s', async (name, types) => {
    expect((await methodsOf(name)).map(({ type }) => type).join()).toBe(types);
  });

  test('ignores query options', async () => {
    const { status, json } = await get(sandbox, token, `${of('george')}/methods?$top=1&$select=id`);
    expect(status).toBe(200);
    expect(member(json, 'value', '5', '@odata.type')).toBeDefined();
  });

  test('of a guest, by object ID and as a quoted key, is found too', async () => {
    const id = sandbox.people().find(({ mailNickname }) => mailNickname === 'adele')?.id ?? '';
    const answers = await Promise.all([
      get(sandbox, token, `/v1.0/users/${id}/authentication/methods`),
      get(sandbox, token, `/v1.0/users('adele@contoso.example')/authentication/methods`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0].json).toEqual(answers[1].json);
  });
});

describe('one kind', () => {
  test.each([
    ['george', 'phoneMethods', { phoneNumber: '+44 7700900107', phoneType: 'mobile' }],
    ['george', 'fido2Methods', { displayName: 'Key of George', attestationLevel: 'attested' }],
    ['george', 'windowsHelloForBusinessMethods', { displayName: 'LAPTOP-E1007', keyStrength: 'normal' }],
    ['george', 'microsoftAuthenticatorMethods', { displayName: 'SM-A155F', phoneAppVersion: '6.2603.1' }],
    ['lucia', 'emailMethods', { emailAddress: 'lucia@home.example' }],
    ['ravi', 'softwareOathMethods', { secretKey: null }],
    ['ravi', 'platformCredentialMethods', { platform: 'macOS' }],
    ['ravi', 'externalAuthenticationMethods', { displayName: 'Contoso Second Factor' }],
    ['lucia', 'passwordMethods', { id: password, password: null, createdDateTime: null }],
  ])('of %s, %s, is listed and read without types', async (name, collection, properties) => {
    const list = await get(sandbox, token, `${of(name)}/${collection}`);
    expect(list.json).toMatchObject({ value: [properties] });
    expect(member(list.json, 'value', '0', '@odata.type')).toBeUndefined();
    const id = String(member(list.json, 'value', '0', 'id'));
    const one = await get(sandbox, token, `${of(name)}/${collection}/${id}`);
    expect(one.status).toBe(200);
    expect(one.json).toMatchObject({ id, ...properties });
    expect(member(one.json, '@odata.context')).toMatch(
      new RegExp(`/authentication/${collection}/\\$entity$`),
    );
  });

  test('has no method of another kind', async () => {
    const answer = await get(sandbox, token, `${of('george')}/fido2Methods/${mobile}`);
    expect(errorOf(answer)).toEqual([
      404,
      'resourceNotFound',
      `A key with identifier '${mobile}' could not be found for user 'george@contoso.example'.`,
    ]);
  });
});

describe('an unknown person', () => {
  test('is 404 in the words of this workload, told twice', async () => {
    const answer = await get(sandbox, token, `${of('nobody')}/methods`);
    expect(errorOf(answer)).toEqual([404, 'resourceNotFound', 'The specified user could not be found.']);
    expect(member(answer.json, 'error', 'innerError', 'message')).toBe(
      'The specified user could not be found.',
    );
  });
});

describe('deleting', () => {
  test('takes a method away, once', async () => {
    const [, , , key] = await methodsOf('george');
    const answers = [await remove(key?.path ?? ''), await remove(key?.path ?? '')];
    expect(answers.map(({ status }) => status)).toEqual([204, 404]);
    expect(answers[0]?.text).toBe('');
    expect(sandbox.methodsOf('george@contoso.example').methods.map(({ kind }) => kind)).toEqual([
      'phone',
      'microsoftAuthenticator',
      'windowsHelloForBusiness',
    ]);
    expect(sandbox.log.map(({ acted }) => acted).filter(Boolean)).toHaveLength(1);
  });

  test('the default method is refused while others exist, and works as the last step', async () => {
    const [, phone, app, key, hello, pass] = await methodsOf('george');
    const paths = [app, phone, key, hello, app, pass, app].map((method) => method?.path ?? '');
    const answers: RawAnswer[] = [];
    for (const path of paths) answers.push(await remove(path));
    expect(answers.map(({ status }) => status)).toEqual([400, 204, 204, 204, 400, 204, 204]);
    expect(errorOf(answers[0] ?? { status: 0, headers: {}, text: '', json: {} })).toEqual([
      400,
      'badRequest',
      'Cannot delete default method with other methods configured. Please change default method before deletion.',
    ]);
    expect(sandbox.methodsOf('george@contoso.example')).toMatchObject({
      methods: [],
      pass: null,
      preferred: null,
    });
  });

  test('a phone that is the default says so in its own words', async () => {
    const refused = await remove(`${of('mei')}/phoneMethods/${mobile}`);
    expect(errorOf(refused)).toEqual([
      400,
      'badRequest',
      `The requested authentication method id of [${mobile}] matches the user's current default authentication method, and cannot be deleted until the default authentication method is changed`,
    ]);
    expect((await remove(`${of('mei')}/phoneMethods/${office}`)).status).toBe(204);
  });

  test('is impossible for a password, and without naming the kind', async () => {
    const answers = await Promise.all([
      remove(`${of('adele')}/passwordMethods/${password}`),
      remove(`${of('adele')}/methods/${mobile}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([405, 405]);
  });
});

describe('permissions', () => {
  test('that are missing are refused with accessDenied, whoever is addressed', async () => {
    const reader = await signIn(sandbox, 'reader');
    const answers = await Promise.all([
      get(sandbox, reader, `${of('adele')}/methods`),
      get(sandbox, reader, `${of('nobody')}/phoneMethods`),
      remove(`${of('adele')}/phoneMethods/${mobile}`, reader),
    ]);
    for (const answer of answers) {
      expect(errorOf(answer)).toEqual([403, 'accessDenied', 'Request Authorization failed']);
    }
  });

  test('of an employee reach their own methods only', async () => {
    const own = await delegated('adele', 'UserAuthenticationMethod.Read');
    const all = await delegated('adele', 'UserAuthenticationMethod.ReadWrite.All');
    const answers = await Promise.all([
      get(sandbox, own, '/v1.0/me/authentication/methods'),
      get(sandbox, own, `${of('noor')}/methods`),
      get(sandbox, all, `${of('noor')}/methods`),
      get(sandbox, all, `${of('nobody')}/methods`),
      remove(`${of('noor')}/phoneMethods/${mobile}`, all),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 403, 403]);
  });

  test('of an administrator reach everybody, and reading is not deleting', async () => {
    const reading = await delegated('nadia.admin', 'UserAuthenticationMethod.Read.All');
    const writing = await delegated('nadia.admin', 'UserAuthenticationMethod.ReadWrite.All');
    const answers = [
      await get(sandbox, reading, `${of('breakglass')}/methods`),
      await remove(`${of('noor')}/phoneMethods/${mobile}`, reading),
      await remove(`${of('noor')}/phoneMethods/${mobile}`, writing),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 204]);
  });
});

describe('sign-in preferences', () => {
  const beta = (name: string) => `/beta/users/${name}@contoso.example/authentication/signInPreferences`;

  test('say what the person and what the system prefers', async () => {
    const answers = await Promise.all(
      ['adele', 'mei', 'george', 'omar', 'newstarter'].map((name) => get(sandbox, token, beta(name))),
    );
    expect(answers.map(({ json }) => json)).toMatchObject([
      {
        isSystemPreferredAuthenticationMethodEnabled: true,
        userPreferredMethodForSecondaryAuthentication: 'push',
        systemPreferredAuthenticationMethod: 'PhoneAppNotification',
      },
      {
        userPreferredMethodForSecondaryAuthentication: 'sms',
        systemPreferredAuthenticationMethod: 'PhoneAppNotification',
      },
      {
        isSystemPreferredAuthenticationMethodEnabled: false,
        userPreferredMethodForSecondaryAuthentication: 'push',
        systemPreferredAuthenticationMethod: null,
      },
      { userPreferredMethodForSecondaryAuthentication: null, systemPreferredAuthenticationMethod: 'Fido2' },
      { userPreferredMethodForSecondaryAuthentication: null, systemPreferredAuthenticationMethod: null },
    ]);
    expect(member(answers[0]?.json, '@odata.context')).toContain('/beta/$metadata#users(');
  });

  test('are not in v1.0', async () => {
    const answer = await get(sandbox, token, `${of('adele')}/signInPreferences`);
    expect(errorOf(answer)).toEqual([
      400,
      'BadRequest',
      "Resource not found for the segment 'signInPreferences'.",
    ]);
  });
});

test('the cloud in China knows three kinds, and nothing else of all this', async () => {
  const { json } = await redeem(sandbox, {
    grant_type: 'client_credentials',
    scope: 'https://microsoftgraph.chinacloudapi.cn/.default',
  });
  const chinese = String(member(json, 'access_token'));
  const known = await Promise.all(
    ['microsoftAuthenticatorMethods', 'phoneMethods', 'platformCredentialMethods'].map((name) =>
      get(sandbox, chinese, `${of('adele')}/${name}`),
    ),
  );
  expect(known.map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const name of [
    'methods',
    'fido2Methods',
    'temporaryAccessPassMethods',
    'emailMethods',
    'operations',
  ]) {
    const answer = await get(sandbox, chinese, `${of('adele')}/${name}`);
    expect(errorOf(answer)).toEqual([400, 'BadRequest', `Resource not found for the segment '${name}'.`]);
  }
});
