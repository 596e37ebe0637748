import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type MfaBench, openMfaBench, toMfaService } from '../../test_data/mfa-bench.js';
import { registry } from '../index.js';

const ADELE = 'adele@contoso.example';

let bench: MfaBench;
beforeEach(async () => {
  bench = await openMfaBench();
});
afterEach(() => bench.close());

const request = (user_mail = ADELE) => bench.run('msgraph-user-request-mfa', { user_mail });

test('the next request is refused for half a minute, and says when it is possible', async () => {
  await request();
  bench.clock.advance(12_000);
  const { entry, requests } = await request();
  expect(entry).toMatchObject({
    Type: 4,
    Contents:
      'adele@contoso.example was not prompted: the last request is less than 30 seconds old. Somebody who is prompted again and again approves in the end.\nNothing was sent. The next request is possible in 18 seconds.',
  });
  expect(toMfaService(requests)).toEqual([]);
  expect(bench.audit.at(-1)).toMatchObject({
    outcome: 'failed',
    error: expect.stringContaining('not prompted'),
  });
  bench.clock.advance(18_000);
  expect((await request()).entry.Type).toBe(1);
});

test('the spelling of the name makes no difference', async () => {
  await request();
  expect((await request('Adele@Contoso.Example')).entry.Contents).toContain('was not prompted');
});

test('another user may be asked at once', async () => {
  await request();
  expect((await request('noor@contoso.example')).entry.Type).toBe(1);
});

test('a third request in five minutes is refused, also when they were spread', async () => {
  for (let count = 0; count < 2; count += 1) {
    expect((await request()).entry.Type).toBe(1);
    bench.clock.advance(90_000);
  }
  const { entry, requests } = await request();
  expect(entry.Contents).toContain('two requests in five minutes');
  expect(entry.Contents).toContain('in 120 seconds');
  expect(toMfaService(requests)).toEqual([]);
  bench.clock.advance(120_000);
  expect((await request()).entry.Type).toBe(1);
});

test('of two requests at once, one prompts', async () => {
  bench.setAnswer('approve', 20);
  const both = await Promise.all(
    [1, 2].map(() => bench.run('msgraph-user-initiate-mfa-request', { user_mail: ADELE })),
  );
  expect(both.map(({ entry }) => entry.Type).sort()).toEqual([1, 4]);
  expect(bench.sandbox.mfaRequests).toHaveLength(1);
});

test('an open request stands in the way of another, in another process too', async () => {
  bench.setAnswer('approve', 50);
  await bench.run('msgraph-user-initiate-mfa-request', { user_mail: ADELE });
  bench.clock.advance(40_000);
  const { clock } = bench;
  const { entries } = await createDispatcher({ registry, clock }).execute({
    command: 'msgraph-user-request-mfa',
    args: { user_mail: ADELE },
    instance: { ...bench.instance },
  });
  expect(entries[0]?.Contents).toContain('an earlier request is still open');
});

test('a request that prompted nobody does not count', async () => {
  bench.setAnswer('locked');
  expect((await request()).entry.Contents).toContain('AuthenticationMethodLocked');
  bench.setAnswer('approve');
  expect((await request()).entry.Type).toBe(1);
});

test('resetting the sign-in does not open the way to more prompts, and says that the secret stays', async () => {
  await request();
  const { execution } = await bench.run('msgraph-user-auth-reset');
  expect(JSON.stringify(execution.entries)).toContain('What the MFA commands keep stays too');
  expect((await request()).entry.Contents).toContain('was not prompted');
  bench.clock.advance(60_000);
  expect((await request()).entry.Type).toBe(1);
});
