import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, write } from '../raw-client.js';

const minute = 60 * 1000;

let sandbox: Sandbox;
let token: string;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17);
  sandbox = await startSandbox({ now: () => clock });
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

async function create(): Promise<string> {
  const answer = await write(sandbox, token, 'POST', '/v1.0/users', {
    accountEnabled: true,
    displayName: 'Ben Okoro',
    mailNickname: 'beno',
    userPrincipalName: 'beno@contoso.example',
    passwordProfile: { password: 'xWwvJ]6NMw+bWH-d' },
  });
  return answer.status === 201 ? String(member(answer.json, 'id')) : String(answer.status);
}

describe('lagging-creation', () => {
  test('makes a new person unknown to reads, lists and writes, so many times', async () => {
    sandbox.faults = [{ kind: 'lagging-creation', times: 4 }];
    expect((await get(sandbox, token, '/v1.0/users/adele@contoso.example')).status).toBe(200);
    const id = await create();
    const link = { '@odata.id': `${sandbox.url}/v1.0/users/adele@contoso.example` };
    const assign = () => write(sandbox, token, 'PUT', `/v1.0/users/${id}/manager/$ref`, link);
    expect((await get(sandbox, token, `/v1.0/users/${id}`)).status).toBe(404);
    expect((await assign()).status).toBe(404);
    const listed = await get(sandbox, token, '/v1.0/users?$top=999');
    expect(member(listed.json, 'value')).toHaveLength(30);
    expect((await get(sandbox, token, '/v1.0/users/beno@contoso.example')).status).toBe(404);
    expect((await assign()).status).toBe(204);
    expect((await get(sandbox, token, `/v1.0/users/${id}/manager`)).status).toBe(200);
    expect(sandbox.log.filter(({ fault }) => fault === 'lagging-creation')).toHaveLength(4);
  });

  test('never makes a delta query lose somebody', async () => {
    const latest = await get(sandbox, token, '/v1.0/users/delta?$deltatoken=latest');
    const link = String(member(latest.json, '@odata.deltaLink')).slice(sandbox.url.length);
    sandbox.faults = [{ kind: 'lagging-creation' }];
    const id = await create();
    const { json } = await get(sandbox, token, link);
    expect(member(json, 'value', '0', 'id')).toBe(id);
  });

  test('lasts a minute, touches nobody else, and lets nobody take the name twice', async () => {
    sandbox.faults = [{ kind: 'lagging-creation' }];
    const id = await create();
    expect((await get(sandbox, token, '/v1.0/users/adele@contoso.example')).status).toBe(200);
    expect(await create()).toBe('400');
    clock += minute;
    expect((await get(sandbox, token, `/v1.0/users/${id}`)).status).toBe(404);
    clock += 1;
    expect((await get(sandbox, token, `/v1.0/users/${id}`)).status).toBe(200);
  });
});

describe('lagging-read', () => {
  test('still shows somebody who was just deleted, once', async () => {
    sandbox.faults = [{ kind: 'lagging-read' }];
    const adele = '/v1.0/users/adele@contoso.example';
    await write(sandbox, token, 'DELETE', adele);
    expect((await get(sandbox, token, adele)).status).toBe(200);
    expect((await get(sandbox, token, adele)).status).toBe(404);
  });

  test('makes a delta query miss what it reports the next time', async () => {
    const latest = await get(sandbox, token, '/v1.0/users/delta?$deltatoken=latest');
    const link = String(member(latest.json, '@odata.deltaLink')).slice(sandbox.url.length);
    sandbox.faults = [{ kind: 'lagging-read' }];
    await write(sandbox, token, 'PATCH', '/v1.0/users/adele@contoso.example', { jobTitle: 'Lead' });
    const early = await get(sandbox, token, link);
    expect(member(early.json, 'value')).toEqual([]);
    const next = String(member(early.json, '@odata.deltaLink')).slice(sandbox.url.length);
    expect(member((await get(sandbox, token, next)).json, 'value')).toHaveLength(1);
  });
});

describe('directory synchronization', () => {
  const sylvie = '/v1.0/users/sylvie@contoso.example';

  async function disable(target: string): Promise<void> {
    expect((await write(sandbox, token, 'PATCH', target, { accountEnabled: false })).status).toBe(204);
  }

  async function state(target: string): Promise<unknown[]> {
    const select = '$select=accountEnabled,onPremisesLastSyncDateTime';
    const { json } = await get(sandbox, token, `${target}?${select}`);
    return [member(json, 'accountEnabled'), member(json, 'onPremisesLastSyncDateTime')];
  }

  test('is off unless asked for', async () => {
    await disable(sylvie);
    clock += 31 * minute;
    expect(sandbox.directorySync).toBe(false);
    expect(await state(sylvie)).toEqual([false, '2026-02-27T22:14:05Z']);
  });

  test('enables a synchronized person again after 30 minutes, and nobody else', async () => {
    sandbox.directorySync = true;
    await disable(sylvie);
    await disable('/v1.0/users/adele@contoso.example');
    const latest = await get(sandbox, token, '/v1.0/users/delta?$select=accountEnabled&$deltatoken=latest');
    clock += 30 * minute - 1;
    expect((await state(sylvie))[0]).toBe(false);
    clock += 1;
    expect(await state(sylvie)).toEqual([true, '2026-03-02T09:11:17.000Z']);
    expect(sandbox.people().find(({ displayName }) => displayName.startsWith('Sylvie'))?.accountEnabled).toBe(
      true,
    );
    expect((await state('/v1.0/users/adele@contoso.example'))[0]).toBe(false);
    const link = String(member(latest.json, '@odata.deltaLink')).slice(sandbox.url.length);
    const { json } = await get(sandbox, token, link);
    expect(member(json, 'value')).toEqual([{ accountEnabled: true, id: expect.any(String) }]);
  });

  test('can be switched on at the start, and does it each time', async () => {
    const own = await startSandbox({ now: () => clock, directorySync: true });
    for (let time = 0; time < 2; time += 1) {
      await write(own, token, 'PATCH', sylvie, { accountEnabled: false });
      const disabled = await get(own, token, `${sylvie}?$select=accountEnabled`);
      clock += 30 * minute;
      token = await signIn(own);
      const after = await get(own, token, `${sylvie}?$select=accountEnabled`);
      expect([member(disabled.json, 'accountEnabled'), member(after.json, 'accountEnabled')]).toEqual([
        false,
        true,
      ]);
    }
    await own.close();
  });
});
