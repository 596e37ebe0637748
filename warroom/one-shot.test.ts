import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registry } from '../commands/index.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { createFakeClock } from '../test_data/fake-clock.js';
import { sandboxInstance } from '../test_data/sandbox-instance.js';
import { runWords } from './one-shot.js';

let sandbox: Sandbox;
let instance: Instance;
beforeAll(async () => {
  sandbox = await startSandbox();
  instance = sandboxInstance(sandbox);
});
afterAll(() => sandbox.close());

const run = (...words: string[]) =>
  runWords(words, createDispatcher({ registry }), instance, {
    signal: new AbortController().signal,
    secrets: {
      ask: () => Promise.reject(new Error('nobody to ask')),
      environment: {},
      warn: () => undefined,
    },
    onWait: () => undefined,
    clock: createFakeClock(),
  });

test('a line and its words come to the same', async () => {
  const line = await run('!msgraph-user-list filter="displayName eq \'Adele Winterbourne\'" properties=mail');
  const words = await run(
    'msgraph-user-list',
    "filter=displayName eq 'Adele Winterbourne'",
    'properties=mail',
  );
  expect(line.entries).toEqual(words.entries);
  expect(line.entries).toMatchObject([{ Type: 1, Contents: [{ mail: 'adele@contoso.example' }] }]);
});

test.each([
  [['!msgraph-user-get user="a'], /^Position \d+: /],
  [['msgraph-user-get', 'user=a', 'user=b'], /^The argument "user" is given twice\./],
  [['!msgraph-user-get adele@contoso.example'], /^msgraph-user-get takes no value without a name/],
  [['!test-module now'], /^test-module takes no value without a name/],
  [['!msgraph-user-gte user=a'], /^There is no command "msgraph-user-gte"\./],
])('%j is one error entry, and nothing is sent', async (words, message) => {
  const before = sandbox.log.length;
  const { entries, target } = await run(...words);
  expect(entries).toMatchObject([{ Type: 4, Contents: expect.stringMatching(message) }]);
  expect(target).toMatchObject({ kind: 'tenant', instance: 'test' });
  expect(sandbox.log).toHaveLength(before);
});
