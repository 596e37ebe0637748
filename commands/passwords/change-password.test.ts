import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../../integration/dispatcher/invocation.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';
import { ADMINISTRATOR, signedInInstance } from '../../test_data/signed-in-instance.js';
import { openWinZipAes } from '../../test_data/winzip-aes.js';
import { registry } from '../index.js';

const ADELE = 'adele@contoso.example';
const PASSWORD = 'Kettle,moss=7;Traveller';
const ZIP_PASSWORD = 'open sesame 7';

let sandbox: Sandbox;
let dispatcher: Dispatcher;
beforeEach(async () => {
  sandbox = await startSandbox();
  dispatcher = createDispatcher({ registry, clock: createFakeClock() });
});
afterEach(() => sandbox.close());

const change = (args: Record<string, unknown>, instance: Instance = sandboxInstance(sandbox)) =>
  dispatcher.execute({
    command: 'msgraph-user-change-password',
    args: { user: ADELE, password: PASSWORD, ...args },
    instance,
  });

const person = (name: string) => sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name);

const writes = () => sandbox.log.filter(({ method }) => method === 'PATCH');

const textOf = ({ entries }: Execution) =>
  entries.map(({ Contents, HumanReadable }) => `${String(Contents)} ${HumanReadable ?? ''}`).join('\n');

describe('a given password', () => {
  test('is set, with the known sentence and empty contents', async () => {
    const before = person(ADELE)?.lastPasswordChangeDateTime;
    const { entries, files } = await change({});
    expect(entries[0]).toMatchObject({
      Type: 1,
      HumanReadable: `User ${ADELE} password was changed successfully.`,
      Contents: null,
      EntryContext: {
        'MSGraphUserAction(val.ID && val.ID == obj.ID && val.Action && val.Action == obj.Action)': {
          Action: 'change-password',
          User: ADELE,
        },
      },
    });
    expect(files).toEqual([]);
    expect(person(ADELE)?.lastPasswordChangeDateTime).not.toBe(before);
  });

  test.each([
    ['with delimiters', 'Kettle,moss=7;Traveller'],
    ['with blanks around it', ' Kettle moss 7 '],
    ['that looks like a list', '["Kettle","Moss7"]'],
    ['that looks like an object', '{"Kettle":"Moss7"}'],
    ['that is a number', 1234567890.5],
    ['with quotes and a backslash', `Kettle"'\\Moss7`],
  ])('%s arrives to the letter', async (_what, password) => {
    const server = await startScriptedServer(({ method, url }) => {
      if (url.includes('/oauth2/')) return { status: 200, body: token };
      return method === 'GET' ? { status: 200, body: user } : { status: 204 };
    });
    const { entries } = await change({ password }, instanceAt(server.url));
    await server.close();
    expect(entries[0]?.Type).toBe(1);
    const body = server.seen.find(({ method }) => method === 'PATCH')?.body ?? '';
    expect(JSON.parse(body)).toEqual({
      passwordProfile: {
        password: String(password),
        forceChangePasswordNextSignIn: true,
        forceChangePasswordNextSignInWithMfa: false,
      },
    });
  });

  test.each([
    [{}, true, false],
    [{ force_change_password_next_sign_in: 'True' }, true, false],
    [{ force_change_password_next_sign_in: 'NO' }, false, false],
    [{ force_change_password_with_mfa: 'yes' }, true, true],
  ])('%j are flags in any case', async (flags, force, withMfa) => {
    const server = await startScriptedServer(({ method, url }) => {
      if (url.includes('/oauth2/')) return { status: 200, body: token };
      return method === 'GET' ? { status: 200, body: user } : { status: 204 };
    });
    await change(flags, instanceAt(server.url));
    await server.close();
    expect(JSON.parse(server.seen.find(({ method }) => method === 'PATCH')?.body ?? '')).toMatchObject({
      passwordProfile: {
        forceChangePasswordNextSignIn: force,
        forceChangePasswordNextSignInWithMfa: withMfa,
      },
    });
  });

  test('that breaks the rules is refused in Graph’s words, without the password', async () => {
    const execution = await change({ password: 'kettlemoss' });
    expect(execution.entries[0]?.Type).toBe(4);
    expect(textOf(execution)).toContain('complexity requirements');
    expect(textOf(execution)).not.toContain('kettlemoss');
  });
});

