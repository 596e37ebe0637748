import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type CommandBench, contextUnder, openCommandBench } from '../../test_data/command-bench.js';
import { openScriptedGraph } from '../../test_data/scripted-graph.js';

const FORCE = 'msgraph-user-force-reset-password';
const ADELE = 'adele@contoso.example';

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench();
});
afterEach(() => bench.close());

test('asks for a new password in the words that the stock script compares', async () => {
  const { entry, requests } = await bench.run(FORCE, { user: ADELE });
  // The rule of the stock script ExpirePassword.
  expect(entry.HumanReadable).toBe(`User ${ADELE} will be required to change his password.`);
  expect(entry).toMatchObject({ Type: 1, Contents: null });
  expect(requests.at(-1)?.body).toEqual({ passwordProfile: { forceChangePasswordNextSignIn: true } });
  expect(contextUnder(entry, 'MSGraphUserAction')).toMatchObject({
    Action: 'force-reset-password',
    User: ADELE,
  });
});

test('asks for multifactor authentication before it where that is wanted', async () => {
  const { entry, requests } = await bench.run(FORCE, { user: ADELE, with_mfa: 'yes' });
  expect(entry.HumanReadable).toBe(`User ${ADELE} will be required to change his password.`);
  expect(requests.at(-1)?.body).toEqual({ passwordProfile: { forceChangePasswordNextSignInWithMfa: true } });
});

test('says that sessions go on, and where the password is kept elsewhere', async () => {
  const warningOf = async (kind: object) => {
    const user = { id: '11111111-2222-3333-4444-555555555555', userPrincipalName: ADELE, ...kind };
    const graph = await openScriptedGraph(bench.sandbox, ({ method }) =>
      method === 'GET' ? { status: 200, body: user } : { status: 204 },
    );
    const { execution } = await bench.run(FORCE, { user: ADELE }, graph.instance);
    await graph.close();
    return execution.entries[1]?.HumanReadable ?? '';
  };
  expect(await warningOf({})).toBe(
    'Sessions that exist go on. Run !msgraph-user-session-revoke to end them.',
  );
  expect(await warningOf({ onPremisesSyncEnabled: true })).toContain('on-premises');
  expect(await warningOf({ userType: 'Guest' })).toContain('guest');
});

test('somebody who does not exist stays an error with handle_error on (rule R27)', async () => {
  const { entry } = await bench.run(FORCE, { user: 'nobody@contoso.example' });
  expect(entry.Type).toBe(4);
});
