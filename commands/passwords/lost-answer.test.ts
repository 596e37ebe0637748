import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
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

const change = (instance: Instance = sandboxInstance(sandbox)) =>
  dispatcher.execute({
    command: 'msgraph-user-change-password',
    args: { user: ADELE, password: PASSWORD },
    instance,
  });

describe('an answer that is lost', () => {
  test.each(['reset-after', 'reset-before', '500', '503', '504', 'truncated', 'not-json'] as const)(
    'is looked for, and the change is told as done once: %s',
    async (kind) => {
      sandbox.faults = [{ kind, match: { method: 'PATCH' }, times: 1 }];
      const { entries } = await change();
      expect(entries[0]).toMatchObject({ Type: 1 });
      expect(sandbox.log.filter(({ acted }) => acted)).toHaveLength(1);
    },
  );

  test.each([
    ['that was changed after all is a success', '2026-03-02T08:00:05Z', 1],
    ['that was not changed is an error', '2026-01-01T00:00:00Z', 4],
  ])('a repeat that Graph refuses: a password %s', async (_what, later, type) => {
    let patches = 0;
    const server = await startScriptedServer(({ method, url }) => {
      if (url.includes('/oauth2/')) return { status: 200, body: token };
      if (method === 'PATCH') {
        patches += 1;
        return patches === 1 ? 'reset' : { status: 400, body: refusal };
      }
      // Graph shows the change only after the repeat was refused.
      return { status: 200, body: { ...user, ...(patches > 1 && { lastPasswordChangeDateTime: later }) } };
    });
    const { entries } = await change(instanceAt(server.url));
    await server.close();
    expect(entries[0]?.Type).toBe(type);
    expect(patches).toBe(2);
  });
});

const token = { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' };
const user = {
  id: '11111111-2222-3333-4444-555555555555',
  userPrincipalName: ADELE,
  userType: 'Member',
  lastPasswordChangeDateTime: '2026-01-01T00:00:00Z',
};
const refusal = { error: { code: 'Request_BadRequest', message: 'The password was used before.' } };

const instanceAt = (url: string): Instance =>
  sandboxInstance(sandbox, 'soar', { url, azure_ad_endpoint: url });
