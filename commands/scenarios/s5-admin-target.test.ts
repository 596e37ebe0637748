import { afterEach, describe, expect, test } from '@jest/globals';
import { type SandboxOptions } from '../../sandbox/index.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { openScenario, type Scenario, textOf, typesOf } from '../../test_data/scenario.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';

/** A target who holds an Entra role: whoever is refused learns why, and whoever is protected is left alone. */

const ADMIN = 'breakglass@contoso.example';
const PASSWORD = 'Kettle,moss=7;Traveller';

let scenario: Scenario;
afterEach(() => scenario.close());

const open = async (options: SandboxOptions = {}, params: Record<string, unknown> = {}, app = 'soar') => {
  scenario = await openScenario(options, (sandbox) => sandboxInstance(sandbox, app, params));
};

const change = `!msgraph-user-change-password user=${ADMIN} password=\`${PASSWORD}\``;
const containment = [
  `!msgraph-user-account-disable user=${ADMIN}`,
  change,
  `!msgraph-user-force-reset-password user=${ADMIN}`,
  `!msgraph-user-delete user=${ADMIN}`,
];

const changed = () => scenario.sandbox.log.filter(({ acted, path }) => acted && path.includes('/users'));

describe('an application without a role', () => {
  test.each(containment)('is refused for the target’s role, not for a permission: %s', async (line) => {
    await open();
    const before = scenario.person(ADMIN);
    const entries = await scenario.run(line);
    expect(typesOf(entries)).toEqual([4]);
    const text = textOf(entries);
    expect(text).toContain('403');
    expect(text).toContain('The token has the permission, so the target probably holds an Entra role');
    expect(text).toContain('Assign the application Privileged Authentication Administrator');
    expect(text).not.toContain('lacks');
    expect(scenario.person(ADMIN)).toEqual(before);
    expect(scenario.context()['MSGraphUserAction']).toBeUndefined();
    expect(scenario.audit.at(-1)).toMatchObject({ outcome: 'failed', status: 403 });
    expect(scenario.traces()).not.toContain('Kettle');
  });

  test('may with one, as the advice says', async () => {
    await open({}, {}, 'admin');
    expect(textOf(await scenario.run(change))).toContain('password was changed successfully.');
    expect(changed()).toHaveLength(1);
  });
});

describe('a signed-in user', () => {
  test.each([
    ['temp42@contoso.example', 'the signed-in user holds no Entra role'],
    ['helpdesk@contoso.example', 'Assign the signed-in user Privileged Authentication Administrator'],
  ])('%s is told what is lacking', async (user, text) => {
    scenario = await openScenario({}, (sandbox) => signedInInstance(sandbox, user));
    const entries = await scenario.run(change);
    expect(typesOf(entries)).toEqual([4]);
    expect(textOf(entries)).toContain(text);
    expect(changed()).toEqual([]);
  });
});

describe('a permission that was granted five minutes ago', () => {
  test('is not in the token at hand: the error says how old that is, and its advice cures it', async () => {
    await open({ switches: { permissionsWithoutConsent: ['User-PasswordProfile.ReadWrite.All'] } });
    const user = 'temp42@contoso.example';
    const line = change.replace(ADMIN, user);
    await scenario.run(`!msgraph-user-get user=${user}`);
    const signedInAt = new Date(scenario.clock.now());
    await scenario.clock.sleep(10 * 60_000);
    scenario.sandbox.switches.permissionsWithoutConsent = [];
    await scenario.clock.sleep(5 * 60_000);
    const refused = textOf(await scenario.run(line));
    expect(refused).toContain(
      'lacks the application permission User-PasswordProfile.ReadWrite.All (msgraph-user-change-password takes',
    );
    expect(refused).toContain('a token holds what was granted before it was issued');
    expect(refused).toContain(`(this one: ${signedInAt.toISOString().slice(0, 16)}`);
    expect(refused).toContain('run !msgraph-user-test');
    expect(textOf(await scenario.run('!msgraph-user-test'))).toContain('Success');
    expect(textOf(await scenario.run(line))).toContain('password was changed successfully.');
    expect(changed()).toHaveLength(1);
  });

  test('comes with a reset of the sign-in too', async () => {
    await open({
      switches: { permissionsWithoutConsent: ['User.RevokeSessions.All', 'User.ReadWrite.All'] },
    });
    const line = '!msgraph-user-session-revoke user=temp42@contoso.example';
    expect(textOf(await scenario.run(line))).toContain('lacks the application permission');
    scenario.sandbox.switches.permissionsWithoutConsent = [];
    expect(textOf(await scenario.run(line))).toContain('lacks the application permission');
    await scenario.run('!msgraph-user-auth-reset');
    expect(textOf(await scenario.run(line))).toContain('revoked successfully');
    // Neither the token that was forgotten nor the new one is left anywhere.
    expect(scenario.traces()).not.toMatch(/Bearer\s|eyJ/);
  });
});

describe('protected users', () => {
  test.each([...containment, `!msgraph-user-auth-methods-purge user=${ADMIN}`])(
    'are left alone before anything is sent that changes them: %s',
    async (line) => {
      await open({}, { protected_users: 'role:Global Administrator' }, 'admin');
      const before = scenario.person(ADMIN);
      const entries = await scenario.run(line);
      expect(typesOf(entries)).toEqual([4]);
      expect(textOf(entries)).toContain(
        `${ADMIN} is protected (role:Global Administrator). Nothing was done.`,
      );
      const sent = scenario.sandbox.log.filter(
        ({ method, path }) => method !== 'GET' && !/oauth2/.test(path),
      );
      expect(sent).toEqual([]);
      expect(scenario.person(ADMIN)).toEqual(before);
      expect(scenario.audit.at(-1)).toMatchObject({ outcome: 'refused' });
    },
  );

  test('are acted on with an override and a reason where the instance allows it', async () => {
    await open({}, { protected_users: ADMIN, allow_protection_override: true }, 'admin');
    const [main] = await scenario.run(
      `!msgraph-user-session-revoke user=${ADMIN} override_protection=true reason="Called the owner"`,
    );
    expect(main?.HumanReadable).toBe(`User: "${ADMIN}" sessions have been revoked successfully.`);
    expect(scenario.audit).toMatchObject([{ reason: 'Called the owner' }, { outcome: 'done' }]);
  });
});
