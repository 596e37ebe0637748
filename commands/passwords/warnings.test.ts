import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../../integration/dispatcher/invocation.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';
import { registry } from '../index.js';

const ADELE = 'adele@contoso.example';
const PASSWORD = 'Kettle,moss=7;Traveller';

let sandbox: Sandbox;
let dispatcher: Dispatcher;
beforeEach(async () => {
  sandbox = await startSandbox();
  dispatcher = createDispatcher({ registry, clock: createFakeClock() });
});
afterEach(() => sandbox.close());

const change = (args: Record<string, unknown>, instance: Instance = sandboxInstance(sandbox)) =>
  dispatcher.execute({
    command: 'msgraph-user-change-password',
    args: { user: ADELE, password: PASSWORD, ...args },
    instance,
  });

const textOf = ({ entries }: Execution) =>
  entries.map(({ Contents, HumanReadable }) => `${String(Contents)} ${HumanReadable ?? ''}`).join('\n');

test.each([
  [ADELE, /Tokens already issued work until they end/],
  ['mia_fabrikam.example#EXT#@contoso.example', /the password of its home, which was not changed/],
])('somebody is warned of: %s', async (user, text) => {
  const { entries } = await change({ user });
  expect(entries[1]).toMatchObject({ Type: 11, Contents: '' });
  expect(entries[1]?.HumanReadable).toMatch(text);
});

test('somebody from an on-premises directory, where Graph takes the password', async () => {
  const server = await startScriptedServer(({ method, url }) => {
    if (url.includes('/oauth2/')) return { status: 200, body: token };
    return method === 'GET'
      ? { status: 200, body: { ...user, onPremisesSyncEnabled: true } }
      : { status: 204 };
  });
  const { entries } = await change({}, instanceAt(server.url));
  await server.close();
  expect(entries[0]?.Type).toBe(1);
  expect(entries[1]?.HumanReadable).toMatch(/only its password in Entra ID was changed.*-on-premise/);
});

test('where Graph does not take the password, the warning is an advice', async () => {
  const execution = await change({ user: 'sylvie@contoso.example' });
  expect(execution.entries[0]?.Type).toBe(4);
  expect(textOf(execution)).toContain('use !msgraph-user-change-password-on-premise, or set it there');
});

const token = { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' };
const user = {
  id: '11111111-2222-3333-4444-555555555555',
  userPrincipalName: ADELE,
  userType: 'Member',
  lastPasswordChangeDateTime: '2026-01-01T00:00:00Z',
};
const instanceAt = (url: string): Instance =>
  sandboxInstance(sandbox, 'soar', { url, azure_ad_endpoint: url });
