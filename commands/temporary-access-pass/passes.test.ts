import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../../integration/dispatcher/invocation.js';
import { type Entry } from '../../integration/results/entry.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { contextUnder, objectOf } from '../../test_data/command-bench.js';
import { createFakeClock, type FakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';
import { ADMINISTRATOR, signedInInstance } from '../../test_data/signed-in-instance.js';
import { openWinZipAes } from '../../test_data/winzip-aes.js';
import { registry } from '../index.js';

const LIST = 'msgraph-user-tap-policy-list';
const CREATE = 'msgraph-user-tap-policy-create';
const DELETE = 'msgraph-user-tap-policy-delete';
const ADELE = 'adele@contoso.example';
/** Has a pass from the start. */
const GEORGE = 'george@contoso.example';
const GUEST = 'mia_fabrikam.example#EXT#@contoso.example';
const ZIP_PASSWORD = 'open sesame 7';

let clock: FakeClock;
let sandbox: Sandbox;
let dispatcher: Dispatcher;
beforeEach(async () => {
  clock = createFakeClock(Date.parse('2026-02-27T04:00:00Z'));
  sandbox = await startSandbox({ now: () => clock.now() });
  dispatcher = createDispatcher({ registry, clock });
});
afterEach(() => sandbox.close());

const run = (command: string, args: Record<string, unknown>, instance: Instance = sandboxInstance(sandbox)) =>
  dispatcher.execute({ command, args, instance });

const create = (args: Record<string, unknown> = {}, instance?: Instance) =>
  run(CREATE, { user_id: ADELE, zip_password: ZIP_PASSWORD, ...args }, instance);

const mainOf = ({ entries }: Execution): Entry => {
  const main = entries.find(({ Type }) => Type !== 3);
  if (!main) throw new Error('No entry.');
  return main;
};

const passIn = (execution: Execution) => objectOf(contextUnder(mainOf(execution), 'MSGraphUser.TAPPolicy'));

const textOf = ({ entries }: Execution) =>
  entries.map(({ Contents, HumanReadable }) => `${String(Contents)} ${HumanReadable ?? ''}`).join('\n');

const created = () => sandbox.log.filter(({ method, path }) => method === 'POST' && /PassMethods/.test(path));

const idOf = (name: string) =>
  sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name)?.id ?? '';

