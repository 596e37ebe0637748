import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../../integration/dispatcher/invocation.js';
import { type Entry } from '../../integration/results/entry.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { contextUnder } from '../../test_data/command-bench.js';
import { createFakeClock, type FakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { type ScriptedAnswer, startScriptedServer } from '../../test_data/scripted-server.js';
import { ADMINISTRATOR, signedInInstance } from '../../test_data/signed-in-instance.js';
import { openWinZipAes } from '../../test_data/winzip-aes.js';
import { toItsEnd } from '../../warroom/to-its-end.js';
import { registry } from '../index.js';

const COMMAND = 'msgraph-user-change-password-on-premise';
const SYLVIE = 'sylvie@contoso.example';
const PASSWORD = 'Kettle,moss=7;Traveller';
const ZIP_PASSWORD = 'open sesame 7';

let clock: FakeClock;
let sandbox: Sandbox;
let dispatcher: Dispatcher;
let instance: Instance;
beforeEach(async () => {
  clock = createFakeClock();
  sandbox = await startSandbox({ now: () => clock.now() });
  dispatcher = createDispatcher({ registry, clock });
  instance = await signedInInstance(sandbox);
});
afterEach(() => sandbox.close());

const run = (args: Record<string, unknown>, on: Instance = instance) =>
  dispatcher.execute({ command: COMMAND, args: { user: SYLVIE, ...args }, instance: on });

const toEnd = (first: Execution, on: Instance = instance) =>
  toItsEnd(first, {
    dispatcher,
    instance: on,
    clock,
    signal: new AbortController().signal,
    onWait: () => undefined,
  });

const resets = () => sandbox.log.filter(({ path }) => path.endsWith('/resetPassword'));

const person = (name: string) => sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name);

const mainOf = ({ entries }: Execution): Entry => {
  const main = entries.find(({ Type }) => Type !== 3);
  if (!main) throw new Error('No entry.');
  return main;
};

const textOf = ({ entries }: Execution) =>
  entries.map(({ Contents, HumanReadable }) => `${String(Contents)} ${HumanReadable ?? ''}`).join('\n');

