import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Entry } from '../../integration/results/entry.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { openScenario, type Scenario, textOf } from '../../test_data/scenario.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';

/**
 * What the platform's own scripts and playbooks make of our entries. Each function below is the rule of one of them,
 * applied to what a command really gives.
 */

const ADELE = 'adele@contoso.example';
const NOBODY = 'nobody@contoso.example';
const ADMINISTRATOR = 'breakglass@contoso.example';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await openScenario();
});
afterEach(() => scenario.close());

/** What a task of a playbook reads. */
const read = async (reference: string): Promise<string> =>
  textOf(await scenario.run(`!Print value=\`${reference}\``));

/** Scripts look at the first entry of a command. */
function firstOf(entries: readonly Entry[]): Entry {
  const [first] = entries;
  if (!first) throw new Error('No entry.');
  return first;
}

describe('DisableUser', () => {
  /** Success only for the sentence to the letter; for anything else it looks for a message, and fails. */
  const isDisabled = (user: string, entries: readonly Entry[]): boolean =>
    firstOf(entries).HumanReadable === `user: "${user}" account has been disabled successfully.`;

  test.each([
    ADELE,
    "o'brien@contoso.example",
    'mia_fabrikam.example#EXT#@contoso.example',
    'sylvie@contoso.example',
  ])('takes %s for disabled, whatever is to be warned of', async (user) => {
    expect(isDisabled(user, await scenario.run(`!msgraph-user-account-disable user=${user}`))).toBe(true);
    expect(scenario.person(user).accountEnabled).toBe(false);
  });

  test('takes a user by ID for disabled', async () => {
    const { id } = scenario.person(ADELE);
    expect(isDisabled(id, await scenario.run(`!msgraph-user-account-disable user=${id}`))).toBe(true);
  });

  test.each([NOBODY, ADMINISTRATOR, 'CONTOSO\\adele'])('takes %s for a failure', async (user) => {
    expect(isDisabled(user, await scenario.run(`!msgraph-user-account-disable user=\`${user}\``))).toBe(
      false,
    );
  });
});

describe('ExpirePassword', () => {
  const isExpired = (user: string, entries: readonly Entry[]): boolean =>
    firstOf(entries).HumanReadable === `User ${user} will be required to change his password.`;

  test.each([ADELE, "o'brien@contoso.example", 'mia_fabrikam.example#EXT#@contoso.example'])(
    'takes the password of %s for expired',
    async (user) => {
      const entries = await scenario.run(`!msgraph-user-force-reset-password user=${user}`);
      expect(isExpired(user, entries)).toBe(true);
      expect(scenario.person(user).passwordProfile).toMatchObject({ forceChangePasswordNextSignIn: true });
    },
  );

  test.each([NOBODY, ADMINISTRATOR])('sees an error for %s', async (user) => {
    const entries = await scenario.run(`!msgraph-user-force-reset-password user=${user}`);
    expect(isErrorEntry(firstOf(entries))).toBe(true);
  });
});

describe('ClearUserSession', () => {
  /** Errors aside, it looks only at contents that are text. */
  function verdict(entries: readonly Entry[]): 'cleared' | 'not found' | 'no access' | 'error' {
    const { Contents } = firstOf(entries);
    if (isErrorEntry(firstOf(entries))) return 'error';
    if (typeof Contents !== 'string') return 'cleared';
    if (/404|user .* does not exist|not found/i.test(Contents)) return 'not found';
    return /account .* disabled|session .* expired/i.test(Contents) ? 'no access' : 'cleared';
  }

  test.each([
    [ADELE, 'cleared'],
    ['former.employee@contoso.example', 'cleared'],
    ['mia_fabrikam.example#EXT#@contoso.example', 'cleared'],
    [NOBODY, 'not found'],
    ['CONTOSO\\adele', 'not found'],
    ['adele/manager', 'error'],
  ])('makes of %s: %s', async (user, expected) => {
    expect(verdict(await scenario.run(`!msgraph-user-session-revoke user=\`${user}\``))).toBe(expected);
  });

  test('sees an error where nobody could look, and takes no failure for cleared', async () => {
    const reader = scenario.on(sandboxInstance(scenario.sandbox, 'reader'));
    expect(verdict(await reader.run(`!msgraph-user-session-revoke user=${ADELE}`))).toBe('error');
  });

  test('takes no warning for a failure: their contents are empty', async () => {
    for (const line of [
      '!msgraph-user-account-disable user=former.employee@contoso.example',
      '!msgraph-user-session-revoke user=mia_fabrikam.example#EXT#@contoso.example',
      `!msgraph-user-force-reset-password user=${ADELE}`,
    ]) {
      const [, warning] = await scenario.run(line);
      expect(warning).toMatchObject({ Type: 11, Contents: '' });
    }
  });
});

