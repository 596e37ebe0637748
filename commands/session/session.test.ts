import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CommandBench, openCommandBench } from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

const commands = ['test-module', 'msgraph-user-test', 'msgraph-teams-test'];

describe('the test button', () => {
  test('answers exactly ok', async () => {
    const { execution } = await bench.run('test-module');
    expect(execution.entries).toMatchObject([
      { Type: 1, Contents: 'ok', HumanReadable: 'ok', EntryContext: {} },
    ]);
    expect(execution.entries).toHaveLength(1);
  });

  test('reads one user’s ID and no page of them (4.17-a)', async () => {
    const { requests } = await bench.run('test-module');
    expect(requests.map(({ path }) => path)).toEqual([
      expect.stringContaining('/oauth2/v2.0/token'),
      '/v1.0/users?$select=id&$top=1',
    ]);
  });
});

describe('the test command', () => {
  test('says the known sentence and what the instance may do', async () => {
    const { execution } = await bench.run('msgraph-user-test', {}, sandboxInstance(bench.sandbox, 'reader'));
    const { url, tenantId } = bench.sandbox;
    expect(
      execution.entries.map(({ HumanReadable }) => HumanReadable?.replace(/[\d-]+T[\d:.]+Z/, 'soon')),
    ).toEqual([
      '```✅ Success!```',
      '### Connection\n|Flow|Tenant|Cloud|Graph|Token ends|Permissions|\n|---|---|---|---|---|---|\n' +
        `| client_credentials | ${tenantId} | Custom | ${url} | soon | User.Read.All |\n`,
    ]);
    expect(execution.entries[0]?.Contents).toBe('```✅ Success!```');
  });

  test('shows names of permissions and no token', async () => {
    const { execution } = await bench.run('msgraph-user-test');
    expect(execution.entries[1]?.HumanReadable).toMatch(/AuditLog\.Read\.All, .*User\.Read\.All/);
    expect(JSON.stringify(execution.entries)).not.toMatch(/eyJ/);
  });
});

describe.each(commands)('%s', (command) => {
  test.each<[string, Record<string, unknown>, RegExp, RegExp]>([
    ['secret', { creds_enc_key: 'Wrong~Secret-5150' }, /AADSTS7000215/, /secret's Value/],
    ['tenant', { creds_tenant_id: 'fabrikam.example' }, /AADSTS90002/, /Check "Tenant ID"/],
    [
      'client',
      { creds_auth_id: '11111111-2222-4333-8444-555555555555' },
      /AADSTS700016/,
      /Check "Client ID"/,
    ],
  ])('tells a wrong %s by Microsoft’s number, and the next step', async (_what, wrong, number, step) => {
    const { execution, entry, requests } = await bench.run(
      command,
      {},
      sandboxInstance(bench.sandbox, undefined, wrong),
    );
    expect(execution.entries).toHaveLength(1);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(number);
    expect(String(entry.Contents).split('\n').at(-1)).toMatch(step);
    expect(entry.Contents).not.toContain('Wrong~Secret-5150');
    expect(requests).toHaveLength(1);
  });

  test('notices a secret that was changed although a token is at hand', async () => {
    const good = sandboxInstance(bench.sandbox);
    expect((await bench.run(command, {}, good)).entry.Type).toBe(1);
    const params = { ...good.params, creds_enc_key: 'changed' };
    const changed = await bench.run(command, {}, { ...good, params });
    expect(changed.entry.Type).toBe(4);
    expect(changed.entry.Contents).toMatch(/AADSTS7000215/);
  });

  test('signs in anew each time, so that an application that was deleted is noticed', async () => {
    const instance = sandboxInstance(bench.sandbox);
    await bench.run(command, {}, instance);
    const again = await bench.run(command, {}, instance);
    expect(again.requests.filter(({ path }) => path.includes('/token'))).toHaveLength(1);
  });

  test('fails for an application without permissions, with Graph’s code', async () => {
    const { entry } = await bench.run(command, {}, sandboxInstance(bench.sandbox, 'unprivileged'));
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/403 Authorization_RequestDenied/);
  });
});
