import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Entry } from '../../integration/results/entry.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';
import { registry } from '../index.js';

let sandbox: Sandbox;
let dispatcher: Dispatcher;

beforeEach(async () => {
  sandbox = await startSandbox();
  dispatcher = createDispatcher({ registry, clock: createFakeClock() });
});

afterEach(() => sandbox.close());

const run = async (
  command: string,
  args: Record<string, unknown>,
  app?: string,
  params = {},
): Promise<readonly Entry[]> => {
  const instance = sandboxInstance(sandbox, app, params);
  return (await dispatcher.execute({ command, args, instance })).entries;
};

const person = (name: string) => sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name);

const writes = () => sandbox.log.filter(({ method, path }) => method !== 'GET' && !path.includes('/oauth2/'));

const ADELE = 'adele@contoso.example';

describe('the sentences that playbooks compare', () => {
  test.each([
    ['msgraph-user-account-disable', `user: "${ADELE}" account has been disabled successfully.`],
    ['msgraph-user-terminate-session', `user: "${ADELE}" account has been disabled successfully.`],
    [
      'msgraph-user-unblock',
      `"${ADELE}" unblocked. It might take several minutes for the changes to take effect across all applications.`,
    ],
    ['msgraph-user-session-revoke', `User: "${ADELE}" sessions have been revoked successfully.`],
  ])('%s says its sentence to the letter, with empty contents', async (command, sentence) => {
    const [main] = await run(command, { user: ADELE });
    expect(main).toMatchObject({ Type: 1, HumanReadable: sentence, Contents: null, ContentsFormat: 'json' });
  });

  test('a script that compares the sentence of a disabled account takes the real entry for a success', async () => {
    const [main] = await run('msgraph-user-account-disable', { user: ADELE });
    // The rule of the stock script DisableUser.
    expect(main?.HumanReadable === `user: "${ADELE}" account has been disabled successfully.`).toBe(true);
  });

  test('a script that looks for failure patterns in contents takes a revoked session for a success', async () => {
    const entries = await run('msgraph-user-session-revoke', { user: ADELE });
    // The rule of the stock script ClearUserSession: only contents that are text are looked at.
    const texts = entries.flatMap(({ Contents }) => (typeof Contents === 'string' ? [Contents] : []));
    const isFailure = texts.some((text) =>
      /404|user .* does not exist|not found|account .* disabled|session .* expired/i.test(text),
    );
    expect(isFailure).toBe(false);
  });

  test('the same script finds the known pattern for a user who does not exist', async () => {
    const [main] = await run('msgraph-user-session-revoke', { user: 'nobody@contoso.example' });
    expect(main?.Contents).toBe('#### User -> nobody@contoso.example does not exist');
    expect(main?.Contents).toMatch(/user .* does not exist/i);
  });

  test('nothing is written to the users in the context that playbooks work on', async () => {
    for (const command of [
      'msgraph-user-account-disable',
      'msgraph-user-unblock',
      'msgraph-user-session-revoke',
    ]) {
      const paths = (await run(command, { user: ADELE })).flatMap(({ EntryContext }) =>
        Object.keys(EntryContext ?? {}),
      );
      expect(paths).toEqual([
        'MSGraphUserAction(val.ID && val.ID == obj.ID && val.Action && val.Action == obj.Action)',
      ]);
    }
  });
});

describe('what really happens', () => {
  test('disabling blocks sign-in, and unblocking allows it again', async () => {
    await run('msgraph-user-account-disable', { user: ADELE });
    expect(person(ADELE)?.accountEnabled).toBe(false);
    await run('msgraph-user-unblock', { user: ADELE });
    expect(person(ADELE)?.accountEnabled).toBe(true);
  });

  test('terminating a session disables, ends no session, and says both', async () => {
    const before = person(ADELE)?.signInSessionsValidFromDateTime;
    const [, warning] = await run('msgraph-user-terminate-session', { user: ADELE });
    expect(person(ADELE)).toMatchObject({ accountEnabled: false, signInSessionsValidFromDateTime: before });
    expect(warning?.HumanReadable).toContain('ends no session');
    expect(warning?.HumanReadable).toContain('!msgraph-user-session-revoke');
  });

  test('revoking moves the time from which sessions count, and leaves sign-in allowed', async () => {
    const before = person(ADELE)?.signInSessionsValidFromDateTime;
    await run('msgraph-user-session-revoke', { user: ADELE });
    expect(person(ADELE)?.signInSessionsValidFromDateTime).not.toBe(before);
    expect(person(ADELE)?.accountEnabled).toBe(true);
  });

  test('the effect is asked for by object ID, so that a renamed account is not missed', async () => {
    await run('msgraph-user-account-disable', { user: ADELE });
    expect(writes().map(({ path }) => path)).toEqual([`/v1.0/users/${person(ADELE)?.id ?? ''}`]);
  });

  test('a guest whose name holds a number sign is the one who is disabled', async () => {
    const guest = 'mia_fabrikam.example#EXT#@contoso.example';
    const [, warning] = await run('msgraph-user-account-disable', { user: guest });
    expect(person(guest)?.accountEnabled).toBe(false);
    expect(warning?.HumanReadable).toContain('guest');
  });

  test('the context says who was acted on, and how they stood before', async () => {
    const [main] = await run('msgraph-user-account-disable', { user: ADELE });
    expect(Object.values(main?.EntryContext ?? {})).toEqual([
      {
        ID: person(ADELE)?.id,
        Action: 'disable',
        User: ADELE,
        UserPrincipalName: ADELE,
        DisplayName: 'Adele Winterbourne',
        UserType: 'Member',
        Synchronized: false,
        AccountEnabledBefore: true,
      },
    ]);
  });
});

