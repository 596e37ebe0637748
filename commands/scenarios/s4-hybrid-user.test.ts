import { afterEach, describe, expect, test } from '@jest/globals';
import { contextUnder } from '../../test_data/command-bench.js';
import { openScenario, type Scenario, textOf, typesOf } from '../../test_data/scenario.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';

/** A user who comes from an on-premises directory: what is done here holds there too, or it is said that it does not. */

const HYBRID = 'sylvie@contoso.example';
const PASSWORD = 'Kettle,moss=7;Traveller';

let scenario: Scenario;
afterEach(() => scenario.close());

const open = async (options = {}) => {
  scenario = await openScenario(options, (sandbox) => signedInInstance(sandbox));
};

const reset = `!msgraph-user-change-password-on-premise user=${HYBRID} password=\`${PASSWORD}\` reason="INC-4712"`;

const resets = () => scenario.sandbox.log.filter(({ path }) => path.endsWith('/resetPassword'));

/** What a task of a playbook reads. */
const read = async (reference: string): Promise<string> =>
  textOf(await scenario.run(`!Print value=\`${reference}\``));

describe('an on-premises password', () => {
  test('is begun, looked at until it has succeeded, and told under both spellings', async () => {
    await open();
    scenario.sandbox.switches.passwordResetSeconds = 100;
    const entries = await scenario.run(reset);
    expect(typesOf(entries)).not.toContain(4);
    expect(entries[0]?.HumanReadable).toBe(
      `Password reset initiated for **${HYBRID}**. Polling for status...`,
    );
    expect(textOf(entries)).toMatch(
      /status for \*\*sylvie@contoso\.example\*\* is \*\*\w+\*\*\. Still waiting/,
    );
    const end = entries.find(({ HumanReadable }) => HumanReadable?.includes('succeeded'));
    expect(end?.HumanReadable).toBe(`Password reset **succeeded** for user **${HYBRID}**.`);
    const succeeded = { user: HYBRID, status: 'succeeded' };
    expect(end && contextUnder(end, 'MSGraphUser')).toMatchObject(succeeded);
    expect(await read('${MSGraphUser.PasswordResetOperation.status}')).toBe('succeeded');
    expect(await read('${MSGraphUser.status}')).toBe('succeeded');
    expect(await read('${MSGraphUser.user}')).toBe(HYBRID);
    expect(resets()).toMatchObject([{ status: 202 }]);
    expect(scenario.traces()).not.toMatch(/Kettle|moss=7|Traveller/);
  });

  test('without write-back fails after it was taken, with Graph’s reason', async () => {
    await open({ switches: { isPasswordWriteBackOn: false } });
    const entries = await scenario.run(reset);
    expect(resets()).toMatchObject([{ status: 202 }]);
    expect(entries[0]?.Type).toBe(1);
    expect(entries.at(-1)).toMatchObject({
      Type: 4,
      Contents: expect.stringContaining(
        `Password reset **failed** for user **${HYBRID}**. Details: OnPremisesPasswordWritebackNotEnabled`,
      ),
    });
    expect(scenario.context()['MSGraphUser']).toBeUndefined();
    expect(scenario.traces()).not.toContain('Kettle');
  });

  test('that takes longer than anybody waits ends in an error, and resets once', async () => {
    await open();
    scenario.sandbox.switches.passwordResetSeconds = 3600;
    const entries = await scenario.run(`${reset} interval_in_seconds=60 timeout_in_seconds=120`);
    expect(entries.at(-1)).toMatchObject({ Type: 4 });
    expect(textOf(entries)).toContain('no final result within 120 seconds');
    expect(resets()).toHaveLength(1);
  });

  test('set in the cloud instead is refused with the command that reaches both', async () => {
    await open();
    const entries = await scenario.run(
      `!msgraph-user-change-password user=${HYBRID} password=\`${PASSWORD}\``,
    );
    expect(typesOf(entries)).toEqual([4]);
    expect(textOf(entries)).toContain('!msgraph-user-change-password-on-premise');
    expect(scenario.traces()).not.toContain('Kettle');
  });
});

test('a federated domain refuses the cloud password before the call, and the on-premises reset still holds', async () => {
  await open({ switches: { isDomainFederated: true } });
  const before = scenario.person(HYBRID).lastPasswordChangeDateTime;
  const refused = await scenario.run(
    `!msgraph-user-change-password user=${HYBRID} password=\`${PASSWORD}\` reason="INC-4712"`,
  );
  expect(typesOf(refused)).toEqual([4]);
  expect(textOf(refused)).toContain('The domain contoso.example is federated');
  expect(scenario.sandbox.log.filter(({ method }) => method === 'PATCH')).toEqual([]);
  expect(scenario.person(HYBRID).lastPasswordChangeDateTime).toBe(before);
  expect(scenario.audit).toMatchObject([{ reason: 'INC-4712' }, { outcome: 'refused' }]);
  expect(textOf(await scenario.run(reset))).toContain('**succeeded**');
  expect(scenario.traces()).not.toContain('Kettle');
});

describe('the directory synchronization', () => {
  const MINUTES = 60_000;

  test('enables the account again after half an hour, of which was warned before; a look tells', async () => {
    await open({ directorySync: true });
    const [main, warning] = await scenario.run(
      `!msgraph-user-account-disable user=${HYBRID} reason="INC-4712"`,
    );
    expect(main?.HumanReadable).toBe(`user: "${HYBRID}" account has been disabled successfully.`);
    expect(warning).toMatchObject({
      Type: 11,
      HumanReadable: expect.stringContaining('next synchronization may enable it again'),
    });
    expect(scenario.context()['MSGraphUserAction']).toMatchObject({ Action: 'disable', Synchronized: true });
    const look = `!msgraph-user-get user=${HYBRID} properties=accountEnabled`;
    await scenario.clock.sleep(29 * MINUTES);
    await scenario.run(look);
    expect(scenario.context()['MSGraphUser']).toMatchObject({ AccountEnabled: false });
    await scenario.clock.sleep(2 * MINUTES);
    await scenario.run(look);
    expect(scenario.context()['MSGraphUser']).toMatchObject({ AccountEnabled: true });
    expect(scenario.person(HYBRID).accountEnabled).toBe(true);
    const again = await scenario.run(`!msgraph-user-account-disable user=${HYBRID}`);
    expect(textOf(again)).not.toContain('disabled before');
    expect(scenario.person(HYBRID).accountEnabled).toBe(false);
  });

  test('may disable again who is unblocked, of which is warned too', async () => {
    await open({ directorySync: true });
    await scenario.run(`!msgraph-user-account-disable user=${HYBRID}`);
    const [, warning] = await scenario.run(`!msgraph-user-unblock user=${HYBRID}`);
    expect(warning?.HumanReadable).toContain('next synchronization may disable it again');
    expect(scenario.person(HYBRID).accountEnabled).toBe(true);
  });

  test('leaves an account of the cloud alone, which gets no such warning', async () => {
    await open({ directorySync: true });
    const entries = await scenario.run('!msgraph-user-account-disable user=temp42@contoso.example');
    expect(textOf(entries)).not.toContain('synchronization');
    await scenario.clock.sleep(31 * MINUTES);
    expect(scenario.person('temp42@contoso.example').accountEnabled).toBe(false);
  });
});
