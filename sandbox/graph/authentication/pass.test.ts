import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox, type TapPolicy } from '../../index.js';
import { get, member, signIn, write, type RawAnswer } from '../../raw-client.js';

let sandbox: Sandbox;
let token: string;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 2, 2, 8, 41, 17, 765);
  sandbox = await startSandbox({ now: () => now });
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const passesOf = (name: string) =>
  `/v1.0/users/${name}@contoso.example/authentication/temporaryAccessPassMethods`;
const adele = passesOf('adele');
const minute = 60_000;

const create = (body?: unknown, path = adele, as = token) => write(sandbox, as, 'POST', path, body);
const messageOf = ({ json }: RawAnswer) => member(json, 'error', 'message');

function setPolicy(changes: Partial<TapPolicy>): void {
  sandbox.switches.tapPolicy = { ...sandbox.switches.tapPolicy, ...changes };
}

async function usability(): Promise<unknown[]> {
  const { json } = await get(sandbox, await signIn(sandbox), adele);
  return ['isUsable', 'methodUsabilityReason'].map((name) => member(json, 'value', '0', name));
}

describe('a new pass', () => {
  test('shows its value once', async () => {
    const made = await create({ lifetimeInMinutes: 90, isUsableOnce: true });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      createdDateTime: '2026-03-02T08:41:17.7650000Z',
      startDateTime: '2026-03-02T08:41:17.7650000Z',
      lifetimeInMinutes: 90,
      isUsableOnce: true,
      isUsable: true,
      methodUsabilityReason: 'EnabledByPolicy',
    });
    expect(member(made.json, 'temporaryAccessPass')).toMatch(/^\S{8}$/);
    const id = String(member(made.json, 'id'));
    const one = await get(sandbox, token, `${adele}/${id}`);
    expect(one.json).toMatchObject({ id, temporaryAccessPass: null, lifetimeInMinutes: 90 });
    expect(
      sandbox.log.some((entry) =>
        JSON.stringify(entry).includes(String(member(made.json, 'temporaryAccessPass'))),
      ),
    ).toBe(false);
  });

  test('without a body follows the policy', async () => {
    setPolicy({ defaultLifetimeInMinutes: 120, isUsableOnce: true, defaultLength: 12 });
    const made = await create();
    expect(made.json).toMatchObject({ lifetimeInMinutes: 120, isUsableOnce: true });
    expect(member(made.json, 'temporaryAccessPass')).toHaveLength(12);
  });

  test('replaces the one before', async () => {
    const first = await create({});
    const second = await create({ lifetimeInMinutes: 61, startDateTime: null });
    const { json } = await get(sandbox, token, adele);
    expect(member(json, 'value')).toHaveLength(1);
    expect(member(json, 'value', '0', 'id')).toBe(member(second.json, 'id'));
    expect((await get(sandbox, token, `${adele}/${String(member(first.json, 'id'))}`)).status).toBe(404);
  });

  test('becomes usable, expires, and is disabled by the policy', async () => {
    await create({ startDateTime: '2026-03-02T10:00:00+01:00', lifetimeInMinutes: 60 });
    const seen = [await usability()];
    now = Date.UTC(2026, 2, 2, 9, 0, 0);
    seen.push(await usability());
    setPolicy({ state: 'disabled' });
    seen.push(await usability());
    setPolicy({ state: 'enabled' });
    now += 60 * minute;
    seen.push(await usability());
    expect(seen).toEqual([
      [false, 'NotYetValid'],
      [true, 'EnabledByPolicy'],
      [false, 'DisabledByPolicy'],
      [false, 'Expired'],
    ]);
  });

  test('can be deleted, and then there is none', async () => {
    const { json } = await create({});
    const path = `${adele}/${String(member(json, 'id'))}`;
    expect((await write(sandbox, token, 'DELETE', path)).status).toBe(204);
    expect((await write(sandbox, token, 'DELETE', path)).status).toBe(404);
    expect(member((await get(sandbox, token, adele)).json, 'value')).toEqual([]);
  });
});

