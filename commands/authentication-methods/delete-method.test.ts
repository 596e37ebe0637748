import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type CommandBench, contextUnder, openCommandBench } from '../../test_data/command-bench.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { samples } from '../../test_data/sample-methods.js';
import { registry } from '../index.js';

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench();
});
afterEach(() => bench.close());

const strict = () => sandboxInstance(bench.sandbox, undefined, { handle_error: 'false' });

/** IDs of everything a user has, the pass among them. */
function idsOf(user: string): readonly string[] {
  const { methods, pass } = bench.sandbox.methodsOf(user);
  return [...methods.map(({ id }) => id), ...(pass ? [pass.id] : [])];
}

const deletions = (requests: readonly { method: string; path: string; status: number }[]) =>
  requests.filter(({ method }) => method === 'DELETE').map(({ path, status }) => [path, status]);

describe.each(samples.map((sample) => [sample.kind, sample] as const))('%s', (kind, sample) => {
  const command = `msgraph-user-${kind}-method-delete`;
  const { user, id, collection } = sample;

  test('deletes that one method, by the user’s object ID, and says the known sentence', async () => {
    const before = idsOf(user);
    const { execution, entry, requests } = await bench.run(command, {
      user,
      method_id: id,
      reason: 'Stolen',
    });
    const person = bench.sandbox.people().find(({ userPrincipalName }) => userPrincipalName === user);
    expect(execution.entries).toHaveLength(1);
    expect(entry).toMatchObject({ Type: 1, HumanReadable: sample.sentence(id, user), Contents: null });
    expect(idsOf(user)).toEqual(before.filter((other) => other !== id));
    expect(deletions(requests)).toEqual([
      [`/v1.0/users/${person?.id ?? ''}/authentication/${collection}/${id}`, 204],
    ]);
    expect(contextUnder(entry, 'MSGraphUserAction')).toMatchObject({
      ID: person?.id,
      Action: 'delete-authentication-method',
      User: user,
      MethodKind: kind,
      MethodID: id,
      Method: { ...sample.context, ID: id },
    });
    expect(JSON.stringify(entry)).not.toMatch(/"(Password|SecretKey|TemporaryAccessPass)"/);
  });

  test('an unknown method, and one of another kind, is the known sentence and deletes nothing', async () => {
    const before = idsOf(user);
    for (const other of ['_2-GRUg2-HYz6', '28c10230-6103-485e-b985-444c60001490']) {
      const { entry } = await bench.run(command, { user, method_id: other });
      expect(entry.Contents).toBe(`#### Did not find the method_id ${other} for user ${user}`);
      const refused = await bench.run(command, { user, method_id: other }, strict());
      expect(refused.entry.Type).toBe(4);
    }
    expect(idsOf(user)).toEqual(before);
  });

  test('an unknown user is the known sentence, and an error where the instance wants errors', async () => {
    const args = { user: 'nobody@contoso.example', method_id: id };
    const { entry } = await bench.run(command, args);
    expect(entry).toEqual({
      Type: 1,
      ContentsFormat: 'text',
      Contents: '#### User -> nobody@contoso.example does not exist',
    });
    expect((await bench.run(command, args, strict())).entry.Type).toBe(4);
  });

  test('a missing permission is explained, and nothing is deleted', async () => {
    const before = idsOf(user);
    const instance = sandboxInstance(bench.sandbox, 'disabler');
    const { entry } = await bench.run(command, { user, method_id: id }, instance);
    expect(entry.Contents).toMatch(/403 accessDenied[^]*The token lacks the application permission UserAuth/);
    expect(idsOf(user)).toEqual(before);
  });

  test.each(['../phoneMethods/3179e48a-750b-4051-897c-87b9720928f7', '.', 'a/b', 'a\\b', ' '])(
    'the method_id %j is refused before any request',
    async (method) => {
      const { entry, requests } = await bench.run(command, { user, method_id: method });
      expect(entry.Type).toBe(4);
      expect(requests).toEqual([]);
    },
  );

  test('a method_id left out is refused, but for the e-mail address, whose ID is known', async () => {
    const { entry, requests } = await bench.run(command, { user });
    if (kind === 'email') expect(idsOf(user)).toEqual([]);
    else expect(requests).toEqual([]);
    expect(entry.Type).toBe(kind === 'email' ? 1 : 4);
  });

  test('a deletion whose answer is lost is asked again, and the 404 of the repeat means done', async () => {
    bench.sandbox.faults = [{ kind: 'reset-after', match: { method: 'DELETE' }, times: 1 }];
    const dispatcher = createDispatcher({ registry, clock: createFakeClock(Date.now()) });
    const instance = sandboxInstance(bench.sandbox);
    const { entries } = await dispatcher.execute({ command, args: { user, method_id: id }, instance });
    expect(entries[0]?.HumanReadable).toBe(sample.sentence(id, user));
    expect(deletions(bench.sandbox.log)).toHaveLength(2);
    expect(idsOf(user)).not.toContain(id);
  });
});

test('a default method is refused, and the refusal says which one is the default and what to do', async () => {
  const user = 'george@contoso.example';
  const { entry } = await bench.run('msgraph-user-authenticator-method-delete', {
    user,
    method_id: 'cf3107db-33b8-4ef0-a5bd-efabbd3a30f1',
  });
  expect(entry.Type).toBe(4);
  expect(entry.Contents).toContain('Cannot delete default method with other methods configured');
  expect(entry.Contents).toContain('default method is push.');
  expect(entry.Contents).toContain('!msgraph-user-auth-methods-purge');
});

test('where Entra asks for something safer first, the refusal names the user’s own default too', async () => {
  const { entry } = await bench.run('msgraph-user-phone-method-delete', {
    user: 'mei@contoso.example',
    method_id: '3179e48a-750b-4051-897c-87b9720928f7',
  });
  expect(entry.Contents).toContain('own default method is sms; Entra itself asks for PhoneAppNotification');
});

test('the refusal stays readable where the preferences are not', async () => {
  bench.sandbox.faults = [{ kind: 'claims-challenge', match: { path: /signInPreferences/ } }];
  const { entry } = await bench.run('msgraph-user-phone-method-delete', {
    user: 'mei@contoso.example',
    method_id: '3179e48a-750b-4051-897c-87b9720928f7',
  });
  expect(entry.Contents).toContain('cannot be deleted until the default');
  expect(entry.Contents).toContain('could not be read');
});

test('a look at the method that is refused does not stop the deletion, and is said', async () => {
  bench.sandbox.faults = [{ kind: 'no-authorization', match: { method: 'GET', path: /phoneMethods/ } }];
  const { execution } = await bench.run('msgraph-user-phone-method-delete', {
    user: 'temp42@contoso.example',
    method_id: '3179e48a-750b-4051-897c-87b9720928f7',
  });
  const [main, warning] = execution.entries;
  expect(main?.HumanReadable).toContain('successfully deleted');
  expect(warning).toMatchObject({
    Type: 11,
    HumanReadable: expect.stringContaining('could not be read before'),
  });
});
