import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, write, type RawAnswer } from '../raw-client.js';

const day = 24 * 60 * 60 * 1000;

let sandbox: Sandbox;
let token: string;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17);
  sandbox = await startSandbox({ now: () => clock });
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const deletedItems = '/v1.0/directory/deletedItems';
const adele = '/v1.0/users/adele@contoso.example';
const adeleId = '6b040b31-c824-42aa-a299-50169bd05fc5';

async function remove(target: string, as = token): Promise<RawAnswer> {
  return write(sandbox, as, 'DELETE', target);
}

async function restore(id = adeleId, as = token): Promise<RawAnswer> {
  return write(sandbox, as, 'POST', `${deletedItems}/${id}/restore`);
}

async function statusOf(target: string): Promise<number> {
  return (await get(sandbox, token, target)).status;
}

describe('DELETE of a user', () => {
  test('is a 204 without body; whoever it was is found and listed no more', async () => {
    const answer = await remove(adele);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect([await statusOf(adele), await statusOf(`/v1.0/users/${adeleId}`)]).toEqual([404, 404]);
    const { json } = await get(sandbox, token, '/v1.0/users?$top=999');
    expect(member(json, 'value')).toHaveLength(29);
    const reports = await get(sandbox, token, '/v1.0/users/noor@contoso.example/directReports');
    expect(JSON.stringify(reports.json)).not.toContain(adeleId);
    expect((await remove(adele)).status).toBe(404);
    expect(sandbox.people()).toHaveLength(29);
    expect(sandbox.deletedPeople()).toMatchObject([{ id: adeleId }]);
  });

  test('leaves reports without a manager, until the manager is back', async () => {
    const mia = '/v1.0/users/mia_fabrikam.example%23EXT%23@contoso.example/manager';
    await remove(adele);
    expect(member((await get(sandbox, token, mia)).json, 'error', 'message')).toContain("Resource 'manager'");
    await restore();
    expect(await statusOf(mia)).toBe(200);
  });

  test('does not upset paging: a page may be shorter', async () => {
    await remove(adele);
    const first = await get(sandbox, token, '/v1.0/users?$top=5');
    const second = await get(
      sandbox,
      token,
      String(member(first.json, '@odata.nextLink')).slice(sandbox.url.length),
    );
    const ids = [first, second].flatMap(({ json }) =>
      Array.from({ length: 5 }, (_, index) => member(json, 'value', String(index), 'id')),
    );
    expect(new Set(ids).size).toBe(10);
  });

  test('reaches administrators only with an Entra role', async () => {
    const breakglass = '/v1.0/users/breakglass@contoso.example';
    expect((await remove(breakglass)).status).toBe(403);
    expect((await remove(breakglass, await signIn(sandbox, 'admin'))).status).toBe(204);
    expect((await remove(adele, await signIn(sandbox, 'reader'))).status).toBe(403);
    const scopes = ['User.DeleteRestore.All'];
    const george = await sandbox.signIn({ user: 'george@contoso.example', scopes });
    expect((await remove(adele, george.accessToken)).status).toBe(403);
    const nadia = await sandbox.signIn({ user: 'nadia.admin@contoso.example', scopes });
    expect((await remove(adele, nadia.accessToken)).status).toBe(204);
  });
});