describe('GetUserData', () => {
  test.each([ADELE, NOBODY, 'CONTOSO\\adele', 'mia_fabrikam.example#EXT#@contoso.example'])(
    'counts one entry for %s: each further one would be a user who was not found',
    async (user) => {
      expect(await scenario.run(`!msgraph-user-get user=\`${user}\``)).toHaveLength(1);
    },
  );

  test('reads the name of the manager, and of none an empty one', async () => {
    const managerOf = async (user: string): Promise<unknown> => {
      const { EntryContext } = firstOf(await scenario.run(`!msgraph-user-get-manager user=${user}`));
      const [value] = Object.entries(EntryContext ?? {}).flatMap(([path, found]) =>
        path.startsWith('MSGraphUserManager') ? [found] : [],
      );
      return value;
    };
    expect(await managerOf(ADELE)).toMatchObject({ Manager: { DisplayName: 'Noor Haddad' } });
    // The script asks for a member of Manager, and nothing protects it from null.
    expect(await managerOf('ingrid@contoso.example')).toMatchObject({ Manager: {} });
  });
});

describe('Containment Plan - Clear User Sessions', () => {
  test('revokes for everybody under MSGraphUser.ID, and for nobody else', async () => {
    await scenario.run('!msgraph-user-list filter="department eq \'Finance\'"');
    const ids = (await read('${MSGraphUser.ID}')).split(',');
    const entries = await scenario.run('!msgraph-user-session-revoke user=${MSGraphUser.ID}');
    expect(firstOf(entries).HumanReadable).toContain(`${ids.length} of ${ids.length} done`);
    const revoked = scenario.sandbox.log
      .flatMap((request) => request.items ?? [request])
      .filter(({ acted }) => acted);
    expect(revoked).toHaveLength(ids.length);
  });

  test('finds there only who was looked up, whatever was done to others meanwhile (rule R26)', async () => {
    const signedIn = scenario.on(await signedInInstance(scenario.sandbox));
    const george = 'george@contoso.example';
    const lines = [
      `!msgraph-user-get user=${ADELE}`,
      `!msgraph-user-account-disable user=${george}`,
      `!msgraph-user-unblock user=${george},temp42@contoso.example`,
      `!msgraph-user-session-revoke user=${george}`,
      `!msgraph-user-force-reset-password user=${george}`,
      `!msgraph-user-change-password user=${george} password=\`Tr4vel-Kettle-Moss\``,
      '!msgraph-user-change-password-on-premise user=sylvie@contoso.example password=`Tr4vel-Kettle-Moss`',
      `!msgraph-user-assign-manager user=${george} manager=ravi@contoso.example`,
      `!msgraph-user-get-manager user=${george}`,
      `!msgraph-user-remove-manager user=${george}`,
      '!msgraph-direct-reports user=mei@contoso.example',
      `!msgraph-user-get-groups user=${george}`,
      `!msgraph-user-get-auth-methods user=${george}`,
      `!msgraph-user-tap-policy-list user_id=${george}`,
      `!msgraph-user-phone-method-list user=${george}`,
      `!msgraph-user-auth-methods-purge user=${george}`,
      '!msgraph-user-delete user=temp42@contoso.example',
    ];
    for (const line of lines) {
      const errors = (await signedIn.run(line)).filter(isErrorEntry).map(({ Contents }) => Contents);
      expect({ line, errors }).toEqual({ line, errors: [] });
      const ids = textOf(await signedIn.run('!Print value=`${MSGraphUser.ID}`'));
      expect({ line, ids }).toEqual({ line, ids: scenario.person(ADELE).id });
    }
  });
});

describe('Block Account - Generic v2', () => {
  test.each([
    'jsmith',
    'CONTOSO\\jsmith',
    'jane smith',
    'jsmith$',
    'S-1-5-21-1-2-3-1104',
    'admin@localhost',
    '*',
  ])('goes on after looking for the account name %s, which Graph does not know', async (user) => {
    const entries = await scenario.run(`!msgraph-user-get user=\`${user}\``);
    expect(entries.filter(isErrorEntry)).toEqual([]);
    expect(textOf(entries)).toContain('was not found');
    expect(scenario.context()['MSGraphUser']).toBeUndefined();
  });

  test('takes the ID out of the contents', async () => {
    await scenario.run(`!msgraph-user-get user=${ADELE} extend-context=BlockedID=id`);
    expect(scenario.context()['BlockedID']).toBe(scenario.person(ADELE).id);
  });
});

describe('tasks that go on while there is a next page', () => {
  test.each([
    ['!msgraph-user-list page_size=5 limit=5', 'MSGraphUser.NextPage'],
    [
      '!msgraph-user-owned-devices-list user=adele@contoso.example limit=1',
      'MSGraphUserOwnedDevices.NextPage',
    ],
  ])('%s: the link is there, is taken, and is gone on the last page', async (line, reference) => {
    await scenario.run(line);
    let pages = 1;
    for (let link = await read(`\${${reference}}`); link.startsWith('http'); pages += 1) {
      expect(pages).toBeLessThan(50);
      const entries = await scenario.run(`${line} next_page=\`${link}\``);
      expect(entries.filter(isErrorEntry)).toEqual([]);
      link = await read(`\${${reference}}`);
    }
    expect(pages).toBeGreaterThan(1);
    expect(await read(`start\${${reference}}end`)).toMatch(/^start(null)?end$/);
  });
});
