import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registry } from '../../commands/index.js';
import { systemClock } from '../../integration/clock.js';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { newIncident, type RecordedEntry } from './incident.js';
import { createSession } from './session.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const line = (text: string) => (entry: RecordedEntry) => entry.line === text;

test('a compromised user, from the look to the sessions, with the context in between', async () => {
  const instance = sandboxInstance(sandbox);
  const session = createSession({
    incident: newIncident(Date.now()),
    dispatcher: createDispatcher({ registry }),
    instances: { open: () => Promise.resolve(instance), names: () => Promise.resolve(['test']) },
    clock: systemClock,
    user: 'analyst',
    environment: {},
    warn: () => undefined,
  });
  const lines = [
    '!msgraph-user-get user=adele@contoso.example properties=id,userPrincipalName,accountEnabled',
    '!msgraph-user-account-disable user=${MSGraphUser.UserPrincipalName} reason=`${incident.id}`',
    '!msgraph-user-get user=${MSGraphUser.ID} properties=id,accountEnabled extend-context=`Enabled=accountEnabled`',
    '!msgraph-user-session-revoke user=${MSGraphUser.ID}',
    '!msgraph-user-list properties=id,userPrincipalName limit=3 ignore-outputs=true extend-context=`Some=id`',
  ];
  for (const text of lines) {
    await session.execute(text, {
      signal: new AbortController().signal,
      onEntry: () => undefined,
      onProgress: () => undefined,
      ask: () => Promise.reject(new Error('Nothing is to be asked.')),
      confirm: () => Promise.reject(new Error('Nothing is to be confirmed.')),
    });
  }
  const { entries, context } = session.incident;
  expect(entries.filter(({ entry }) => entry.Type === 4)).toEqual([]);
  expect(entries.filter(line(lines[1] ?? ''))[0]?.entry.HumanReadable).toContain(
    'account has been disabled successfully',
  );
  // One person stays one element of the context, whatever is learned of them.
  expect(context['MSGraphUser']).toMatchObject({
    AccountEnabled: false,
    UserPrincipalName: 'adele@contoso.example',
  });
  expect(context['Enabled']).toBe(false);
  expect(context['Some']).toHaveLength(3);
  expect(entries[0]?.target?.tenant).toBe(sandbox.tenantId);
});
