import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { createMemoryStore } from '../../integration/state/memory.js';
import { type CommandBench, openCommandBench } from '../../test_data/command-bench.js';

/** The vendor's hosted application: what the commands about the sign-in say where there is no application of one's own. */

let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

function hosted(): Instance {
  const registration = bench.sandbox.oproxy.find(({ appName }) => appName === 'ms-graph-user');
  return {
    name: 'hosted',
    kind: 'tenant',
    params: {
      azure_cloud: 'Custom',
      url: bench.sandbox.url,
      azure_ad_endpoint: bench.sandbox.url,
      auth_id: `${registration?.id ?? ''}@${bench.sandbox.url}/oproxy/obtain-token`,
      tenant_id: registration?.token,
      enc_key: registration?.key,
    },
    state: createMemoryStore(),
  };
}

test.each(['msgraph-user-test', 'test-module'])('%s answers ok (4.17-b)', async (command) => {
  const { entry } = await bench.run(command, {}, hosted());
  expect(entry).toMatchObject({ Type: 1, Contents: 'ok', HumanReadable: 'ok' });
});

test('nobody signs in for it by a login URL, which is said in clear words (4.23-a)', async () => {
  const { entry, requests } = await bench.run('msgraph-user-generate-login-url', {}, hosted());
  expect(requests).toEqual([]);
  expect(entry.Type).toBe(4);
  expect(entry.Contents).toMatch(/hosted application|cortex_app/);
  expect(entry.Contents).not.toMatch(/undefined|TypeError/);
});

describe('what needs an application of one’s own is refused before any request', () => {
  test.each([
    ['msgraph-user-terminate-session', { user: 'adele@contoso.example' }],
    ['msgraph-user-change-password', { user: 'adele@contoso.example', password: 'Kettle-Moss-47' }],
    ['msgraph-user-request-mfa', { user_mail: 'adele@contoso.example' }],
    ['msgraph-user-delete-mfa-client-secret', {}],
  ])('%s', async (command, args) => {
    const { entry, requests } = await bench.run(command, args, hosted());
    expect(requests).toEqual([]);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toContain('does not work with the hosted application');
    expect(JSON.stringify(entry)).not.toContain('Kettle');
  });
});
