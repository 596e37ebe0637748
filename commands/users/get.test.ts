import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CommandBench,
  contextUnder,
  objectOf,
  openCommandBench,
} from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';

let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

const GET = 'msgraph-user-get';
const ADELE = 'adele@contoso.example';

const idOf = (name: string): string =>
  bench.sandbox.people().find((p) => p.userPrincipalName === name)?.id ?? '';
const strict = () => sandboxInstance(bench.sandbox, undefined, { handle_error: false });

test('one user gives the whole entry, byte for byte', async () => {
  const { execution } = await bench.run(GET, {
    user: ADELE,
    properties: 'displayName,jobTitle,mail,mobilePhone,officeLocation',
  });
  const id = idOf(ADELE);
  expect(execution.entries).toEqual([
    {
      Type: 1,
      ContentsFormat: 'json',
      Contents: {
        id,
        userPrincipalName: ADELE,
        displayName: 'Adele Winterbourne',
        jobTitle: 'Security Analyst',
        mail: ADELE,
        mobilePhone: '+47 900 55 103',
        officeLocation: 'HQ/3.14',
      },
      HumanReadable:
        `### ${ADELE} data\n` +
        '|Display Name|ID|Job Title|Mail|Mobile Phone|Office Location|User Principal Name|\n' +
        '|---|---|---|---|---|---|---|\n' +
        `| Adele Winterbourne | ${id} | Security Analyst | ${ADELE} | +47 900 55 103 | HQ/3.14 | ${ADELE} |\n`,
      EntryContext: {
        'MSGraphUser(val.ID && val.ID == obj.ID)': {
          ID: id,
          UserPrincipalName: ADELE,
          DisplayName: 'Adele Winterbourne',
          JobTitle: 'Security Analyst',
          Mail: ADELE,
          MobilePhone: '+47 900 55 103',
          OfficeLocation: 'HQ/3.14',
        },
        'Account(val.ID && val.ID == obj.ID)': {
          Type: 'Azure AD',
          DisplayName: 'Adele Winterbourne',
          Username: ADELE,
          JobTitle: 'Security Analyst',
          Email: { Address: ADELE },
          TelephoneNumber: '+47 900 55 103',
          ID: id,
          Office: 'HQ/3.14',
        },
      },
      IndicatorTimeline: [],
      IgnoreAutoExtract: false,
      Note: false,
      Relationships: [],
    },
  ]);
});

test('one request is enough, for every property by default', async () => {
  const { requests, entry } = await bench.run(GET, { user: ADELE });
  expect(requests.map(({ path }) => path)).toEqual([
    expect.stringContaining('/oauth2/v2.0/token'),
    '/v1.0/users/adele%40contoso.example?$select=*',
  ]);
  expect(contextUnder(entry, 'MSGraphUser')).toMatchObject({ AccountEnabled: true, Department: 'Security' });
  expect(entry.Contents).not.toHaveProperty('@odata.context');
});