describe('limits', () => {
  test.each([
    [9, 400],
    [59, 400],
    [60, 201],
    [480, 201],
    [481, 400],
    [43_201, 400],
    [60.5, 400],
    ['60', 400],
  ])('of the default policy: a lifetime of %j minutes is %i', async (lifetimeInMinutes, status) => {
    expect((await create({ lifetimeInMinutes })).status).toBe(status);
  });

  test.each([
    [9, 400],
    [10, 201],
    [43_200, 201],
    [43_201, 400],
  ])('of Graph hold under the widest policy: %i minutes is %i', async (lifetimeInMinutes, status) => {
    setPolicy({ minimumLifetimeInMinutes: 10, maximumLifetimeInMinutes: 43_200 });
    expect((await create({ lifetimeInMinutes })).status).toBe(status);
  });

  test('are named', async () => {
    expect(messageOf(await create({ lifetimeInMinutes: 10 }))).toContain('between 60 and 480');
    expect(messageOf(await create({ lifetimeInMinutes: 1 }))).toContain('between 10 and 43200');
  });

  test('a pass for more than one use is refused where the policy wants one use', async () => {
    setPolicy({ isUsableOnce: true });
    expect((await create({ isUsableOnce: false })).status).toBe(400);
    expect((await create({ isUsableOnce: true })).status).toBe(201);
  });

  test.each([
    ['2026-03-02T08:41:17Z'],
    ['2026-03-03T08:00:00'],
    ['tomorrow'],
    ['2026-02-30T25:00:00Z'],
    [1_772_442_000],
  ])('a start at %j is refused', async (startDateTime) => {
    expect((await create({ startDateTime })).status).toBe(400);
  });

  test.each([[{ lifetime: 60 }], [[]], [{ isUsableOnce: 'yes' }]])('the body %j is refused', async (body) => {
    const answer = await create(body);
    expect([answer.status, member(answer.json, 'error', 'code')]).toEqual([400, 'badRequest']);
    expect(sandbox.methodsOf('adele@contoso.example').pass).toBeNull();
  });

  test('a policy that is off refuses any pass', async () => {
    setPolicy({ state: 'disabled' });
    const answer = await create({});
    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toMatch(/^Converged UserCredentialPolicy does not allow creating or updating/);
  });
});

describe('whom for', () => {
  test('not for an external guest, not for nobody', async () => {
    const guest = await create({}, passesOf('mia_fabrikam.example%23EXT%23'));
    expect([guest.status, messageOf(guest)]).toEqual([
      400,
      'Temporary Access Pass cannot be added to an external guest user.',
    ]);
    expect((await create({}, passesOf('nobody'))).status).toBe(404);
  });

  test('not for oneself, and only by an administrator', async () => {
    const scopes = ['UserAuthMethod-TAP.ReadWrite.All'];
    const admin = (await sandbox.signIn({ user: 'nadia.admin@contoso.example', scopes })).accessToken;
    const employee = (await sandbox.signIn({ user: 'adele@contoso.example', scopes })).accessToken;
    const answers = [
      await create({}, passesOf('nadia.admin'), admin),
      await create({}, '/v1.0/me/authentication/temporaryAccessPassMethods', admin),
      await create({}, passesOf('noor'), employee),
      await create({}, passesOf('breakglass'), admin),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 201]);
  });
});

describe('the policy', () => {
  const path =
    '/v1.0/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass';

  test('is Entra’s default, and follows the switches', async () => {
    setPolicy({ maximumLifetimeInMinutes: 1440 });
    expect((await get(sandbox, token, path)).json).toMatchObject({
      id: 'TemporaryAccessPass',
      state: 'enabled',
      defaultLifetimeInMinutes: 60,
      defaultLength: 8,
      minimumLifetimeInMinutes: 60,
      maximumLifetimeInMinutes: 1440,
      isUsableOnce: false,
      includeTargets: [{ id: 'all_users' }],
    });
  });

  test('takes a permission of its own', async () => {
    expect((await get(sandbox, await signIn(sandbox, 'reader'), path)).status).toBe(403);
  });
});
