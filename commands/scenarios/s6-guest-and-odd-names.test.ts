import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openScenario, type Scenario, textOf, typesOf } from '../../test_data/scenario.js';

/** Guests, and names that break a careless path, filter or line. */

const GUEST = 'mia_fabrikam.example#EXT#@contoso.example';
const ODD = ["o'brien@contoso.example", 'dana+lab@contoso.example', '$svc-billing@contoso.example', GUEST];

let scenario: Scenario;
beforeEach(async () => {
  scenario = await openScenario();
});
afterEach(() => scenario.close());

const requests = () => scenario.sandbox.log.filter(({ path }) => !path.includes('/oauth2/'));
const writes = () => requests().filter(({ method }) => method !== 'GET');

describe('a guest', () => {
  test('is found under the whole name, which goes as one segment', async () => {
    const entries = await scenario.run(`!msgraph-user-get user=${GUEST} properties=userType,mail`);
    expect(textOf(entries)).toContain(`### ${GUEST} data`);
    expect(scenario.context()['MSGraphUser']).toMatchObject({
      ID: scenario.person(GUEST).id,
      UserType: 'Guest',
      Mail: 'mia@fabrikam.example',
    });
    expect(requests()[0]?.path).toMatch(
      /^\/v1\.0\/users\/mia_fabrikam\.example%23EXT%23%40contoso\.example\?/,
    );
  });

  test('keeps the sessions at home, which revoking says', async () => {
    const [main, warning] = await scenario.run(`!msgraph-user-session-revoke user=${GUEST}`);
    expect(main?.HumanReadable).toBe(`User: "${GUEST}" sessions have been revoked successfully.`);
    expect(warning?.HumanReadable).toContain('nothing was ended there');
  });

  test('is disabled here, and stays enabled at home, which is said', async () => {
    const entries = await scenario.run(`!msgraph-user-account-disable user=${GUEST}`);
    expect(typesOf(entries)).toEqual([1, 11]);
    expect(textOf(entries)).toContain('at home, and in other tenants, it stays enabled');
    expect(scenario.person(GUEST).accountEnabled).toBe(false);
    expect(scenario.context()['MSGraphUserAction']).toMatchObject({ UserType: 'Guest', User: GUEST });
  });

  test('gets no pass, with the reason, and nothing is asked for', async () => {
    const entries = await scenario.run(
      `!msgraph-user-tap-policy-create user_id=${GUEST} zip_password=\`open sesame 7\``,
    );
    expect(typesOf(entries)).toEqual([4]);
    expect(textOf(entries)).toContain('guest from another organization');
    expect(writes()).toEqual([]);
    expect(scenario.files).toEqual([]);
    expect(scenario.traces()).not.toContain('sesame');
  });
});

describe.each(ODD)('%s', (user) => {
  const idOf = (name: string) => scenario.person(name).id;

  test('is the one who is acted on, by object ID, whatever the command', async () => {
    for (const line of [
      `!msgraph-user-account-disable user=${user}`,
      `!msgraph-user-unblock user=${user}`,
      `!msgraph-user-session-revoke user=${user}`,
      `!msgraph-user-update user=${user} updated_fields="jobTitle=Guest of honor"`,
    ]) {
      expect({ line, types: typesOf(await scenario.run(line)) }).toEqual({
        line,
        types: expect.not.arrayContaining([4]),
      });
    }
    expect(new Set(writes().map(({ path }) => path.split('/')[3]))).toEqual(new Set([idOf(user)]));
    expect(scenario.person(user).jobTitle).toBe('Guest of honor');
  });

  test('is found in a filter, with its quotation mark doubled', async () => {
    const literal = user.replaceAll("'", "''");
    await scenario.run(`!msgraph-user-list filter=\`userPrincipalName eq '${literal}'\``);
    expect(scenario.context()['MSGraphUser']).toMatchObject([{ ID: idOf(user), UserPrincipalName: user }]);
  });

  test('is a manager, and has one', async () => {
    const entries = await scenario.run(
      `!msgraph-user-assign-manager user=temp42@contoso.example manager=${user}`,
    );
    expect(typesOf(entries)).not.toContain(4);
    expect(scenario.person('temp42@contoso.example').managerId).toBe(idOf(user));
    await scenario.run(`!msgraph-user-assign-manager user=${user} manager=adele@contoso.example`);
    expect(scenario.person(user).managerId).toBe(idOf('adele@contoso.example'));
    await scenario.run(`!msgraph-direct-reports user=${user}`);
    expect(scenario.context()['MSGraphUserDirectReports']).toMatchObject({ Manager: user });
  });

  test('as a method or pass of somebody finds nothing, and nothing is deleted', async () => {
    for (const line of [
      `!msgraph-user-tap-policy-delete user_id=george@contoso.example policy_id=${user}`,
      `!msgraph-user-fido2-method-delete user=george@contoso.example method_id=${user}`,
      `!msgraph-user-phone-method-delete user=george@contoso.example method_id=${user}`,
    ]) {
      const entries = await scenario.run(line);
      expect(textOf(entries)).toContain(user);
      expect(textOf(entries)).not.toContain('successfully deleted');
    }
    expect(scenario.sandbox.log.filter(({ acted }) => acted)).toEqual([]);
    expect(scenario.sandbox.methodsOf('george@contoso.example')).toMatchObject({ pass: expect.anything() });
  });
});

test('a list of names that holds a quotation mark, a number sign and a plus acts on each of them', async () => {
  const json = JSON.stringify(ODD);
  const entries = await scenario.run(`!msgraph-user-account-disable user=\`${json}\``);
  expect(entries[0]?.HumanReadable).toContain('4 of 4 done');
  expect(ODD.map((user) => scenario.person(user).accountEnabled)).toEqual([false, false, false, false]);
});
