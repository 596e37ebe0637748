import { afterEach, describe, expect, test } from '@jest/globals';
import { type SandboxOptions } from '../../sandbox/index.js';
import { openScenario, type Scenario, textOf, typesOf } from '../../test_data/scenario.js';

/** A user of the cloud whose account was taken over: look, end the sessions, lock, new password, end them again. */

const EVE = 'beatriz@contoso.example';
const PASSWORD = 'Kettle,moss=7;Traveller';

let scenario: Scenario;
afterEach(() => scenario.close());

const open = async (options?: SandboxOptions) => {
  scenario = await openScenario(options);
};

const look = `!msgraph-user-get user=${EVE} properties=id,accountEnabled,onPremisesSyncEnabled,userType,signInSessionsValidFromDateTime`;
const revoke = `!msgraph-user-session-revoke user=${EVE} reason="INC-4711"`;
const disable = `!msgraph-user-account-disable user=${EVE} reason="INC-4711"`;
const change = `!msgraph-user-change-password user=${EVE} password=\`${PASSWORD}\` force_change_password_next_sign_in=true reason="INC-4711"`;

const actions = (): unknown => scenario.context()['MSGraphUserAction'];

describe('the runbook', () => {
  test('tells each step’s own result, and all of it has happened', async () => {
    await open();
    const before = scenario.person(EVE);
    const seen = await scenario.run(look);
    expect(textOf(seen)).toContain(`### ${EVE} data`);
    expect(scenario.context()['MSGraphUser']).toMatchObject({
      ID: before.id,
      AccountEnabled: true,
      UserType: 'Member',
      SignInSessionsValidFromDateTime: before.signInSessionsValidFromDateTime,
    });

    const first = await scenario.run(revoke);
    expect(first[0]?.HumanReadable).toBe(`User: "${EVE}" sessions have been revoked successfully.`);
    expect(first[1]?.HumanReadable).toContain('usually within 90 minutes');
    const afterFirst = scenario.person(EVE).signInSessionsValidFromDateTime;
    expect(afterFirst).not.toBe(before.signInSessionsValidFromDateTime);

    const [disabled, warning] = await scenario.run(disable);
    expect(disabled?.HumanReadable).toBe(`user: "${EVE}" account has been disabled successfully.`);
    expect(warning?.HumanReadable).toContain('Tokens already issued work until they end');

    const changed = await scenario.run(change);
    expect(changed[0]?.HumanReadable).toBe(`User ${EVE} password was changed successfully.`);

    await scenario.clock.sleep(60_000);
    expect(typesOf(await scenario.run(revoke))).not.toContain(4);

    const after = scenario.person(EVE);
    expect(after.accountEnabled).toBe(false);
    expect(after.passwordProfile).toMatchObject({ forceChangePasswordNextSignIn: true });
    expect(after.lastPasswordChangeDateTime).not.toBe(before.lastPasswordChangeDateTime);
    expect(after.signInSessionsValidFromDateTime).not.toBe(afterFirst);
    // A later look agrees, and the context still holds one user.
    await scenario.run(look);
    expect(scenario.context()['MSGraphUser']).toMatchObject({ ID: before.id, AccountEnabled: false });
  });

  test('leaves one action of each kind in the context, and two audit records for each step', async () => {
    await open();
    for (const line of [revoke, disable, change, revoke]) await scenario.run(line);
    const { id } = scenario.person(EVE);
    expect(actions()).toMatchObject([
      { ID: id, Action: 'revoke-sessions' },
      { ID: id, Action: 'disable', AccountEnabledBefore: true },
      { ID: id, Action: 'change-password' },
    ]);
    expect(scenario.audit).toHaveLength(8);
    expect(scenario.audit.filter((line) => 'outcome' in line)).toMatchObject(
      Array.from({ length: 4 }, () => ({ outcome: 'done' })),
    );
    expect(scenario.audit.filter((line) => 'reason' in line)).toMatchObject(
      Array.from({ length: 4 }, () => ({ reason: 'INC-4711', typed: EVE, resolved: { id } })),
    );
  });

  test('leaves the password nowhere', async () => {
    await open();
    for (const line of [look, revoke, disable, change, revoke, '!history']) await scenario.run(line);
    expect(scenario.traces()).not.toMatch(/Kettle|moss=7|Traveller/);
    expect(scenario.traces()).not.toMatch(/Bearer\s|eyJ/);
    expect(JSON.stringify(scenario.sandbox.log)).not.toContain('Kettle');
  });
});

describe('a step that is refused', () => {
  test('is an error that names the permission, and the steps after it still run', async () => {
    // The token may set passwords and end sessions, and may not disable anybody.
    const withheld = ['User.EnableDisableAccount.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'];
    await open({ switches: { permissionsWithoutConsent: withheld } });
    const before = scenario.person(EVE);
    expect(typesOf(await scenario.run(revoke))).toEqual([1, 11]);
    const refused = await scenario.run(disable);
    expect(typesOf(refused)).toEqual([4]);
    expect(textOf(refused)).toContain('403');
    expect(textOf(refused)).toContain('lacks the application permission User.EnableDisableAccount.All');
    expect(textOf(await scenario.run(change))).toContain('password was changed successfully.');
    await scenario.clock.sleep(60_000);
    const last = await scenario.run(revoke);
    expect(textOf(last)).toMatch(/sessions have been revoked successfully\.[^]*usually within 90 minutes/);
    const after = scenario.person(EVE);
    expect(after.accountEnabled).toBe(true);
    expect(after.lastPasswordChangeDateTime).not.toBe(before.lastPasswordChangeDateTime);
    expect(after.signInSessionsValidFromDateTime).not.toBe(before.signInSessionsValidFromDateTime);
    expect(actions()).not.toContainEqual(expect.objectContaining({ Action: 'disable' }));
    expect(scenario.traces()).not.toMatch(/Kettle/);
  });

  test('by the tenant’s password rules tells why, without the password, and changes nothing', async () => {
    await open();
    const before = scenario.person(EVE).lastPasswordChangeDateTime;
    const refused = await scenario.run(change.replace(PASSWORD, 'mossykettle'));
    expect(typesOf(refused)).toEqual([4]);
    expect(textOf(refused)).toContain('complexity requirements');
    expect(scenario.person(EVE).lastPasswordChangeDateTime).toBe(before);
    expect(scenario.traces()).not.toContain('mossykettle');
  });
});

test('Graph’s throttling on the way is waited out, and each step happens once', async () => {
  await open();
  scenario.sandbox.faults = [
    { kind: 'throttle', retryAfterSeconds: 17, match: { method: 'PATCH' }, times: 2 },
    { kind: '503', match: { path: /revokeSignInSessions/ }, times: 1 },
  ];
  for (const line of [revoke, disable, change]) expect(typesOf(await scenario.run(line))).not.toContain(4);
  expect(scenario.sandbox.log.filter(({ acted, path }) => acted && path.includes('/users/'))).toHaveLength(3);
});
