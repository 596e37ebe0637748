import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { objectOf, objectsOf } from '../../test_data/command-bench.js';
import { openScenario, type Scenario, textOf, typesOf } from '../../test_data/scenario.js';

/** An account with methods of an attacker: a plan, the eviction with the default last, and the list that proves it. */

const GEORGE = 'george@contoso.example';
const KEY = '79d190e4-33f9-4b0a-aeae-cb0929aaba0a';
const ATTACKERS_APP = 'cf3107db-33b8-4ef0-a5bd-efabbd3a30f1';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await openScenario();
});
afterEach(() => scenario.close());

const purge = (more: string) => `!msgraph-user-auth-methods-purge user=${GEORGE} ${more}`;

const deletions = () =>
  scenario.sandbox.log
    .filter(({ method }) => method === 'DELETE')
    .map(({ path, status }) => `${path.split('/').slice(-2).join('/')} ${status}`);

/** What became of each method, by its ID, as the context tells it. */
function results(action: string): Record<string, unknown> {
  const actions = objectsOf([scenario.context()['MSGraphUserAction']].flat());
  const found = objectOf(actions.find(({ Action }) => Action === action));
  return Object.fromEntries(objectsOf(found['Methods']).map(({ ID, Result }) => [String(ID), Result]));
}

describe('the eviction', () => {
  test('is planned, done with the default last, and proved by another list', async () => {
    const seen = await scenario.run(`!msgraph-user-get-auth-methods user=${GEORGE}`);
    for (const id of [KEY, ATTACKERS_APP]) expect(textOf(seen)).toContain(id);
    const plan = await scenario.run(purge('dry_run=true'));
    expect(typesOf(plan)).not.toContain(4);
    expect(deletions()).toEqual([]);
    expect(scenario.audit).toEqual([]);
    const planned = Object.entries(results('plan-purge-auth-methods')).filter(
      ([, result]) => result === 'would be removed',
    );
    expect(planned.at(-1)?.[0]).toBe(ATTACKERS_APP);

    const done = await scenario.run(purge('dry_run=false reason="INC-4713"'));
    expect(typesOf(done)).toEqual([1, 11]);
    expect(done[0]?.HumanReadable).toContain('5 of 5 removed');
    expect(deletions()).toHaveLength(5);
    expect(deletions().at(-1)).toBe(`microsoftAuthenticatorMethods/${ATTACKERS_APP} 204`);
    expect(results('purge-auth-methods')).toMatchObject(
      Object.fromEntries(planned.map(([id]) => [id, 'removed'])),
    );
    expect(scenario.sandbox.methodsOf(GEORGE)).toMatchObject({ methods: [], pass: null });
    expect(scenario.audit).toMatchObject([
      { typed: GEORGE, reason: 'INC-4713', resolved: { userPrincipalName: GEORGE } },
      { outcome: 'done' },
    ]);

    const proof = await scenario.run(`!msgraph-user-get-auth-methods user=${GEORGE}`);
    for (const id of [KEY, ATTACKERS_APP]) expect(textOf(proof)).not.toContain(id);
    expect(objectOf(scenario.context()['MSGraphUserAuthMethods'])['IsMfaCapable']).toBe(false);
    expect(scenario.traces()).not.toMatch(/"temporaryAccessPass"|"secretKey"|Bearer\s|eyJ/i);
  });

  test('that keeps the owner’s key removes all others it can, and names the default that stays', async () => {
    const entries = await scenario.run(purge(`keep=fido2:${KEY}`));
    expect(results('purge-auth-methods')).toMatchObject({ [KEY]: 'kept', [ATTACKERS_APP]: 'left' });
    expect(typesOf(entries)).toContain(4);
    expect(textOf(entries)).toContain('It is the default method');
    expect(
      scenario.sandbox
        .methodsOf(GEORGE)
        .methods.map(({ id }) => id)
        .sort(),
    ).toEqual([KEY, ATTACKERS_APP].sort());
    expect(scenario.audit.at(-1)).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('It is the default method'),
    });
  });
});

test('deleting the default alone is refused with the reason and the command that does it in order', async () => {
  const entries = await scenario.run(
    `!msgraph-user-authenticator-method-delete user=${GEORGE} method_id=${ATTACKERS_APP}`,
  );
  expect(typesOf(entries)).toEqual([4]);
  expect(textOf(entries)).toContain("The user's default method is");
  expect(textOf(entries)).toContain('!msgraph-user-auth-methods-purge');
  expect(scenario.sandbox.methodsOf(GEORGE).methods).toHaveLength(4);
});

test('a method that the attacker registers meanwhile is an alarm, and a second run removes it', async () => {
  // The pause that Graph asks for is when it happens.
  scenario.sandbox.faults = [
    { kind: 'throttle', retryAfterSeconds: 30, match: { method: 'DELETE', path: /fido2/ }, times: 1 },
  ];
  const running = scenario.run(purge(''));
  while (!scenario.sandbox.log.some(({ status }) => status === 429)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const attacker = `!msgraph-user-tap-policy-create user_id=${GEORGE} zip_password=\`open sesame 7\``;
  const other = scenario.on(scenario.instance);
  await other.run(attacker);
  const entries = await running;
  const intruder = scenario.sandbox.methodsOf(GEORGE).pass?.id ?? 'none';
  expect(results('purge-auth-methods')).toMatchObject({ [intruder]: 'appeared', [ATTACKERS_APP]: 'left' });
  expect(textOf(entries)).toContain(`WARNING: Temporary Access Pass ${intruder}`);
  expect(typesOf(entries)).toContain(4);
  // The pass was the first of the methods to go, and the default is let go of only after all others.
  expect(textOf(await scenario.run(purge('')))).toContain('2 of 2 removed');
  expect(scenario.sandbox.methodsOf(GEORGE)).toMatchObject({ methods: [], pass: null });
});