describe('listing', () => {
  test('shows the pass in the known columns, and its context without its code', async () => {
    const main = mainOf(await run(LIST, { user_id: GEORGE }));
    expect(main.HumanReadable).toBe(
      [
        `### TAP Policy for User ID ${GEORGE}:`,
        '|Policy ID|Start Date Time|Lifetime In Minutes|Is Usable Once|Is Usable|Method Usability Reason|',
        '|---|---|---|---|---|---|',
        '| 1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df | 2026-02-27T02:11:40.1180000Z | 480 | false | true | EnabledByPolicy |',
        '',
      ].join('\n'),
    );
    const pass = {
      ID: '1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df',
      CreatedDateTime: '2026-02-27T02:11:40.1180000Z',
      StartDateTime: '2026-02-27T02:11:40.1180000Z',
      LifetimeInMinutes: 480,
      IsUsableOnce: false,
      IsUsable: true,
      MethodUsabilityReason: 'EnabledByPolicy',
      UserID: GEORGE,
    };
    expect(main.EntryContext).toEqual({ 'MSGraphUser.TAPPolicy(val.ID && val.ID == obj.ID)': pass });
    expect(main.Contents).toMatchObject([{ id: pass.ID, isUsable: true }]);
    expect(JSON.stringify(main)).not.toMatch(/temporaryAccessPass"/i);
  });

  test('says that there is none, and writes no context', async () => {
    const main = mainOf(await run(LIST, { user_id: ADELE }));
    expect(main).toMatchObject({
      Type: 1,
      HumanReadable: `No Temporary Access Pass is set for ${ADELE}.`,
      Contents: [],
    });
    expect(main.EntryContext).toEqual({});
  });

  test('shows every pass, should Graph ever keep several, also where it leaves the code out', async () => {
    const server = await startScriptedServer(({ url }) =>
      url.includes('/oauth2/')
        ? { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' } }
        : { status: 200, body: { value: [{ id: '1', temporaryAccessPass: 'Q7#rmZ2k' }, { id: '2' }] } },
    );
    const execution = await run(
      LIST,
      { user_id: ADELE },
      sandboxInstance(sandbox, 'soar', { url: server.url, azure_ad_endpoint: server.url }),
    );
    await server.close();
    expect(contextUnder(mainOf(execution), 'MSGraphUser.TAPPolicy')).toEqual([
      { ID: '1', UserID: ADELE },
      { ID: '2', UserID: ADELE },
    ]);
    expect(JSON.stringify(execution.entries)).not.toContain('Q7#rmZ2k');
  });
});

describe('creating', () => {
  test('hands the pass over in a sealed file before the known sentence', async () => {
    const execution = await create();
    const [file, main] = execution.entries;
    expect(file).toMatchObject({ Type: 3, File: 'TAPPolicyInfo.zip', FileID: execution.files[0]?.id });
    expect(main?.HumanReadable).toBe(
      `Temporary Access Pass Authentication methods policy for user: ${ADELE} was successfully created.`,
    );
    const opened = openWinZipAes(execution.files[0]?.content ?? new Uint8Array(), ZIP_PASSWORD);
    expect(opened).toMatchObject({ name: 'TAPPolicyPass.txt', keyBits: 256, isDeflated: true });
    expect(opened.text).toMatch(/^\S{8}$/);
    expect(JSON.stringify(execution.entries)).not.toContain(opened.text);
  });

  test('writes the pass without its code, as context and as contents', async () => {
    const execution = await create({ lifetime_in_minutes: '90', is_usable_once: 'YES' });
    const pass = passIn(execution);
    expect(pass).toEqual({
      ID: expect.any(String),
      CreatedDateTime: '2026-02-27T04:00:00.0000000Z',
      StartDateTime: '2026-02-27T04:00:00.0000000Z',
      LifetimeInMinutes: 90,
      IsUsableOnce: true,
      IsUsable: true,
      MethodUsabilityReason: 'EnabledByPolicy',
      UserID: ADELE,
    });
    expect(mainOf(execution).Contents).toEqual(pass);
    expect(contextUnder(mainOf(execution), 'MSGraphUserAction')).toMatchObject({ Action: 'create-tap' });
    expect(execution.entries).toHaveLength(2);
  });

  test.each([
    ['now', '2026-02-27T04:00:00.0000000Z', true],
    ['in 2 hours', '2026-02-27T06:00:00.0000000Z', false],
    ['2026-02-27T06:00:00+01:00', '2026-02-27T05:00:00.0000000Z', false],
  ])('with start_time=%s starts at %s', async (start, at, isUsable) => {
    expect(passIn(await create({ start_time: start }))).toMatchObject({
      StartDateTime: at,
      IsUsable: isUsable,
    });
  });

  test('says which pass it replaced, also one that would begin later', async () => {
    const first = passIn(await create({ start_time: 'in 2 hours' }));
    const execution = await create();
    expect(textOf(execution)).toContain(
      `The user had a pass already (${String(first['ID'])}, NotYetValid): it was replaced`,
    );
    clock.advance(24 * 3_600_000);
    expect(textOf(await create())).not.toContain('had a pass already');
  });

  test('twice at once keeps the files apart', async () => {
    const executions = await Promise.all([create(), create({ user_id: 'temp42@contoso.example' })]);
    const codes = executions.map(
      ({ files }) => openWinZipAes(files[0]?.content ?? new Uint8Array(), ZIP_PASSWORD).text,
    );
    expect(new Set(codes).size).toBe(2);
  });

  test('goes on where the limits and earlier passes cannot be read, and says so', async () => {
    sandbox.faults = [{ kind: '500', match: { method: 'GET', path: /authentication|policies/ } }];
    const execution = await create();
    expect(mainOf(execution).Type).toBe(1);
    expect(textOf(execution)).toContain("The tenant's limits for passes could not be read");
    expect(textOf(execution)).toContain('Whether the user had a pass before');
  });

  test.each(["o'brien@contoso.example", '$svc-billing@contoso.example', 'dana+lab@contoso.example'])(
    'for %s reaches that user',
    async (user) => {
      expect(passIn(await create({ user_id: user }))['UserID']).toBe(user);
      expect(created().map(({ path }) => path)).toEqual([
        `/v1.0/users/${idOf(user)}/authentication/temporaryAccessPassMethods`,
      ]);
    },
  );

  test('works for a signed-in administrator', async () => {
    expect(mainOf(await create({}, await signedInInstance(sandbox))).Type).toBe(1);
  });
});

describe('a pass that is refused before it is asked for', () => {
  test.each([
    [{ lifetime_in_minutes: '9' }, 'from 10 to 43200'],
    [{ lifetime_in_minutes: '43201' }, 'from 10 to 43200'],
    [{ lifetime_in_minutes: '60.5' }, 'from 10 to 43200'],
    [{ zip_password: '1234567' }, 'zip_password=*** is not allowed'],
    [{ zip_password: '' }, 'zip_password is empty'],
    [{ is_usable_once: 'once' }, 'is_usable_once="once"'],
    [{ start_time: '2 days' }, 'start_time="2 days" is not allowed'],
    [{ start_time: 'tomorrow 5pm EST' }, 'start_time="tomorrow 5pm EST" is not allowed'],
    [{ start_time: '03/04/2027' }, 'start_time="03/04/2027" is not allowed'],
    [{ user_id: '../groups/7' }, 'is not allowed'],
  ])('%j sends nothing at all', async (args, text) => {
    const execution = await create(args);
    expect(textOf(execution)).toContain(text);
    expect(textOf(execution)).not.toContain('1234567');
    expect(sandbox.log).toEqual([]);
  });

  test('a start that is past', async () => {
    expect(textOf(await create({ start_time: '2026-02-27T03:59:00Z' }))).toContain('is past');
    expect(created()).toEqual([]);
  });

  test.each([
    [
      { lifetime_in_minutes: '10' },
      {},
      'lifetime_in_minutes=10 is not allowed in this tenant. Allowed: 60 to 480.',
    ],
    [{ lifetime_in_minutes: '43200' }, {}, 'Allowed: 60 to 480.'],
    [{}, { isUsableOnce: true }, 'is_usable_once=false is not allowed in this tenant'],
    [{}, { state: 'disabled' as const }, 'The tenant allows no Temporary Access Passes'],
  ])('%j under the tenant’s %j', async (args, policy, text) => {
    sandbox.switches.tapPolicy = { ...sandbox.switches.tapPolicy, ...policy };
    const execution = await create(args);
    expect(mainOf(execution).Type).toBe(4);
    expect(textOf(execution)).toContain(text);
    expect(created()).toEqual([]);
  });

  test('one for a guest from elsewhere, with the reason', async () => {
    const execution = await create({ user_id: GUEST });
    expect(mainOf(execution).Type).toBe(4);
    expect(textOf(execution)).toContain('guest from another organization');
    expect(created()).toEqual([]);
  });

  test('one for oneself takes another administrator', async () => {
    const meant = { override_protection: 'true', reason: 'Meant.' };
    const execution = await create({ user_id: ADMINISTRATOR, ...meant }, await signedInInstance(sandbox));
    expect(textOf(execution)).toContain('nobody can make a pass for themselves as an administrator');
  });
});

describe('deleting', () => {
  const POLICY = '1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df';

  test('says the known sentence, and what the pass was', async () => {
    const execution = await run(DELETE, { user_id: GEORGE, policy_id: POLICY });
    const main = mainOf(execution);
    expect(main).toMatchObject({
      Type: 1,
      HumanReadable: `Temporary Access Pass Authentication methods policy ${POLICY} was successfully deleted.`,
      Contents: null,
    });
    expect(contextUnder(main, 'MSGraphUserAction')).toMatchObject({
      Action: 'delete-tap',
      User: GEORGE,
      TAPPolicy: { ID: POLICY, LifetimeInMinutes: 480, UserID: GEORGE },
    });
    expect(execution.entries).toHaveLength(1);
    expect(textOf(await run(LIST, { user_id: GEORGE }))).toContain('No Temporary Access Pass');
  });

  test('a pass that is not there is an error that names it', async () => {
    const execution = await run(DELETE, { user_id: ADELE, policy_id: POLICY });
    expect(mainOf(execution).Type).toBe(4);
    expect(textOf(execution)).toContain(`User ${ADELE} has no Temporary Access Pass with the ID ${POLICY}.`);
    expect(sandbox.log.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  test.each(['../fido2Methods/7', '..', '', 'a\\b'])('policy_id=%s sends nothing', async (policy) => {
    const execution = await run(DELETE, { user_id: GEORGE, policy_id: policy });
    expect(mainOf(execution).Type).toBe(4);
    expect(sandbox.log).toEqual([]);
  });

  test('goes on where the pass cannot be read before, and says so', async () => {
    sandbox.faults = [{ kind: '500', match: { method: 'GET', path: /PassMethods/ } }];
    const execution = await run(DELETE, { user_id: GEORGE, policy_id: POLICY });
    expect(mainOf(execution).Type).toBe(1);
    expect(textOf(execution)).toContain('could not be read before it was deleted');
  });

  test('whose answer is lost is done once', async () => {
    sandbox.faults = [{ kind: 'reset-after', match: { method: 'DELETE' }, times: 1 }];
    const execution = await run(DELETE, { user_id: GEORGE, policy_id: POLICY });
    expect(mainOf(execution).Type).toBe(1);
  });
});

describe.each([
  [LIST, {}],
  [CREATE, { zip_password: ZIP_PASSWORD }],
  [DELETE, { policy_id: '1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df' }],
])('%s', (command, args) => {
  const nobody = 'nobody@contoso.example';

  test('answers for a user who does not exist with the known sentence', async () => {
    const { entries } = await run(command, { user_id: nobody, ...args });
    expect(entries).toEqual([
      { Type: 1, ContentsFormat: 'text', Contents: `#### User -> ${nobody} does not exist` },
    ]);
  });

  test('fails for a user who does not exist where the instance wants errors', async () => {
    const instance = sandboxInstance(sandbox, 'soar', { handle_error: false });
    expect(mainOf(await run(command, { user_id: nobody, ...args }, instance)).Type).toBe(4);
  });

  test('takes an account name with a backslash for nobody, without a request', async () => {
    const [entry] = (await run(command, { user_id: 'CONTOSO\\adele', ...args })).entries;
    expect(entry?.Contents).toBe('#### User -> CONTOSO\\adele does not exist');
    expect(sandbox.log).toEqual([]);
  });

  test('names the permission that is missing', async () => {
    const execution = await run(command, { user_id: GEORGE, ...args }, sandboxInstance(sandbox, 'reader'));
    expect(textOf(execution)).toContain('lacks the application permission UserAuthMethod-TAP.Read');
  });

  test('is refused for the cloud China, which lacks it', async () => {
    const instance = sandboxInstance(sandbox, 'soar', {
      azure_cloud: 'China',
      url: '',
      azure_ad_endpoint: '',
    });
    expect(textOf(await run(command, { user_id: GEORGE, ...args }, instance))).toContain(
      'does not exist in the cloud China',
    );
    expect(sandbox.log).toEqual([]);
  });
});
