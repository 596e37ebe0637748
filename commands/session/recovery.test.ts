import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type FaultKind } from '../../sandbox/index.js';
import { type CommandBench, openCommandBench } from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

const ADELE = 'adele@contoso.example';
let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterEach(() => {
  bench.sandbox.faults = [];
});
afterAll(() => bench.close());

const instances: readonly (readonly [string, () => Promise<Instance>])[] = [
  ['an application', () => Promise.resolve(sandboxInstance(bench.sandbox))],
  [
    'a signed-in user',
    async () => {
      const { refreshToken = '' } = await bench.sandbox.signIn({ user: ADELE });
      return sandboxInstance(bench.sandbox, 'soar', {
        auth_type: 'user_auth_flow',
        redirect_uri: 'https://soar.contoso.example/oauth/soar',
        creds_auth_code: `refresh_token:${refreshToken}`,
      });
    },
  ],
];

const kindsOf = (requests: readonly { readonly path: string; readonly status: number }[]) =>
  requests.map(({ path, status }) => `${path.includes('/token') ? 'token' : 'graph'} ${status}`);

describe.each(instances)('for %s a token that Graph objects to', (_, open) => {
  test.each<[FaultKind, number]>([
    ['expired-token', 401],
    ['claims-challenge', 401],
    ['no-authorization', 403],
  ])('is replaced once and the request repeated once: %s', async (kind, status) => {
    const instance = await open();
    await bench.run('msgraph-user-get', { user: ADELE }, instance);
    bench.sandbox.faults = [{ kind, match: { path: /^\/v1\.0/ }, times: 1 }];
    const { entry, requests } = await bench.run('msgraph-user-get', { user: ADELE }, instance);
    expect(entry.Type).toBe(1);
    expect(kindsOf(requests)).toEqual([`graph ${status}`, 'token 200', 'graph 200']);
  });

  test.each<[FaultKind, number, RegExp]>([
    ['claims-challenge', 401, /The token was refused twice/],
    ['no-authorization', 403, /Graph refused two tokens in a row/],
  ])('is no loop when the next one is refused too: %s', async (kind, status, told) => {
    const instance = await open();
    await bench.run('msgraph-user-get', { user: ADELE }, instance);
    bench.sandbox.faults = [{ kind, match: { path: /^\/v1\.0/ } }];
    const { entry, requests } = await bench.run('msgraph-user-get', { user: ADELE }, instance);
    expect(entry.Contents).toMatch(told);
    expect(kindsOf(requests)).toEqual([`graph ${status}`, 'token 200', `graph ${status}`]);
  });

  test('by a claims challenge is replaced by one with those claims, and nothing else asks for any', async () => {
    const instance = await open();
    bench.sandbox.faults = [{ kind: 'claims-challenge', match: { path: /^\/v1\.0/ }, times: 1 }];
    const { requests } = await bench.run('msgraph-user-get', { user: ADELE }, instance);
    const asked = requests
      .filter(({ path }) => path.includes('/token'))
      .map(({ body }) => JSON.stringify(body));
    expect(asked[0]).toMatch(/xms_cc.*cp1/);
    expect(asked[0]).not.toMatch(/nbf/);
    expect(asked[1]).toMatch(/nbf.*essential/);
    expect(asked[1]).toMatch(/xms_cc.*cp1/);
    expect(asked).toHaveLength(2);
  });
});

describe('a 403', () => {
  test('names the permission that an application lacks', async () => {
    const reader = sandboxInstance(bench.sandbox, 'reader');
    const { entry } = await bench.run('msgraph-user-unblock', { user: ADELE }, reader);
    expect(entry.Contents).toMatch(/lacks the application permission User\.EnableDisableAccount\.All/);
  });

  test('names the rank of the target where no permission is lacking', async () => {
    const admin = bench.sandbox.people().find(({ directoryRoles }) => directoryRoles.length > 0);
    const { entry } = await bench.run('msgraph-user-unblock', { user: admin?.id ?? '' });
    expect(entry.Contents).toMatch(/the target probably holds an Entra role/);
  });
});

describe('the permissions check', () => {
  test('tells for every command what the token lacks, without asking Graph', async () => {
    const reader = sandboxInstance(bench.sandbox, 'reader');
    const { entry, requests } = await bench.run('msgraph-user-permissions-check', {}, reader);
    expect(entry.HumanReadable).toContain('The token holds these application permissions: User.Read.All.');
    expect(entry.HumanReadable).toMatch(/\| msgraph-user-get \| yes \|/);
    expect(entry.HumanReadable).toMatch(
      /\| msgraph-user-account-disable \| no \| User\.EnableDisableAccount\.All \| User\.EnableDisableAccount\.All \+ /,
    );
    expect(kindsOf(requests)).toEqual(['token 200']);
    expect(JSON.stringify(entry)).not.toMatch(/eyJ|test-module/);
  });
});
