import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type CommandBench, openCommandBench } from '../../test_data/command-bench.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { type ScriptedAnswer, startScriptedServer } from '../../test_data/scripted-server.js';

/** Effects on somebody whom nobody could read before, or who is gone since, and answers that are lost or say no. */

const ADELE = 'adele@contoso.example';
const TOKEN = { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' };
const forbidden: ScriptedAnswer = {
  status: 403,
  body: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' } },
};
const missing: ScriptedAnswer = {
  status: 404,
  body: { error: { code: 'Request_ResourceNotFound', message: `Resource '${ADELE}' does not exist.` } },
};

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench({}, createFakeClock(Date.now()));
});
afterEach(() => bench.close());

/** @param reads Answers to reads in their order, the last one for all further ones. @param writes The same for changes. */
async function against(
  command: string,
  args: Record<string, unknown>,
  reads: readonly ScriptedAnswer[],
  writes: readonly ScriptedAnswer[],
) {
  const asked = { reads: 0, writes: 0 };
  const server = await startScriptedServer(({ method, url }) => {
    if (url.includes('/oauth2/')) return { status: 200, body: TOKEN };
    const kind = method === 'GET' ? 'reads' : 'writes';
    const answers = method === 'GET' ? reads : writes;
    asked[kind] += 1;
    return answers[asked[kind] - 1] ?? answers.at(-1) ?? 'reset';
  });
  const place = { url: server.url, azure_ad_endpoint: server.url };
  const { execution } = await bench.run(
    command,
    { user: ADELE, ...args },
    sandboxInstance(bench.sandbox, 'soar', place),
  );
  await server.close();
  return { entries: execution.entries, asked, seen: server.seen };
}

test('a deletion that is not found at its repeat is open, not done: nobody knows whether the user was there', async () => {
  const { entries, asked } = await against('msgraph-user-delete', {}, [forbidden], ['reset', missing]);
  expect(asked.writes).toBe(2);
  expect(entries[0]).toMatchObject({ Type: 4 });
  expect(JSON.stringify(entries)).not.toContain('was deleted successfully');
});

test('sessions whose revocation was lost are revoked again, whatever a look shows', async () => {
  const shown: ScriptedAnswer = {
    status: 200,
    body: { signInSessionsValidFromDateTime: '2026-03-02T08:00:00Z' },
  };
  const done: ScriptedAnswer = { status: 200, body: { value: true } };
  const { entries, asked } = await against(
    'msgraph-user-session-revoke',
    {},
    [forbidden, shown],
    ['reset', done],
  );
  expect(asked.writes).toBe(2);
  expect(entries[0]?.HumanReadable).toContain('sessions have been revoked successfully');
});

test.each(['false', '{"value":false}'])('sessions are not revoked where Graph answers %s', async (body) => {
  const user: ScriptedAnswer = { status: 200, body: { id: '1', userPrincipalName: ADELE } };
  const { entries } = await against('msgraph-user-session-revoke', {}, [user], [{ status: 200, body }]);
  expect(entries).toMatchObject([{ Type: 4, Contents: expect.stringContaining('were not revoked') }]);
});

test.each(['msgraph-user-account-disable', 'msgraph-user-session-revoke', 'msgraph-user-delete'])(
  '%s: somebody who is gone between the look and the act does not exist, under the name that was typed',
  async (command) => {
    const id = '11111111-2222-3333-4444-555555555555';
    const user: ScriptedAnswer = { status: 200, body: { id, userPrincipalName: ADELE } };
    const error = { code: 'Request_ResourceNotFound', message: `Resource '${id}' does not exist.` };
    const { entries } = await against(command, {}, [user], [{ status: 404, body: { error } }]);
    expect(entries).toEqual([
      { Type: 1, ContentsFormat: 'text', Contents: `#### User -> ${ADELE} does not exist` },
    ]);
  },
);

test('an update after which Graph shows an empty object is done, and that it could not be shown is said', async () => {
  const user: ScriptedAnswer = { status: 200, body: { id: '1', userPrincipalName: ADELE } };
  const { entries } = await against(
    'msgraph-user-update',
    { updated_fields: 'city=Bergen' },
    [user, { status: 200, body: '{}' }],
    [{ status: 204 }],
  );
  expect(entries).toMatchObject([
    { Type: 1, HumanReadable: `User "${ADELE}" was updated.` },
    { Type: 11, HumanReadable: expect.stringContaining('it has no ID') },
  ]);
  expect(entries[0]?.EntryContext).toEqual({});
});

test('a user who is renamed is read back by the new name', async () => {
  const renamed = { id: '1', userPrincipalName: 'adele.w@contoso.example' };
  const { entries, seen } = await against(
    'msgraph-user-update',
    { updated_fields: 'userPrincipalName=adele.w@contoso.example' },
    [forbidden, { status: 200, body: renamed }],
    [{ status: 204 }],
  );
  expect(entries[0]?.Contents).toEqual(renamed);
  expect(seen.at(-1)?.url).toBe('/v1.0/users/adele.w%40contoso.example?$select=*');
});