describe('nobody is out of reach', () => {
  test('every person of the tenant is found by name and by ID', async () => {
    const instance = sandboxInstance(bench.sandbox);
    for (const person of bench.sandbox.people()) {
      for (const user of [person.userPrincipalName, person.id]) {
        const { entry } = await bench.run(GET, { user, properties: 'displayName' }, instance);
        expect({ user, contents: entry.Contents }).toEqual({
          user,
          contents: {
            id: person.id,
            userPrincipalName: person.userPrincipalName,
            displayName: person.displayName,
          },
        });
      }
    }
  });

  test.each([
    ["o'brien@contoso.example", "/v1.0/users/o'brien%40contoso.example"],
    ['dana+lab@contoso.example', '/v1.0/users/dana%2Blab%40contoso.example'],
    [
      'mia_fabrikam.example#EXT#@contoso.example',
      '/v1.0/users/mia_fabrikam.example%23EXT%23%40contoso.example',
    ],
    ['$svc-billing@contoso.example', "/v1.0/users('%24svc-billing%40contoso.example')"],
  ])('%s is encoded as one segment', async (user, path) => {
    const { requests, entry } = await bench.run(GET, { user, properties: 'mail' });
    expect(entry.Type).toBe(1);
    expect(requests.at(-1)?.path.split('?')[0]).toBe(path);
  });

  test.each(['%', '&', '*', '+', '=', '?', '`', '{', '|', '#', ';', ',', '"', '<', ' '])(
    'a name with %s is asked for as it was typed, and nobody is found (4.9-g)',
    async (sign) => {
      const user = `adele${sign}1@contoso.example`;
      const { entry, requests } = await bench.run(GET, { user });
      expect(entry.HumanReadable).toMatch(`### User ${user} was not found.\n`);
      const [segment = '', ...more] = (requests.at(-1)?.path ?? '').split('?')[0]?.split('/').slice(3) ?? [];
      expect(decodeURIComponent(segment)).toBe(user);
      expect(more).toEqual([]);
    },
  );

  test.each([
    ['a JSON list as text', `["${ADELE}","nobody@contoso.example","noor@contoso.example"]`],
    ['a list', [ADELE, 'nobody@contoso.example', 'noor@contoso.example']],
  ])('%s gives one result for each name, in their order', async (_form, user) => {
    const { execution } = await bench.run(GET, { user, properties: 'displayName' });
    expect(execution.entries.map(({ HumanReadable }) => HumanReadable?.split('\n')[0])).toEqual([
      `### ${ADELE} data`,
      '### User nobody@contoso.example was not found.',
      '### noor@contoso.example data',
    ]);
  });

  test('a name that is only part of another path stays a name (2.2-a)', async () => {
    for (const user of ['me', 'id', '$count', '%2e%2e', 'delta']) {
      const { entry, requests } = await bench.run(GET, { user });
      expect(entry.HumanReadable).toMatch(`### User ${user} was not found.\n`);
      expect(new URL(bench.sandbox.url + (requests.at(-1)?.path ?? '')).pathname).toMatch(
        /^\/v1\.0\/users[/(]/,
      );
    }
  });
});

describe('somebody who does not exist', () => {
  test('is a normal entry in the known words, with Graph’s answer and no context', async () => {
    const user = 'nobody@contoso.example';
    const { execution, entry, requests } = await bench.run(GET, { user });
    const text = `Resource '${user}' does not exist or one of its queried reference-property objects are not present.`;
    const inner = objectOf(objectOf(objectOf(entry.Contents)['error'])['innerError']);
    expect(execution.entries).toHaveLength(1);
    expect(entry).toMatchObject({ Type: 1, ContentsFormat: 'json', EntryContext: {} });
    expect(entry.Contents).toEqual({
      error: { code: 'Request_ResourceNotFound', message: text, innerError: inner },
    });
    expect(inner['request-id']).toBe(requests.at(-1)?.requestId);
    expect(entry.HumanReadable).toBe(
      `### User ${user} was not found.\n` +
        `Microsoft Graph Response: {'error': {'code': 'Request_ResourceNotFound', 'message': "${text}", 'innerError': ` +
        `{'date': '${String(inner['date'])}', 'request-id': '${String(inner['request-id'])}', ` +
        `'client-request-id': '${String(inner['client-request-id'])}'}}}`,
    );
  });

  test('is found missing also with an apostrophe in the name (2.2-b)', async () => {
    const { entry } = await bench.run(GET, { user: "d'arcy@contoso.example" });
    expect(entry.Type).toBe(1);
    expect(entry.HumanReadable).toMatch(/^### User d'arcy@contoso\.example was not found\.\n/);
  });

  test('is an error where handle_error is off, with Graph’s code, request ID and a next step', async () => {
    const { execution, entry, requests } = await bench.run(GET, { user: 'nobody@contoso.example' }, strict());
    expect(execution.entries).toHaveLength(1);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(
      /404 Request_ResourceNotFound: Resource 'nobody@contoso\.example' does not exist/,
    );
    expect(entry.Contents).toContain(requests.at(-1)?.requestId);
    expect(entry.Contents).toMatch(/\nCheck the identifier/);
  });

  test('called DOMAIN\\name costs no request (rule R28)', async () => {
    const { entry, requests } = await bench.run(GET, { user: 'CONTOSO\\adele' });
    expect(requests).toEqual([]);
    expect(entry).toMatchObject({ Type: 1, EntryContext: {} });
    expect(entry.HumanReadable).toMatch(
      /^### User CONTOSO\\adele was not found\.\nMicrosoft Graph Response: \{'error'/,
    );

    const refused = await bench.run(GET, { user: 'CONTOSO\\adele' }, strict());
    expect(refused.requests).toEqual([]);
    expect(refused.entry.Type).toBe(4);
    expect(refused.entry.Contents).toMatch(/object ID.*onPremisesSamAccountName/);
  });
});

test('an answer without an ID is no user, and no success', async () => {
  const server = await startScriptedServer(({ url }) =>
    url.includes('/oauth2/')
      ? { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' } }
      : { status: 200, body: {} },
  );
  const place = { url: server.url, azure_ad_endpoint: server.url };
  const { entry } = await bench.run(GET, { user: ADELE }, sandboxInstance(bench.sandbox, 'soar', place));
  await server.close();
  expect(entry).toMatchObject({ Type: 4, Contents: expect.stringContaining('it has no ID') });
});

describe('properties', () => {
  test('always bring ID and user principal name along (4.9-f)', async () => {
    const { entry } = await bench.run(GET, { user: ADELE, properties: 'jobTitle' });
    expect(entry.Contents).toEqual({
      id: idOf(ADELE),
      userPrincipalName: ADELE,
      jobTitle: 'Security Analyst',
    });
    expect(contextUnder(entry, 'Account')).toMatchObject({ ID: idOf(ADELE), Username: ADELE });
  });

  test('may be one that is an empty list for this user (2.4-b)', async () => {
    const { entry } = await bench.run(GET, { user: 'george@contoso.example', properties: 'businessPhones' });
    expect(entry.Type).toBe(1);
    expect(contextUnder(entry, 'MSGraphUser')).toMatchObject({ BusinessPhones: [] });
    expect(entry.HumanReadable).toMatch(/\| george@contoso\.example \|\n$/);
  });

  test('left empty are all properties (rule R30)', async () => {
    for (const properties of ['', ',', []]) {
      const { requests } = await bench.run(GET, { user: ADELE, properties });
      expect(requests.at(-1)?.path).toMatch(/\$select=\*$/);
    }
  });

  test('that Graph does not know are Graph’s error, not a success (rule R11)', async () => {
    const { execution, entry } = await bench.run(GET, { user: ADELE, properties: 'shoeSize' });
    expect(execution.entries).toHaveLength(1);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/400 BadRequest: .*'shoeSize'/);
  });

  test.each(['signInActivity', 'signinactivity', '*,signInActivity'])(
    '%s takes the object ID, which is looked up (4.9-e)',
    async (properties) => {
      const { entry, requests } = await bench.run(GET, { user: ADELE, properties });
      expect(requests.map(({ path }) => path.split('?')[0]).slice(1)).toEqual([
        '/v1.0/users/adele%40contoso.example',
        `/v1.0/users/${idOf(ADELE)}`,
      ]);
      expect(contextUnder(entry, 'MSGraphUser')).toMatchObject({
        SignInActivity: { lastSignInDateTime: expect.stringMatching(/^2026-/) },
      });
    },
  );

  test('signInActivity of nobody is not found like anything else', async () => {
    const { entry } = await bench.run(GET, { user: 'nobody@contoso.example', properties: 'signInActivity' });
    expect(entry.HumanReadable).toMatch(/^### User nobody@contoso\.example was not found\./);
  });
});

describe('expand=manager', () => {
  test('adds the manager to the context and the name to the table', async () => {
    const { entry } = await bench.run(GET, { user: ADELE, properties: 'displayName', expand: 'manager' });
    expect(contextUnder(entry, 'MSGraphUser')).toMatchObject({
      DisplayName: 'Adele Winterbourne',
      Manager: { ID: idOf('noor@contoso.example'), DisplayName: 'Noor Haddad' },
    });
    expect(entry.HumanReadable).toBe(
      `### ${ADELE} data\n|Display Name|ID|Manager|User Principal Name|\n|---|---|---|---|\n` +
        `| Adele Winterbourne | ${idOf(ADELE)} | Noor Haddad | ${ADELE} |\n`,
    );
  });

  test('of somebody without one adds nothing and is no failure', async () => {
    const { entry } = await bench.run(GET, { user: 'ingrid@contoso.example', expand: 'manager' });
    expect(entry.Type).toBe(1);
    expect(contextUnder(entry, 'MSGraphUser')).not.toHaveProperty('Manager');
  });
});

describe('an application that may not', () => {
  test('gets Graph’s code and what to do, in one error entry', async () => {
    const { execution, entry } = await bench.run(
      GET,
      { user: ADELE },
      sandboxInstance(bench.sandbox, 'unprivileged'),
    );
    expect(execution.entries).toHaveLength(1);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/^Microsoft Graph answered 403 Authorization_RequestDenied: /);
    expect(entry.Contents).toMatch(/\nThe token lacks the application permission User\.ReadBasic\.All/);
  });

  test('read everything still reads the basics', async () => {
    const { entry } = await bench.run(
      GET,
      { user: ADELE, properties: 'displayName' },
      sandboxInstance(bench.sandbox, 'basic-reader'),
    );
    expect(entry.Contents).toMatchObject({ displayName: 'Adele Winterbourne' });
  });
});
