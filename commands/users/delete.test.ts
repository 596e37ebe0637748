import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  type CommandBench,
  contextUnder,
  objectOf,
  openCommandBench,
} from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

const DELETE = 'msgraph-user-delete';
const TEMP = 'temp42@contoso.example';

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench();
});
afterEach(() => bench.close());

const idOf = (name: string) =>
  bench.sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name)?.id;

test('a user is deleted by object ID, in the known words, with empty contents', async () => {
  const id = idOf(TEMP) ?? '';
  const { entry, requests } = await bench.run(DELETE, { user: TEMP });
  expect(requests.at(-1)).toMatchObject({ method: 'DELETE', path: `/v1.0/users/${id}`, status: 204 });
  expect(entry).toMatchObject({
    Type: 1,
    HumanReadable: `user: "${TEMP}" was deleted successfully.`,
    Contents: null,
  });
  expect(idOf(TEMP)).toBeUndefined();
});

test('who it was stands in the entry, and until when they can be restored (rule R34)', async () => {
  const id = idOf(TEMP);
  const { execution, entry } = await bench.run(DELETE, { user: TEMP });
  expect(Object.keys(entry.EntryContext ?? {})).toEqual([
    'MSGraphUserAction(val.ID && val.ID == obj.ID && val.Action && val.Action == obj.Action)',
  ]);
  const action = objectOf(contextUnder(entry, 'MSGraphUserAction'));
  expect(action).toMatchObject({ ID: id, Action: 'delete', Deleted: { ID: id, UserPrincipalName: TEMP } });
  const days = (Date.parse(String(action['RestorableUntil'])) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(30);
  expect(Object.values(objectOf(action['Deleted']))).not.toContain(null);
  const [, warning] = execution.entries;
  expect(warning?.HumanReadable).toContain(`${String(id)} can be restored for 30 days`);
});

test('a read that fails does not stop it', async () => {
  bench.sandbox.faults = [{ kind: '500', match: { method: 'GET' } }];
  const instance = sandboxInstance(bench.sandbox);
  const { entry } = await bench.run(DELETE, { user: TEMP }, instance);
  expect(entry.HumanReadable).toBe(`user: "${TEMP}" was deleted successfully.`);
  expect(contextUnder(entry, 'MSGraphUserAction')).toMatchObject({ ID: TEMP });
}, 30_000);

test('several users are one note, with who each of them was', async () => {
  const users = [TEMP, 'newstarter@contoso.example'];
  const { entry } = await bench.run(DELETE, { user: users });
  expect(entry.HumanReadable).toContain('msgraph-user-delete: 2 of 2 done');
  expect(contextUnder(entry, 'MSGraphUserAction')).toMatchObject(
    users.map((user) => ({ Deleted: { UserPrincipalName: user } })),
  );
});

test.each(['../groups/11111111-2222-3333-4444-555555555555', `${TEMP}/photo`, ''])(
  '%j deletes nothing (4.5)',
  async (user) => {
    const { entry, requests } = await bench.run(DELETE, { user });
    expect(requests).toEqual([]);
    expect(entry.Type).toBe(4);
  },
);