describe('a reset', () => {
  test('is begun, and schedules a look that needs no password', async () => {
    const main = mainOf(await run({ password: PASSWORD, reason: 'Phished' }));
    expect(main).toMatchObject({
      Type: 1,
      HumanReadable: `Password reset initiated for **${SYLVIE}**. Polling for status...`,
      PollingCommand: COMMAND,
      // The sandbox asks for 5 seconds, and no look comes before 10.
      NextRun: '10',
      Timeout: '600',
      PollingArgs: {
        user: SYLVIE,
        polling_url: expect.stringContaining('/authentication/operations/'),
        interval_in_seconds: '30',
        timeout_in_seconds: '600',
        reason: 'Phished',
      },
    });
    expect(JSON.stringify(main)).not.toContain('Kettle');
    const id = person(SYLVIE)?.id ?? '';
    expect(resets().map(({ path }) => path)).toEqual([
      `/v1.0/users/${id}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword`,
    ]);
  });

  test('is followed to its success, under both spellings of the path', async () => {
    const end = await toEnd(await run({ password: PASSWORD }));
    const main = end.entries.find(({ HumanReadable }) => HumanReadable?.includes('succeeded'));
    expect(main?.HumanReadable).toBe(`Password reset **succeeded** for user **${SYLVIE}**.`);
    expect(main?.Contents).toMatchObject({ status: 'succeeded' });
    const operation = {
      user: SYLVIE,
      status: 'succeeded',
      polling_url: expect.stringContaining('/authentication/operations/'),
    };
    if (!main) throw new Error('No entry.');
    expect(contextUnder(main, 'MSGraphUser.PasswordResetOperation')).toEqual(operation);
    expect(contextUnder(main, 'MSGraphUser')).toEqual(operation);
    expect(resets()).toHaveLength(1);
  });

  test('that takes several looks keeps its user, and resets once', async () => {
    sandbox.switches.passwordResetSeconds = 300;
    const end = await toEnd(await run({ password: PASSWORD, interval_in_seconds: '60' }));
    expect(textOf(end)).toContain(`Password reset **succeeded** for user **${SYLVIE}**.`);
    expect(textOf(end)).not.toContain('****');
    expect(clock.sleeps.slice(0, 3)).toEqual([10_000, 60_000, 60_000]);
    expect(resets()).toHaveLength(1);
  });

  test('in between tells its state and waits as long as asked', async () => {
    sandbox.switches.passwordResetSeconds = 300;
    const first = mainOf(await run({ password: PASSWORD, interval_in_seconds: '45' }));
    const second = mainOf(await run({ ...first.PollingArgs }));
    expect(second).toMatchObject({
      HumanReadable: `Password reset status for **${SYLVIE}** is **notStarted**. Still waiting...`,
      NextRun: '45',
      PollingArgs: { ...first.PollingArgs },
    });
  });

  test('that is refused later is an error with Graph’s detail', async () => {
    sandbox.switches.isPasswordWriteBackOn = false;
    const end = await toEnd(await run({ password: PASSWORD }));
    expect(end.entries.at(-1)).toMatchObject({ Type: 4 });
    expect(textOf(end)).toContain(
      `Password reset **failed** for user **${SYLVIE}**. Details: OnPremisesPasswordWritebackNotEnabled`,
    );
  });

  test('with wait=false returns the operation and says how to look', async () => {
    const execution = await run({ password: PASSWORD, wait: 'false' });
    const main = mainOf(execution);
    expect(main.PollingCommand).toBeUndefined();
    expect(contextUnder(main, 'MSGraphUser.PasswordResetOperation')).toMatchObject({
      user: SYLVIE,
      status: 'notStarted',
    });
    expect(textOf(execution)).toMatch(/To see what became of it: !msgraph-user-change-password-on-premise/);
  });

  test('takes the password that is not hidden, and the same one twice', async () => {
    expect(mainOf(await run({ nonsensitive_password: PASSWORD })).Type).toBe(1);
    expect(mainOf(await run({ password: PASSWORD, nonsensitive_password: PASSWORD })).Type).toBe(1);
  });

  test('with a generated password hands over a sealed file first', async () => {
    const execution = await run({ password: 'generate', zip_password: ZIP_PASSWORD });
    expect(execution.entries[0]).toMatchObject({ Type: 3, File: 'UserPasswordInfo.zip' });
    const { text } = openWinZipAes(execution.files[0]?.content ?? new Uint8Array(), ZIP_PASSWORD);
    expect(text.length).toBeGreaterThanOrEqual(16);
    expect(JSON.stringify(execution.entries)).not.toContain(text);
    expect(textOf(execution)).toContain('valid once the reset has succeeded');
    const end = await toEnd(execution);
    expect(textOf(end)).toContain('**succeeded**');
    expect(end.files).toHaveLength(1);
  });
});

