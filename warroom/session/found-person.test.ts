import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registry } from '../../commands/index.js';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { findPerson, type Read } from './found-person.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** Finds somebody of the tenant. @returns What is said of them, and how many requests to Graph that took. */
async function find(user: string, app?: string) {
  const dispatcher = createDispatcher({ registry });
  const instance = sandboxInstance(sandbox, app);
  const read: Read = async (command, args) => (await dispatcher.execute({ command, args, instance })).entries;
  const before = sandbox.log.length;
  const { description, problem } = await findPerson(user, read);
  const requests = sandbox.log.slice(before).filter(({ path }) => path.startsWith('/v1.0/'));
  return { description, problem, requests: requests.length };
}

describe('a person who is to be acted on', () => {
  test.each([
    ['adele@contoso.example', 'Adele Winterbourne <adele@contoso.example>'],
    [
      'nadia.admin@contoso.example',
      'Nadia Rahman (Admin) <nadia.admin@contoso.example>; administrator: Privileged Authentication Administrator, User Administrator',
    ],
    ['sylvie@contoso.example', 'Sylvie Marchand <sylvie@contoso.example>; synced from on-premises'],
    [
      'mia_fabrikam.example#EXT#@contoso.example',
      'Mia Sorensen <mia_fabrikam.example#EXT#@contoso.example>; guest',
    ],
    ['former.employee@contoso.example', 'Viktor Lang <former.employee@contoso.example>; disabled'],
  ])('%s is told from others, by two requests', async (user, description) => {
    expect(await find(user)).toEqual({ description, problem: undefined, requests: 2 });
  });

  test('whose roles may not be read is not taken for one without', async () => {
    const { description } = await find('nadia.admin@contoso.example', 'disabler');
    expect(description).toBe(
      'Nadia Rahman (Admin) <nadia.admin@contoso.example>; administrator: roles unknown',
    );
  });

  test('whose roles come as something else has unknown ones', async () => {
    const user = { id: '1', displayName: 'Adele', userPrincipalName: 'adele@contoso.example' };
    const read: Read = (command) =>
      Promise.resolve([noteEntry('', null, command === 'msgraph-user-get' ? user : { error: 'no' })]);
    expect((await findPerson('adele', read)).description).toBe(
      'Adele <adele@contoso.example>; roles unknown',
    );
  });

  test('who does not exist costs one request, and is said to be missing', async () => {
    expect(await find('nobody@contoso.example')).toMatchObject({ description: '', requests: 1 });
  });
});