describe('warnings', () => {
  test('stand in an entry of their own, type 11, with empty contents', async () => {
    const [, warning, ...others] = await run('msgraph-user-account-disable', { user: ADELE });
    expect(warning).toMatchObject({ Type: 11, Contents: '' });
    expect(warning?.HumanReadable).toContain('Tokens already issued work until they end');
    expect(others).toEqual([]);
  });

  test('say that a synchronized account may come back', async () => {
    const [, warning] = await run('msgraph-user-account-disable', { user: 'sylvie@contoso.example' });
    expect(warning?.HumanReadable).toContain('next synchronization may enable it again');
  });

  test('say that the account was disabled before', async () => {
    const [, warning] = await run('msgraph-user-account-disable', {
      user: 'former.employee@contoso.example',
    });
    expect(warning?.HumanReadable).toContain('disabled before');
  });

  test('say that revoking ends nothing for a guest', async () => {
    const [, warning] = await run('msgraph-user-session-revoke', {
      user: 'mia_fabrikam.example#EXT#@contoso.example',
    });
    expect(warning?.HumanReadable).toContain('nothing was ended there');
  });

  test('are absent where there is nothing to say', async () => {
    expect(await run('msgraph-user-unblock', { user: ADELE })).toHaveLength(1);
  });
});

describe('who is not there', () => {
  test.each([
    'msgraph-user-account-disable',
    'msgraph-user-terminate-session',
    'msgraph-user-unblock',
    'msgraph-user-session-revoke',
  ])('%s answers with a normal entry whose contents are the known sentence', async (command) => {
    const entries = await run(command, { user: 'nobody@contoso.example' });
    expect(entries).toEqual([
      { Type: 1, ContentsFormat: 'text', Contents: '#### User -> nobody@contoso.example does not exist' },
    ]);
  });

  test('is an error where the instance wants errors', async () => {
    const [entry] = await run('msgraph-user-unblock', { user: 'nobody@contoso.example' }, undefined, {
      handle_error: 'false',
    });
    expect(entry?.Type).toBe(4);
    expect(entry?.Contents).toContain('Request_ResourceNotFound');
  });

  test('an account name with a backslash is nobody, and no request is sent', async () => {
    const [entry] = await run('msgraph-user-account-disable', { user: 'CONTOSO\\adele' });
    expect(entry?.Contents).toBe('#### User -> CONTOSO\\adele does not exist');
    expect(sandbox.log).toEqual([]);
  });
});

describe('refusals', () => {
  test('a missing permission is an error with Graph’s code, and nothing happened', async () => {
    const [entry] = await run('msgraph-user-account-disable', { user: ADELE }, 'reader');
    expect(entry?.Type).toBe(4);
    expect(entry?.Contents).toContain('Authorization_RequestDenied');
    expect(person(ADELE)?.accountEnabled).toBe(true);
  });

  test('an administrator is out of reach of an application without an Entra role', async () => {
    const [entry] = await run(
      'msgraph-user-account-disable',
      { user: 'nadia.admin@contoso.example' },
      'disabler',
    );
    expect(entry?.Contents).toContain('403');
    expect(person('nadia.admin@contoso.example')?.accountEnabled).toBe(true);
  });

  test('a read-only instance refuses an effect before any request, and says why', async () => {
    const instance = { ...sandboxInstance(sandbox), readOnly: 'Effects need --sandbox here.' };
    const { entries } = await dispatcher.execute({
      command: 'msgraph-user-unblock',
      args: { user: ADELE },
      instance,
    });
    expect(entries[0]?.Contents).toContain('Effects need --sandbox here.');
    expect(sandbox.log).toEqual([]);
  });

  test.each([
    [{}, 'user is required'],
    [{ user: '' }, 'user is empty'],
    [{ user: '../groups/7' }, 'is not allowed'],
    [{ user: `${ADELE},a/b` }, 'is not allowed'],
    [{ user: ADELE, max_targets: '0' }, 'max_targets=0 is not allowed'],
    [
      { user: `${ADELE},temp42@contoso.example`, max_targets: '1' },
      'user holds 2 users, and max_targets is 1',
    ],
    [{ usr: ADELE }, 'did you mean "user"'],
  ])('%j sends nothing', async (args, text) => {
    const [entry, ...others] = await run('msgraph-user-account-disable', args);
    expect(entry?.Type).toBe(4);
    expect(entry?.Contents).toContain(text);
    expect(others).toEqual([]);
    expect(sandbox.log).toEqual([]);
  });
});