describe('deleted items', () => {
  test('show who can be brought back, under a name that frees the old one', async () => {
    await remove(adele);
    const listed = await get(
      sandbox,
      token,
      `${deletedItems}/microsoft.graph.user?$select=id,userPrincipalName,deletedDateTime`,
    );
    expect(member(listed.json, 'value')).toEqual([
      {
        id: adeleId,
        userPrincipalName: '6b040b31c82442aaa29950169bd05fc5adele@contoso.example',
        deletedDateTime: '2026-03-02T08:41:17.000Z',
      },
    ]);
    expect((await get(sandbox, token, `${deletedItems}/${adeleId}`)).json).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      id: adeleId,
      displayName: 'Adele Winterbourne',
    });
  });

  test('are known by ID only', async () => {
    const malformed = await get(sandbox, token, `${deletedItems}/adele@contoso.example`);
    expect(member(malformed.json, 'error', 'message')).toBe(
      "Invalid object identifier 'adele@contoso.example'.",
    );
    expect(await statusOf(`${deletedItems}/${adeleId}`)).toBe(404);
    expect((await restore()).status).toBe(404);
  });

  test('are restored with everything they had', async () => {
    await write(sandbox, token, 'PATCH', adele, { jobTitle: 'Lead' });
    await remove(adele);
    const answer = await restore();
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#directoryObjects/$entity`,
      '@odata.type': '#microsoft.graph.user',
      id: adeleId,
      userPrincipalName: 'adele@contoso.example',
      jobTitle: 'Lead',
    });
    const back = await get(sandbox, token, `${adele}?$select=jobTitle,deletedDateTime`);
    expect(back.json).toMatchObject({ jobTitle: 'Lead', deletedDateTime: null });
    expect(sandbox.deletedPeople()).toEqual([]);
  });

  test('cannot be restored while somebody else has the name', async () => {
    await remove(adele);
    const created = await write(sandbox, token, 'POST', '/v1.0/users', {
      accountEnabled: true,
      displayName: 'Another Adele',
      mailNickname: 'adele',
      userPrincipalName: 'adele@contoso.example',
      passwordProfile: { password: 'xWwvJ]6NMw+bWH-d' },
    });
    expect(created.status).toBe(201);
    expect(member((await get(sandbox, token, adele)).json, 'displayName')).toBe('Another Adele');
    const refused = await restore();
    expect([refused.status, member(refused.json, 'error', 'details', '0', 'code')]).toEqual([
      400,
      'ObjectConflict',
    ]);
    await remove(adele);
    expect((await restore()).status).toBe(200);
    expect(member((await get(sandbox, token, adele)).json, 'displayName')).toBe('Adele Winterbourne');
  });

  test('are gone for good when deleted again', async () => {
    await remove(adele);
    expect((await remove(`${deletedItems}/${adeleId}`)).status).toBe(204);
    expect((await remove(`${deletedItems}/${adeleId}`)).status).toBe(404);
    expect((await restore()).status).toBe(404);
  });

  test('are gone for good after 30 days', async () => {
    await remove(adele);
    clock += 30 * day - 1;
    token = await signIn(sandbox);
    expect(sandbox.deletedPeople()).toHaveLength(1);
    clock += 1;
    expect(sandbox.deletedPeople()).toEqual([]);
    expect((await restore()).status).toBe(404);
    expect(await statusOf(adele)).toBe(404);
  });

  test('outlive a restart, as new people do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-deleted-'));
    const stateFile = join(folder, 'state.json');
    const first = await startSandbox({ stateFile });
    const access = await signIn(first);
    await write(first, access, 'DELETE', adele);
    await write(first, access, 'POST', '/v1.0/users', {
      accountEnabled: false,
      displayName: 'Ben Okoro',
      mailNickname: 'beno',
      userPrincipalName: 'beno@contoso.example',
      passwordProfile: { password: 'xWwvJ]6NMw+bWH-d' },
    });
    await write(first, access, 'PATCH', '/v1.0/users/beno@contoso.example', {
      otherMails: ['ben@fabrikam.example'],
      passwordProfile: { forceChangePasswordNextSignIn: true },
    });
    await write(first, access, 'PATCH', '/v1.0/users/beno@contoso.example', { skills: ['books'] });
    const before = first.people();
    await first.close();
    const second = await startSandbox({ stateFile });
    const after = [second.people(), second.deletedPeople().map(({ id }) => id)];
    await second.close();
    await rm(folder, { recursive: true });
    expect(after).toEqual([before, [adeleId]]);
    expect(before.at(-1)).toMatchObject({ displayName: 'Ben Okoro', profile: { skills: ['books'] } });
  });
});