describe('refused before anything is reset', () => {
  test.each([
    [{}, 'A password is needed'],
    [{ password: PASSWORD, nonsensitive_password: 'Another-9' }, 'are not the same'],
    [{ password: 'generate' }, 'password=generate needs zip_password'],
  ])('%j', async (args, text) => {
    const execution = await run(args);
    expect(mainOf(execution).Type).toBe(4);
    expect(textOf(execution)).toContain(text);
    expect(textOf(execution)).not.toMatch(/Kettle|Another/);
    expect(resets()).toEqual([]);
  });

  test.each([
    [{ password: PASSWORD, interval_in_seconds: '5' }, 'from 10 to 120'],
    [{ password: PASSWORD, timeout_in_seconds: '1.5' }, 'from 10 to 86400'],
    [{ nonsensitive_password: 'x'.repeat(257) }, 'nonsensitive_password=*** is not allowed'],
    [{ password: PASSWORD, wait: 'perhaps' }, 'wait="perhaps" is not allowed'],
    [{ polling_url: 'file:///etc/passwd' }, 'polling_url'],
  ])('%j sends nothing at all', async (args, text) => {
    const before = sandbox.log.length;
    expect(textOf(await run(args))).toContain(text);
    expect(sandbox.log).toHaveLength(before);
  });

  test('an application, because Graph has it for signed-in users only', async () => {
    const execution = await run({ password: PASSWORD }, sandboxInstance(sandbox));
    expect(textOf(execution)).toContain('works for a signed-in user only');
    expect(resets()).toEqual([]);
  });

  test('the cloud China, which lacks it', async () => {
    const china = { ...sandbox.params(), azure_cloud: 'China', url: '', azure_ad_endpoint: '' };
    const execution = await run({ password: PASSWORD }, { ...instance, params: china });
    expect(textOf(execution)).toContain('does not exist in the cloud China');
  });

  test.each([
    ['another host', 'https://graph.fabrikam.example/v1.0/users/x/authentication/operations/1'],
    ['another place', 'SANDBOX/v1.0/users/x/messages/1'],
    ['another user', 'SANDBOX/v1.0/users/adele@contoso.example/authentication/operations/1'],
  ])('a polling_url that leads to %s gets no token', async (_where, url) => {
    const execution = await run({ polling_url: url.replace('SANDBOX', sandbox.url) });
    expect(textOf(execution)).toContain('polling_url is not allowed');
    expect(sandbox.log.filter(({ path }) => /operations|messages/.test(path))).toEqual([]);
  });
});

describe('who is out of reach', () => {
  test('a user who does not exist is an error, whatever handle_error says', async () => {
    const execution = await run({ user: 'nobody@contoso.example', password: PASSWORD });
    expect(mainOf(execution).Type).toBe(4);
    expect(textOf(execution)).toContain('could not be found');
  });

  test('one’s own account is told as such', async () => {
    const meant = { override_protection: 'true', reason: 'Meant.' };
    const execution = await run({ user: ADMINISTRATOR, password: PASSWORD, ...meant });
    expect(textOf(execution)).toContain('nobody can reset their own password as an administrator');
  });

  test('an administrator takes a higher role', async () => {
    const helper = await signedInInstance(sandbox, 'helpdesk@contoso.example');
    const execution = await run({ user: 'breakglass@contoso.example', password: PASSWORD }, helper);
    expect(textOf(execution)).toContain('Privileged Authentication Administrator');
  });
});

describe('an answer that is lost', () => {
  test.each(['reset-after', '500', '504', 'truncated'] as const)(
    'is not repeated, and the error says what is open: %s',
    async (kind) => {
      sandbox.faults = [{ kind, match: { path: /resetPassword/ } }];
      const execution = await run({ password: PASSWORD });
      expect(mainOf(execution).Type).toBe(4);
      expect(textOf(execution)).toContain('It is not known whether the password');
      expect(resets()).toHaveLength(1);
    },
  );

  test('of a look is asked for again', async () => {
    const first = await run({ password: PASSWORD });
    sandbox.faults = [{ kind: '503', match: { path: /operations/ }, times: 1 }];
    expect(textOf(await toEnd(first))).toContain('**succeeded**');
  });

  test('429 is waited out, because nothing was done', async () => {
    sandbox.faults = [{ kind: 'throttle', match: { path: /resetPassword/ }, times: 1 }];
    expect(mainOf(await run({ password: PASSWORD })).Type).toBe(1);
  });
});

