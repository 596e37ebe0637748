import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type MfaBench, openMfaBench } from '../../test_data/mfa-bench.js';
import { type ScriptedAnswer, startScriptedServer } from '../../test_data/scripted-server.js';

let bench: MfaBench;
beforeEach(async () => {
  bench = await openMfaBench();
});
afterEach(() => bench.close());

const TOKEN = { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' };

const commands: readonly [string, Record<string, unknown>][] = [
  ['msgraph-user-create-mfa-client-secret', {}],
  ['msgraph-user-delete-mfa-client-secret', { key_id: '00000000-0000-4000-8000-000000000000' }],
];

const answers: readonly [string, ScriptedAnswer][] = [
  ['an empty object', { status: 200, body: '{}' }],
  ['nothing', { status: 200, body: '' }],
  ['null', { status: 200, body: 'null' }],
  ['202 and nothing', { status: 202, body: '' }],
];

const cases = commands.flatMap(([command, args]) =>
  answers.map(([what, answer]) => [command, what, args, answer] as const),
);

test.each(cases)('%s takes %s from Graph neither for a success nor for an empty tenant', async (...one) => {
  const [command, , args, answer] = one;
  const server = await startScriptedServer(({ url }) =>
    url.includes('/oauth2/') ? { status: 200, body: TOKEN } : answer,
  );
  const instance = bench.newInstance({ url: server.url, azure_ad_endpoint: server.url });
  const waking = setInterval(() => {
    bench.clock.wakeAll();
  }, 1);
  const { entry } = await bench.run(command, args, instance);
  clearInterval(waking);
  await server.close();
  expect(entry.Type).toBe(4);
  expect(entry.Contents).toContain('Check whether a proxy or gateway answers in place of Graph.');
  expect(entry.Contents).not.toContain('has no service principal');
});