describe('a generated password', () => {
  test('is set, and comes in a sealed file and nowhere else', async () => {
    const execution = await change({ password: 'Generate', zip_password: ZIP_PASSWORD });
    const [file, main, warning] = execution.entries;
    expect(file).toMatchObject({ Type: 3, File: 'UserPasswordInfo.zip' });
    expect(main?.HumanReadable).toBe(`User ${ADELE} password was changed successfully.`);
    expect(warning?.HumanReadable).toContain('UserPasswordInfo.zip, which zip_password opens');
    const [{ content } = { content: new Uint8Array() }] = execution.files;
    const { name, text } = openWinZipAes(content, ZIP_PASSWORD);
    expect(name).toBe('UserPassword.txt');
    expect(text.length).toBeGreaterThanOrEqual(16);
    expect(JSON.stringify(execution.entries)).not.toContain(text);
    expect(writes()).toHaveLength(1);
  });

  test('is the one in the file', async () => {
    const server = await startScriptedServer(({ method, url }) => {
      if (url.includes('/oauth2/')) return { status: 200, body: token };
      return method === 'GET' ? { status: 200, body: user } : { status: 204 };
    });
    const { files } = await change(
      { password: 'generate', zip_password: ZIP_PASSWORD },
      instanceAt(server.url),
    );
    await server.close();
    const { text } = openWinZipAes(files[0]?.content ?? new Uint8Array(), ZIP_PASSWORD);
    const sent = server.seen.find(({ method }) => method === 'PATCH')?.body ?? '';
    expect(JSON.parse(sent)).toMatchObject({ passwordProfile: { password: text } });
  });
});

describe('refused before anything is changed', () => {
  test.each([
    [{ password: 'generate' }, 'password=generate needs zip_password'],
    [{ zip_password: ZIP_PASSWORD }, 'zip_password is for password=generate only'],
    [
      { force_change_password_next_sign_in: 'false', force_change_password_with_mfa: 'true' },
      'force_change_password_next_sign_in=false says not to',
    ],
  ])('%j', async (args, text) => {
    const execution = await change(args);
    expect(execution.entries[0]?.Type).toBe(4);
    expect(textOf(execution)).toContain(text);
    expect(writes()).toEqual([]);
  });

  test.each([
    [{ password: '' }, 'password is empty'],
    [{ password: 'x'.repeat(257) }, 'password=*** is not allowed'],
    [{ password: 'generate', zip_password: 'seven77' }, 'zip_password=*** is not allowed'],
    [{ force_change_password_with_mfa: 'perhaps' }, 'force_change_password_with_mfa="perhaps"'],
    [{ user: 'a/b' }, 'user="a/b" is not allowed'],
    [{ pasword: 'x' }, 'did you mean "password"'],
  ])('%j sends nothing at all', async (args, text) => {
    const execution = await change(args);
    expect(execution.entries).toHaveLength(1);
    expect(textOf(execution)).toContain(text);
    expect(textOf(execution)).not.toMatch(/xxx|seven77/);
    expect(sandbox.log).toEqual([]);
  });

  test('with the hosted application', async () => {
    const execution = await change(
      {},
      sandboxInstance(sandbox, 'soar', {
        self_deployed: false,
        auth_type: 'cortex_app',
        creds_enc_key: Buffer.alloc(32, 7).toString('base64'),
      }),
    );
    expect(textOf(execution)).toContain('does not work with the hosted application');
    expect(sandbox.log).toEqual([]);
  });
});

describe('who is not there, or out of reach', () => {
  test('a user who does not exist is the known sentence', async () => {
    const { entries } = await change({ user: 'nobody@contoso.example' });
    expect(entries).toEqual([
      { Type: 1, ContentsFormat: 'text', Contents: '#### User -> nobody@contoso.example does not exist' },
    ]);
  });

  test('a user who does not exist is an error where the instance wants errors', async () => {
    const { entries } = await change(
      { user: 'nobody@contoso.example' },
      sandboxInstance(sandbox, 'soar', { handle_error: false }),
    );
    expect(entries[0]?.Type).toBe(4);
  });

  test('a missing permission is named', async () => {
    const execution = await change({}, sandboxInstance(sandbox, 'reader'));
    expect(textOf(execution)).toContain(
      'lacks the application permission User-PasswordProfile.ReadWrite.All',
    );
  });

  test('an administrator takes a role, not a permission', async () => {
    const execution = await change({ user: 'breakglass@contoso.example' });
    expect(textOf(execution)).toContain('the target probably holds an Entra role');
    expect(textOf(execution)).toContain('Privileged Authentication Administrator');
  });

  test('one’s own account takes another administrator', async () => {
    const meant = { override_protection: 'true', reason: 'Meant.' };
    const execution = await change(meant, await signedInInstance(sandbox, ADELE));
    expect(textOf(execution)).toContain('nobody can set their own password as an administrator');
  });

  test('a signed-in administrator reaches others', async () => {
    const { entries } = await change({}, await signedInInstance(sandbox, ADMINISTRATOR));
    expect(entries[0]?.Type).toBe(1);
  });

  test.each(["o'brien@contoso.example", '$svc-billing@contoso.example', 'dana+lab@contoso.example'])(
    '%s is changed, and nobody else',
    async (user) => {
      await change({ user });
      expect(writes().map(({ path }) => path)).toEqual([`/v1.0/users/${person(user)?.id ?? ''}`]);
    },
  );
});

const token = { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' };
const user = {
  id: '11111111-2222-3333-4444-555555555555',
  userPrincipalName: ADELE,
  userType: 'Member',
  lastPasswordChangeDateTime: '2026-01-01T00:00:00Z',
};
const instanceAt = (url: string): Instance =>
  sandboxInstance(sandbox, 'soar', { url, azure_ad_endpoint: url });
