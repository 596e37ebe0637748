import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { type IncidentSession, openIncidentSession } from '../../test_data/incident-session.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

/** The order in which the known integration's own test playbook goes, with its checks, in lines of the War Room. */

let sandbox: Sandbox;
let incident: IncidentSession;
beforeAll(async () => {
  sandbox = await startSandbox();
  incident = openIncidentSession(sandboxInstance(sandbox));
});
afterAll(() => sandbox.close());

const domain = 'contoso.example';
const named = (number: number) => `playbook-${number}@${domain}`;
const create = (number: number, more = '') =>
  `!msgraph-user-create account_enabled=true display_name="Playbook ${number}" mail_nickname=playbook-${number} password=\`Tr4vel, Kettle-${number}\` user_principal_name=${named(number)} ${more}`;

/** Runs a line that has to work. */
async function works(line: string): Promise<string> {
  const entries = await incident.run(line);
  expect({ line, errors: entries.filter(isErrorEntry).map(({ Contents }) => Contents) }).toEqual({
    line,
    errors: [],
  });
  return entries.map(({ HumanReadable }) => HumanReadable ?? '').join('\n');
}

/** What a task of a playbook reads. */
async function read(reference: string): Promise<string> {
  return works(`!Print value=\`${reference}\``);
}

test('a user is created, read, changed, deleted, and the delta tells of it', async () => {
  await works('!DeleteContext all=yes');
  expect(await works(create(1))).toContain(`${named(1)} was created successfully:`);
  expect(await read('${MSGraphUser.UserPrincipalName}')).toBe(named(1));
  await works(`!msgraph-user-get user=${named(1)}`);
  await works(`!msgraph-user-update user=${named(1)} updated_fields="mobilePhone=050505050"`);
  expect(await read('${MSGraphUser.MobilePhone}')).toBe('050505050');
  expect(await works(`!msgraph-user-delete user=${named(1)}`)).toContain(
    `user: "${named(1)}" was deleted successfully.`,
  );
  await works('!msgraph-user-get-delta properties=mobilePhone execution-timeout=30');
});

test('sign-in is blocked under the old name, and allowed again', async () => {
  await works(create(2));
  expect(await works(`!msgraph-user-terminate-session user=${named(2)}`)).toContain(
    `user: "${named(2)}" account has been disabled successfully.`,
  );
  expect(await works(`!msgraph-user-unblock user=${named(2)}`)).toContain(`"${named(2)}" unblocked.`);
});

test('a manager is assigned, and found from both sides', async () => {
  await works(create(3));
  await works(`!msgraph-user-get user=${named(3)}`);
  await works(create(4, 'other_properties="jobTitle=Test,city=Tel Aviv"'));
  expect(await works(`!msgraph-user-assign-manager user=${named(3)} manager=${named(4)}`)).toContain(
    `A manager was assigned to user "${named(3)}".`,
  );
  await works(`!msgraph-user-get-manager user=${named(3)}`);
  expect(await read('${MSGraphUserManager.Manager.DisplayName}')).toBe('Playbook 4');
  expect(await read('${MSGraphUserManager.Manager.JobTitle}')).toBe('Test');
  expect(await read('${MSGraphUserManager.Manager.UserPrincipalName}')).toContain(named(4));
  for (const empty of ['GivenName', 'OfficeLocation', 'PreferredLanguage', 'Surname']) {
    expect(await read(`start\${MSGraphUserManager.Manager.${empty}}end`)).toMatch(/^start(null)?end$/);
  }
  await works(`!msgraph-direct-reports user=${named(4)}`);
  expect(await read('${MSGraphUserDirectReports.Reports.[0].UserPrincipalName}')).toBe(named(3));
});

test('everybody is listed, and the users of the playbook are cleaned away', async () => {
  await works('!msgraph-user-list properties=id,userPrincipalName all_results=true');
  for (const number of [2, 3, 4]) await works(`!msgraph-user-delete user=${named(number)}`);
  const left = sandbox.people().filter(({ userPrincipalName }) => userPrincipalName.startsWith('playbook-'));
  expect(left).toEqual([]);
});

test('a password with a colon before it and a comma in it survives an update', async () => {
  await works(create(5));
  await works(
    `!msgraph-user-update user=${named(5)} updated_fields="passwordProfile: forceChangePasswordNextSignIn=true, password=Tr4vel,Kettle-Moss"`,
  );
  expect(JSON.stringify(incident.context())).not.toContain('Kettle');
});
