import { expect, jest, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { startSandbox } from '../../sandbox/index.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { registry } from '../index.js';

// A disk that is full or a library that fails cannot be brought about from outside.
jest.unstable_mockModule('../../integration/results/sealed-file.js', () => ({
  sealedFile: () => Promise.reject(new RangeError('with the pass Q7#rmZ2k')),
}));

test('a pass whose file cannot be made is deleted, and the error says so without its code', async () => {
  const sandbox = await startSandbox();
  const dispatcher = createDispatcher({ registry });
  const instance = sandboxInstance(sandbox);
  const run = (command: string, args: object) =>
    dispatcher.execute({ command, args: { user_id: 'george@contoso.example', ...args }, instance });
  const { entries, files } = await run('msgraph-user-tap-policy-create', { zip_password: 'open sesame 7' });
  const after = await run('msgraph-user-tap-policy-list', {});
  await sandbox.close();
  expect(files).toEqual([]);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.Type).toBe(4);
  expect(entries[0]?.Contents).toMatch(
    /could not be made: RangeError\. The new pass \([0-9a-f-]{36}\) was deleted again\./,
  );
  expect(JSON.stringify(entries)).not.toContain('Q7#');
  expect(after.entries[0]?.HumanReadable).toContain('No Temporary Access Pass is set');
});
