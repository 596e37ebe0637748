import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const adele = '/v1.0/users/adele@contoso.example';

function idOf(name: string): string {
  return sandbox.people().find((person) => person.userPrincipalName === `${name}@contoso.example`)?.id ?? '';
}

async function assign(link: unknown, target = adele, as = token): Promise<RawAnswer> {
  const body = link === undefined ? {} : { '@odata.id': link };
  return write(sandbox, as, 'PUT', `${target}/manager/$ref`, body);
}

async function managerOf(target: string): Promise<unknown> {
  return member((await get(sandbox, token, `${target}/manager`)).json, 'displayName');
}

function message(answer: RawAnswer): unknown {
  return member(answer.json, 'error', 'message');
}

describe('PUT of a manager', () => {
  test('is a 204 and replaces the one there was, with links of the sandbox and of every cloud', async () => {
    const forms: [string, string][] = [
      [`${sandbox.url}/v1.0/users/${idOf('mei')}`, 'Mei Tanaka'],
      [`https://graph.microsoft.com/v1.0/users/${idOf('samuel')}`, 'Samuel Okonkwo'],
      [`https://graph.microsoft.com/v1.0/directoryObjects/${idOf('ingrid')}`, 'Ingrid Halvorsen'],
      [`https://graph.microsoft.us/beta/users('${idOf('noor')}')`, 'Noor Haddad'],
      [
        'https://graph.microsoft.com/v1.0/users/mia_fabrikam.example%23EXT%23@contoso.example',
        'Mia Sorensen',
      ],
    ];
    for (const [link, name] of forms) {
      const answer = await assign(link);
      expect([answer.status, answer.text, await managerOf(adele)]).toEqual([204, '', name]);
    }
  });

  test('shows at both ends', async () => {
    await assign(`${sandbox.url}/v1.0/users/${idOf('george')}`);
    const reports = await get(sandbox, token, '/v1.0/users/george@contoso.example/directReports');
    expect(member(reports.json, 'value', '0', 'displayName')).toBe('Adele Winterbourne');
    expect(sandbox.people()[2]?.managerId).toBe(idOf('george'));
  });

  test('of a manager who does not exist is a 404 that names the manager, not the user', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const answer = await assign(`${sandbox.url}/v1.0/users/${id}`);
    expect([answer.status, message(answer)]).toEqual([
      404,
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    ]);
    const nobody = await assign(`${sandbox.url}/v1.0/users/${id}`, '/v1.0/users/nobody@contoso.example');
    expect(message(nobody)).toContain("Resource 'nobody@contoso.example'");
  });

  test('reads a link up to a raw #, so that a guest has to be encoded', async () => {
    const answer = await assign(`${sandbox.url}/v1.0/users/mia_fabrikam.example#EXT#@contoso.example`);
    expect([answer.status, message(answer)]).toEqual([
      404,
      expect.stringContaining("Resource 'mia_fabrikam.example' does not exist"),
    ]);
  });

  test('refuses a group', async () => {
    const group = sandbox.groups()[0]?.id ?? '';
    const answer = await assign(`${sandbox.url}/v1.0/directoryObjects/${group}`);
    expect([answer.status, message(answer)]).toEqual([
      400,
      `The reference target 'Group_${group}' of type 'Group' is invalid for the 'manager' reference.`,
    ]);
    expect(await managerOf(adele)).toBe('Noor Haddad');
  });

  test.each([
    'users/x',
    '/v1.0/users/x',
    'https://graph.fabrikam.example/v1.0/users/x',
    'https://graph.microsoft.com/v1.0/groups/x',
    7,
  ])('refuses the link %p', async (link) => {
    const answer = await assign(link);
    expect([answer.status, message(answer)]).toEqual([400, 'Invalid URL format specified in payload.']);
  });

  test('needs a link', async () => {
    expect((await assign(undefined)).status).toBe(400);
  });

  test('lets people manage themselves, and an expansion of that ends', async () => {
    expect((await assign(`${sandbox.url}/v1.0/users/${idOf('adele')}`)).status).toBe(204);
    const { json } = await get(sandbox, token, `${adele}?$expand=manager($levels=max;$select=id)`, {
      consistencylevel: 'eventual',
    });
    expect(member(json, 'manager', 'id')).toBe(idOf('adele'));
    expect(member(json, 'manager', 'manager')).toBeUndefined();
  });

  test('is refused for synchronized people, and without permission or role', async () => {
    const link = `${sandbox.url}/v1.0/users/${idOf('mei')}`;
    expect(message(await assign(link, '/v1.0/users/sylvie@contoso.example'))).toContain(
      'on-premises mastered',
    );
    expect((await assign(link, adele, await signIn(sandbox, 'reader'))).status).toBe(403);
    const { accessToken } = await sandbox.signIn({
      user: 'adele@contoso.example',
      scopes: ['User.ReadWrite.All'],
    });
    expect((await assign(link, adele, accessToken)).status).toBe(403);
  });
});

describe('DELETE of a manager', () => {
  test('is a 204, and a 404 that names the manager where there is none', async () => {
    const answer = await write(sandbox, token, 'DELETE', `${adele}/manager/$ref`);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await get(sandbox, token, `${adele}/manager`)).status).toBe(404);
    const again = await write(sandbox, token, 'DELETE', `${adele}/manager/$ref`);
    expect([again.status, message(again)]).toEqual([
      404,
      "Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
    ]);
  });

  test('is not reached by GET', async () => {
    expect((await get(sandbox, token, `${adele}/manager/$ref`)).status).toBe(405);
  });
});

describe('$expand of managers', () => {
  test('goes up the whole chain', async () => {
    const omar = '/v1.0/users/omar@contoso.example?$expand=manager($levels=max;$select=displayName)';
    const { json } = await get(sandbox, token, omar, { consistencylevel: 'eventual' });
    expect(member(json, 'manager')).toEqual({
      '@odata.type': '#microsoft.graph.user',
      displayName: 'Hanna Lindqvist',
      manager: {
        '@odata.type': '#microsoft.graph.user',
        displayName: 'Mei Tanaka',
        manager: { '@odata.type': '#microsoft.graph.user', displayName: 'Ingrid Halvorsen' },
      },
    });
  });
});