describe('states and answers that Graph rarely gives', () => {
  const operationUrl = (url: string) =>
    `${url}/v1.0/users/${user.id}/authentication/operations/7?aadgdc=DUB02P`;
  const user = { id: '11111111-2222-3333-4444-555555555555', userPrincipalName: SYLVIE };

  /** @param states What each look is told, the last one for all further looks. */
  const against = async (
    args: Record<string, unknown>,
    states: readonly object[],
    headers: (url: string) => Record<string, string> = (url) => ({ location: operationUrl(url) }),
  ) => {
    let looks = 0;
    let address = '';
    const server = await startScriptedServer(({ method, url }): ScriptedAnswer => {
      if (url.includes('/oauth2/')) {
        return {
          status: 200,
          body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c', refresh_token: 'r' },
        };
      }
      if (method === 'POST') return { status: 202, headers: headers(address), body: '' };
      if (!url.includes('/operations/')) return { status: 200, body: user };
      looks += 1;
      return { status: 200, body: states[looks - 1] ?? states.at(-1) ?? {} };
    });
    address = server.url;
    const on = { ...instance, params: { ...instance.params, url: address, azure_ad_endpoint: address } };
    const first = await run({ password: PASSWORD, ...args }, on);
    const end = await toEnd(first, on);
    await server.close();
    return { first, end, looks, seen: server.seen };
  };

  test('a state in old spelling counts', async () => {
    const { end, looks } = await against({}, [{ status: 'Running' }, { status: 'Succeeded' }]);
    expect(textOf(end)).toContain('**succeeded**');
    expect(looks).toBe(2);
  });

  test('an unknown state gets one more look, and then is an error that names it', async () => {
    const { end, looks } = await against({}, [{ status: 'pausedForReview' }]);
    expect(end.entries.at(-1)).toMatchObject({ Type: 4 });
    expect(textOf(end)).toContain('has the status pausedForReview');
    expect(looks).toBe(2);
  });

  test('an unknown state that passes is forgotten', async () => {
    const { end } = await against({}, [
      { status: 'pausedForReview' },
      { status: 'running' },
      { status: 'pausedForReview' },
      { status: 'succeeded' },
    ]);
    expect(textOf(end)).toContain('**succeeded**');
  });

  test.each([
    [{ status: 'failed', error: { message: 'Agent offline' }, statusDetail: 'x' }, 'Details: Agent offline'],
    [{ status: 'failed', statusDetail: 'Weak' }, 'Details: Weak'],
    [{ status: 'canceled' }, 'Details: No specific error message.'],
  ])('%j is an error with its reason', async (state, text) => {
    const { end } = await against({}, [state]);
    expect(end.entries.at(-1)).toMatchObject({ Type: 4 });
    expect(textOf(end)).toContain(text);
  });

  test.each([
    ['3', '10'],
    ['50', '50'],
    ['3600', '120'],
    ['', '30'],
  ])('Retry-After %s lets %s seconds pass', async (retryAfter, seconds) => {
    const { first } = await against({}, [{ status: 'succeeded' }], (url) => ({
      location: operationUrl(url),
      ...(retryAfter !== '' && { 'retry-after': retryAfter }),
    }));
    expect(mainOf(first).NextRun).toBe(seconds);
  });

  test('the address is asked to the letter, its query too', async () => {
    const { seen } = await against({}, [{ status: 'succeeded' }]);
    expect(seen.at(-1)?.url).toBe(`/v1.0/users/${user.id}/authentication/operations/7?aadgdc=DUB02P`);
  });

  test('without an address the reset stands, and its outcome is said to be unknown', async () => {
    const { first, looks } = await against({}, [], () => ({}));
    expect(mainOf(first)).toMatchObject({ Type: 1 });
    expect(mainOf(first).PollingCommand).toBeUndefined();
    expect(textOf(first)).toContain('did not say where to look');
    expect(looks).toBe(0);
  });

  test('an address elsewhere gets no token', async () => {
    const { end, looks } = await against({}, [], () => ({
      location: 'https://fabrikam.example/v1.0/users/1',
    }));
    expect(textOf(end)).toContain('polling_url is not allowed');
    expect(looks).toBe(0);
  });

  test('nobody waits longer than the time that was given', async () => {
    const { end } = await against({ timeout_in_seconds: '100' }, [{ status: 'running' }]);
    expect(textOf(end)).toContain('no final result within 100 seconds');
  });
});
