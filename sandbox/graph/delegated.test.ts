import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

async function tokenOf(name: string, ...scopes: string[]): Promise<string> {
  return (await sandbox.signIn({ user: `${name}@contoso.example`, scopes })).accessToken;
}

const noor = '/v1.0/users/noor@contoso.example';
const adele = '/v1.0/users/adele@contoso.example';

function statuses(answers: readonly RawAnswer[]): number[] {
  return answers.map(({ status }) => status);
}

describe('/me', () => {
  test('is the person who signed in', async () => {
    const token = await tokenOf('adele', 'User.Read');
    const { status, json } = await get(sandbox, token, '/v1.0/me');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#users/$entity`,
      userPrincipalName: 'adele@contoso.example',
      jobTitle: 'Security Analyst',
    });
  });

  test('has a manager and reports, with the permissions they take', async () => {
    const token = await tokenOf('noor', 'User.Read.All');
    const manager = await get(sandbox, token, '/v1.0/me/manager');
    expect(member(manager.json, 'displayName')).toBe('Ingrid Halvorsen');
    const little = await tokenOf('noor', 'User.Read');
    const reports = await get(sandbox, little, '/v1.0/me/directReports');
    expect(member(reports.json, 'value', '0', 'displayName')).toBe('Adele Winterbourne');
    expect((await get(sandbox, little, '/v1.0/me/manager')).status).toBe(403);
  });

  test('is nobody in an app-only token', async () => {
    const answer = await get(sandbox, await signIn(sandbox), '/v1.0/me');
    expect(answer.status).toBe(400);
    expect(member(answer.json, 'error', 'message')).toBe(
      '/me request is only valid with delegated authentication flow.',
    );
  });
});

describe('delegated permissions', () => {
  test('with User.Read show oneself, and nobody else', async () => {
    const token = await tokenOf('adele', 'User.Read');
    const answers = await Promise.all([
      get(sandbox, token, `${adele}?$select=department`),
      get(sandbox, token, noor),
      get(sandbox, token, '/v1.0/users'),
    ]);
    expect(statuses(answers)).toEqual([200, 403, 403]);
    expect(member(answers[0].json, 'department')).toBe('Security');
  });

  test('with User.ReadBasic.All show names of others', async () => {
    const token = await tokenOf('adele', 'User.ReadBasic.All', 'User.Read');
    const { json } = await get(sandbox, token, noor);
    expect(json).toMatchObject({ displayName: 'Noor Haddad', jobTitle: null });
  });

  test('do not let a guest list people or look at others', async () => {
    const token = await tokenOf('mia_fabrikam.example#EXT#', 'User.Read.All');
    const answers = await Promise.all([
      get(sandbox, token, '/v1.0/me'),
      get(sandbox, token, '/v1.0/users'),
      get(sandbox, token, noor),
    ]);
    expect(statuses(answers)).toEqual([200, 403, 403]);
  });

  test('are not those of the application, and the other way around', async () => {
    const token = await tokenOf('nadia.admin', 'User.Read');
    expect((await write(sandbox, token, 'PATCH', noor, { jobTitle: 'Boss' })).status).toBe(403);
  });

  test('do not make an employee an administrator', async () => {
    const token = await tokenOf('adele', 'User.ReadWrite.All');
    const answers = await Promise.all([
      write(sandbox, token, 'PATCH', noor, { accountEnabled: false }),
      write(sandbox, token, 'PATCH', noor, { jobTitle: 'Boss' }),
      write(sandbox, token, 'POST', `${noor}/revokeSignInSessions`),
      write(sandbox, token, 'PATCH', '/v1.0/me', { jobTitle: 'Boss' }),
    ]);
    expect(statuses(answers)).toEqual([403, 403, 403, 403]);
    expect(sandbox.log.some(({ acted }) => acted)).toBe(false);
  });

  test('let people change a little about themselves, and end their own sessions', async () => {
    const token = await tokenOf('adele', 'User.ReadWrite', 'User.RevokeSessions.All');
    const answers = [
      await write(sandbox, token, 'PATCH', '/v1.0/me', { mobilePhone: '+47 900 55 999' }),
      await write(sandbox, token, 'PATCH', '/v1.0/me', { jobTitle: 'Boss' }),
      await write(sandbox, token, 'POST', '/v1.0/me/revokeSignInSessions'),
    ];
    expect(statuses(answers)).toEqual([204, 403, 200]);
    expect(sandbox.people()[2]?.mobilePhone).toBe('+47 900 55 999');
  });

  test('let administrators act on others, and on each other only with a higher role', async () => {
    const scopes = ['User.ReadWrite.All', 'User.EnableDisableAccount.All', 'User.Read.All'];
    const high = await tokenOf('nadia.admin', ...scopes);
    const low = await tokenOf('helpdesk', ...scopes);
    const answers = [
      await write(sandbox, high, 'PATCH', noor, { accountEnabled: false }),
      await write(sandbox, high, 'PATCH', '/v1.0/users/breakglass@contoso.example', {
        accountEnabled: false,
      }),
      await write(sandbox, low, 'PATCH', adele, { accountEnabled: false }),
      await write(sandbox, low, 'POST', `${adele}/revokeSignInSessions`),
      await write(sandbox, low, 'POST', '/v1.0/users/breakglass@contoso.example/revokeSignInSessions'),
    ];
    expect(statuses(answers)).toEqual([204, 204, 403, 200, 403]);
  });

  test('with Directory.AccessAsUser.All are those of the person', async () => {
    const employee = await tokenOf('adele', 'Directory.AccessAsUser.All');
    const administrator = await tokenOf('nadia.admin', 'Directory.AccessAsUser.All');
    const answers = [
      await get(sandbox, employee, '/v1.0/users'),
      await write(sandbox, employee, 'PATCH', noor, { accountEnabled: false }),
      await write(sandbox, administrator, 'PATCH', noor, { accountEnabled: false }),
    ];
    expect(statuses(answers)).toEqual([200, 403, 204]);
  });
});