describe('many targets', () => {
  const users = `${ADELE},nobody@contoso.example,nadia.admin@contoso.example,temp42@contoso.example`;

  test('one note tells of each, one error lists those that failed, and the others are done', async () => {
    const entries = await run('msgraph-user-account-disable', { user: users }, 'disabler');
    expect(entries.map(({ Type }) => Type)).toEqual([1, 4]);
    const [note, error] = entries;
    expect(note?.HumanReadable).toContain('msgraph-user-account-disable: 2 of 4 done');
    expect(note?.HumanReadable).toMatch(/nobody@contoso\.example .*Does not exist/);
    expect(error?.Contents).toMatch(/^nadia\.admin@contoso\.example: .*Authorization_RequestDenied/);
    expect(error?.Contents).not.toContain('nobody');
    expect(person(ADELE)?.accountEnabled).toBe(false);
    expect(person('temp42@contoso.example')?.accountEnabled).toBe(false);
    expect(person('nadia.admin@contoso.example')?.accountEnabled).toBe(true);
  });

  test('the context holds those that were done, and the contents are those of the single calls in order', async () => {
    const [note] = await run('msgraph-user-account-disable', { user: users }, 'disabler');
    const [actions] = Object.values(note?.EntryContext ?? {});
    expect(actions).toMatchObject([{ User: ADELE }, { User: 'temp42@contoso.example' }]);
    expect(note?.Contents).toEqual([
      null,
      '#### User -> nobody@contoso.example does not exist',
      expect.stringContaining('403'),
      null,
    ]);
  });

  test.each([
    ['text with commas', `${ADELE}, temp42@contoso.example`],
    ['a JSON list as text', `["${ADELE}","temp42@contoso.example"]`],
    ['a list', [ADELE, 'temp42@contoso.example']],
    ['one twice, in another case', `${ADELE},${ADELE.toUpperCase()},temp42@contoso.example`],
  ])('%s acts once on each', async (_form, user) => {
    await run('msgraph-user-session-revoke', { user });
    const [envelope, ...others] = writes().filter(({ items }) => items?.some(({ acted }) => acted));
    expect(others).toEqual([]);
    expect(envelope?.items?.filter(({ acted }) => acted)).toHaveLength(2);
  });
});

describe('answers that Graph rarely gives', () => {
  const token = {
    status: 200,
    body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' },
  } as const;
  const user = { id: '11111111-2222-3333-4444-555555555555', userPrincipalName: ADELE };

  const against = async (
    write: { status: number; body?: string | object; headers?: Record<string, string> },
    read: { status: number; body: object },
  ) => {
    const server = await startScriptedServer(({ method, url }) => {
      if (url.includes('/oauth2/')) return token;
      return method === 'GET' ? read : write;
    });
    const params = { ...sandbox.params(), url: server.url, azure_ad_endpoint: server.url };
    const instance = { ...sandboxInstance(sandbox), params };
    const { entries } = await dispatcher.execute({
      command: 'msgraph-user-session-revoke',
      args: { user: ADELE },
      instance,
    });
    await server.close();
    return entries;
  };

  test.each([
    ['an object', { status: 200, body: { value: true } }],
    ['a bare true', { status: 200, body: 'true' }],
    ['nothing', { status: 204, body: '' }],
    ['nothing with status 200', { status: 200, body: '' }],
  ])('revoking is done when Graph answers %s', async (_what, write) => {
    const [main] = await against(write, { status: 200, body: user });
    expect(main?.HumanReadable).toContain('revoked successfully');
  });

  test('revoking is an error when Graph answers false', async () => {
    const [main] = await against({ status: 200, body: { value: false } }, { status: 200, body: user });
    expect(main?.Type).toBe(4);
  });

  test('a read that is refused does not stop the effect, and is said', async () => {
    const forbidden = {
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' } },
    };
    const [main, warning] = await against({ status: 200, body: { value: true } }, forbidden);
    expect(main?.HumanReadable).toContain('revoked successfully');
    expect(warning?.HumanReadable).toContain('could not be read before');
  });
});
